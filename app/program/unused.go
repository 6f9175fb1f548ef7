package program

import (
	"go/ast"
	"go/parser"
	"go/token"
	"maps"
	"slices"
	"strings"
)

// dropUnused takes out of the files of one package the functions and variables
// that nothing names any more, and with them the imports that only they need:
// the linker would drop the functions, but never a library that prepares itself
// at start-up.
func dropUnused(files map[string][]byte) error {
	set := token.NewFileSet()
	parsed := map[string]*ast.File{}
	named := map[string][]ast.Node{} // what can be dropped, by name
	var live []ast.Node
	for _, name := range slices.Sorted(maps.Keys(files)) {
		file, err := parser.ParseFile(set, name, files[name], parser.ParseComments|parser.SkipObjectResolution)
		if err != nil {
			return err
		}
		parsed[name] = file
		for _, d := range file.Decls {
			for _, part := range droppable(d) {
				if part.name == "" || ast.IsExported(part.name) {
					live = append(live, part.node)
				} else {
					named[part.name] = append(named[part.name], part.node)
				}
			}
		}
	}
	used := map[ast.Node]bool{}
	for len(live) > 0 {
		node := live[len(live)-1]
		live = live[:len(live)-1]
		if used[node] {
			continue
		}
		used[node] = true
		ast.Inspect(node, func(n ast.Node) bool {
			if id, ok := n.(*ast.Ident); ok {
				live = append(live, named[id.Name]...)
			}
			return true
		})
	}
	for name, file := range parsed {
		var cut [][2]int
		mentioned := map[string]bool{}
		drop := func(n ast.Node) {
			cut = append(cut, [2]int{set.Position(n.Pos()).Offset, set.Position(n.End()).Offset})
		}
		for _, d := range file.Decls {
			parts := droppable(d)
			for _, part := range parts {
				if used[part.node] {
					ast.Inspect(part.node, func(n ast.Node) bool {
						if s, ok := n.(*ast.SelectorExpr); ok {
							if id, ok := s.X.(*ast.Ident); ok {
								mentioned[id.Name] = true
							}
						}
						return true
					})
				} else if parts != nil {
					drop(part.node)
				}
			}
		}
		for _, spec := range file.Imports {
			library := strings.Trim(spec.Path.Value, `"`)
			as := library[strings.LastIndexByte(library, '/')+1:]
			if spec.Name != nil {
				as = spec.Name.Name
			}
			if !mentioned[as] {
				drop(spec)
			}
		}
		slices.SortFunc(cut, func(a, b [2]int) int { return b[0] - a[0] })
		content := slices.Clone(files[name])
		for _, c := range cut {
			content = slices.Delete(content, c[0], c[1])
		}
		files[name] = content
	}
	return nil
}

// A part is a function or variable at the top level of a file; what has no name
// here, such as a method or a type, is always kept.
type part struct {
	name string
	node ast.Node
}

// droppable takes a declaration to pieces.
func droppable(d ast.Decl) []part {
	switch d := d.(type) {
	case *ast.FuncDecl:
		if d.Recv == nil && d.Name.Name != "init" {
			return []part{{d.Name.Name, d}}
		}
	case *ast.GenDecl:
		if d.Tok == token.IMPORT {
			return nil
		}
		if d.Tok == token.VAR && d.Lparen.IsValid() {
			var parts []part
			for _, spec := range d.Specs {
				names := spec.(*ast.ValueSpec).Names
				if name := names[0].Name; len(names) == 1 && name != "_" {
					parts = append(parts, part{name, spec})
				} else {
					parts = append(parts, part{"", spec})
				}
			}
			return parts
		}
		if d.Tok == token.VAR {
			if names := d.Specs[0].(*ast.ValueSpec).Names; len(names) == 1 && names[0].Name != "_" {
				return []part{{names[0].Name, d}}
			}
		}
	}
	return []part{{"", d}}
}
