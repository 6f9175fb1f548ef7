package schema_test

import (
	"encoding/json"
	"go/ast"
	"go/parser"
	"go/token"
	"path/filepath"
	"reflect"
	"regexp"
	"strings"
	"testing"

	"github.com/go-playground/validator/v10"

	"bothends/questions"
	"bothends/questions/letter"
	"bothends/questions/steps"
)

// object is a JSON object; encoding/json sorts its names.
type object map[string]any

// A generator turns Go types into schemas. A tag that it does not know fails the
// test, so that no rule is left out in silence.
type generator struct {
	t        *testing.T
	comments map[string]string // of "Type" and "Type.Field"
	valid    *validator.Validate
}

const (
	key      = `^[a-z][a-z0-9_]*$`
	slug     = `^[a-z][a-z0-9-]*$`
	modelKey = `^[A-Za-z][A-Za-z0-9_-]*$` // a name in scoring.json
	placeKey = `^[a-z][a-z_]*$`           // a name in steps.json
)

func (g *generator) file(title string, v any) object {
	s := g.of(reflect.TypeOf(v), "")
	s["$schema"] = "https://json-schema.org/draft/2020-12/schema"
	s["title"] = title
	s["properties"].(object)["$schema"] = object{"type": "string", "description": "Where the schema of this file is. For editors only."}
	return s
}

// of returns the schema of a type; place is "Type.Field" of where it stands.
func (g *generator) of(t reflect.Type, place string) object {
	switch t.Kind() {
	case reflect.Pointer:
		return g.of(t.Elem(), place)
	case reflect.String:
		return object{"type": "string"}
	case reflect.Bool:
		return object{"type": "boolean"}
	case reflect.Float64:
		return object{"type": "number"}
	case reflect.Int:
		return object{"type": "integer"}
	case reflect.Slice:
		return object{"type": "array", "items": g.of(t.Elem(), place)}
	case reflect.Map:
		return object{"type": "object", "additionalProperties": g.of(t.Elem(), place)}
	case reflect.Struct:
		return g.structure(t)
	}
	g.t.Fatalf("%s: a %s is in no schema", place, t)
	return nil
}

func (g *generator) structure(t reflect.Type) object {
	properties := object{}
	s := object{"type": "object", "additionalProperties": false, "properties": properties}
	if text := g.comments[t.Name()]; text != "" {
		s["description"] = text
	}
	var required []string
	var conditions []any
	for i := range t.NumField() {
		field := t.Field(i)
		name, _, _ := strings.Cut(field.Tag.Get("json"), ",")
		if name == "-" { // in no file
			continue
		}
		place := t.Name() + "." + field.Name
		property := g.of(field.Type, place)
		if text := g.comments[place]; text != "" {
			property["description"] = text
		}
		must, more := g.rules(place, name, field.Tag.Get("validate"), property)
		if rule, ok := modelRules[place]; ok {
			must = must || rule.required
			rule.used = true
			modelRules[place] = rule
			for k, v := range rule.on {
				property[k] = v
			}
			if rule.each != nil {
				items := property["items"].(object)
				for k, v := range rule.each {
					items[k] = v
				}
			}
			if rule.values != nil {
				values := property["additionalProperties"].(object)
				for k, v := range rule.values {
					values[k] = v
				}
			}
		}
		if must {
			required = append(required, name)
		}
		conditions = append(conditions, more...)
		properties[name] = property
	}
	if required != nil {
		s["required"] = required
	}
	if t == reflect.TypeFor[questions.Question]() {
		conditions = append(conditions, ofQuestions(g)...)
	}
	if t == reflect.TypeFor[questions.Line]() {
		textOnly := object{"anyOf": []any{
			object{"required": []string{"text"}},
			object{"required": []string{"word"}, "properties": object{"word": object{"pattern": `^help\.by_text`}}},
		}}
		conditions = append(conditions, object{"if": textOnly, "then": object{"properties": object{"by": object{"const": []string{questions.ByText}}}}})
	}
	if t == reflect.TypeFor[steps.Step]() {
		conditions = append(conditions, object{"oneOf": []any{
			object{"required": []string{"driver"}}, object{"required": []string{"limit"}},
		}})
	}
	if t == reflect.TypeFor[letter.Statement]() {
		conditions = append(conditions, object{"oneOf": []any{
			object{"required": []string{"question"}}, object{"required": []string{"result"}}, object{"required": []string{"always"}},
		}})
	}
	if conditions != nil {
		s["allOf"] = conditions
	}
	return s
}

// rules turns the validate tag of a field into keywords: those of the property
// itself, whether it must be there, and what depends on other properties.
func (g *generator) rules(place, name, tag string, property object) (required bool, conditions []any) {
	on := property
	if tag == "" {
		return false, nil
	}
	for _, rule := range strings.Split(tag, ",") {
		rule, param, _ := strings.Cut(rule, "=")
		switch rule {
		case "required":
			required = true
			if on["type"] == "string" && on["enum"] == nil {
				on["minLength"] = 1
			}
		case "min":
			required = required || on["type"] == "array" && !strings.Contains(tag, "omitempty")
			on["minItems"] = json.Number(param)
		case "unique":
			on["uniqueItems"] = true
		case "dive":
			on = on["items"].(object)
		case "omitempty":
		case "key":
			on["pattern"] = key
			delete(on, "minLength")
		case "slug":
			on["pattern"] = slug
			delete(on, "minLength")
		case "language":
			on["pattern"] = `^[a-z][a-z0-9]{1,2}(-[A-Za-z0-9]+)*$`
		case "version":
			on["pattern"] = `^[0-9]+\.[0-9]+\.[0-9]+(-.*)?$`
			delete(on, "minLength")
		case "oneof":
			on["enum"] = strings.Fields(param)
			delete(on, "minLength")
		case "eq": // eq=*|iso3166_1_alpha2
			on["enum"] = append([]string{"*"}, g.codes(2, "iso3166_1_alpha2")...)
			delete(on, "minLength")
		case "datetime":
			on["pattern"] = `^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$`
			delete(on, "minLength")
		case "https_url":
			on["pattern"] = `^https://[^/\s]+`
		case "startswith":
			on["pattern"] = "^" + regexp.QuoteMeta(param)
		case "required_if":
			conditions = append(conditions, ifType(param, object{"required": []string{name}}, nil))
		case "excluded_unless":
			conditions = append(conditions, ifType(param, nil, object{"properties": object{name: false}}))
		case "excluded_if":
			conditions = append(conditions, ifType(param, object{"properties": object{name: false}}, nil))
		case "excluded_with":
			conditions = append(conditions, object{"not": object{"required": []string{strings.ToLower(param), name}}})
		case "excluded_without":
			conditions = append(conditions, object{"dependentRequired": object{name: []string{strings.ToLower(param)}}})
		case "required_with":
			conditions = append(conditions, object{"dependentRequired": object{strings.ToLower(param): []string{name}}})
		case "required_without":
			conditions = append(conditions, object{"anyOf": []any{
				object{"required": []string{name}}, object{"required": []string{strings.ToLower(param)}},
			}})
		default:
			g.t.Errorf("%s: no schema says %q", place, rule)
		}
	}
	return required, conditions
}

// ifType is a condition on the type of a question; param is "Type choice".
func ifType(param string, then, otherwise object) object {
	_, kind, _ := strings.Cut(param, " ")
	c := object{"if": object{"properties": object{"type": object{"const": kind}}, "required": []string{"type"}}}
	if then != nil {
		c["then"] = then
	}
	if otherwise != nil {
		c["else"] = otherwise
	}
	return c
}

// ofQuestions are the rules that load.go has for single questions.
func ofQuestions(g *generator) []any {
	standard := func(name string, codes []string) object {
		return object{
			"if":   object{"properties": object{"standard": object{"const": name}}, "required": []string{"standard"}},
			"then": object{"properties": object{"options": object{"items": object{"enum": codes}}}},
			"else": object{},
		}
	}
	return []any{
		ifType("Type choice", object{"anyOf": []any{object{"required": []string{"scale"}}, object{"required": []string{"options"}}}}, nil),
		ifType("Type code", nil, object{"properties": object{"options": object{"items": object{"pattern": key, "not": object{"const": questions.NotApplicable}}}}}),
		standard(questions.Countries, g.codes(2, "iso3166_1_alpha2")),
		standard(questions.Currencies, g.codes(3, "iso4217")),
		object{"if": object{"properties": object{"above": object{"const": true}}, "required": []string{"above"}}, "then": object{"required": []string{"min"}}},
	}
}

// codes lists all codes of n capitals that a rule of the validator knows.
func (g *generator) codes(n int, rule string) []string {
	var known []string
	var grow func(code string)
	grow = func(code string) {
		if len(code) == n {
			if g.valid.Var(code, rule) == nil {
				known = append(known, code)
			}
			return
		}
		for c := 'A'; c <= 'Z'; c++ {
			grow(code + string(c))
		}
	}
	grow("")
	return known
}

// texts is the schema of text.<language>.json: which kinds of keys there are. The
// keys themselves follow from the other two files.
func (g *generator) texts() object {
	text := object{"type": "string", "pattern": `\S`}
	kind := func(description string) object {
		return object{"type": "string", "pattern": `\S`, "description": description}
	}
	patterns := object{}
	for pattern, description := range map[string]string{
		`^act\.[a-z0-9_]+\.title$`:                                     "The title of an act: one to five words.",
		`^act\.[a-z0-9_]+\.adds$`:                                      "What an act adds to the result: one sentence.",
		`^section\.[a-z0-9_]+\.title$`:                                 "The title of a step: one to three words.",
		`^section\.[a-z0-9_]+\.intro$`:                                 "What stands under the title of a step: one to three sentences.",
		`^[a-z][a-z0-9_]*\.label$`:                                     "The question, or a statement about oneself. It says its unit.",
		`^[a-z][a-z0-9_]*\.short$`:                                     "The question as a noun phrase, with a small first letter: it stands in lists.",
		`^[a-z][a-z0-9_]*\.help$`:                                      "Optional: what counts, how to count. In every language or in none.",
		`^[a-z][a-z0-9_]*\.most$`:                                      "Optional: what the largest number stands for that can be picked, such as 2 or more. In every language or in none.",
		`^[a-z][a-z0-9_]*\.option\.[a-z0-9_]+$`:                        "An answer of this question.",
		`^[a-z][a-z0-9_]*\.word\.[a-z0-9_]+$`:                          "The word allowed instead of a number.",
		`^scale\.[a-z0-9_]+\.[a-z0-9_]+$`:                              "An answer that several questions share.",
		`^not_applicable\.[a-z0-9_]+$`:                                 "The answer “this does not apply”.",
		`^none\.[a-z0-9_]+$`:                                           "The answer “none of these”.",
		`^unit\.[a-z0-9_]+$`:                                           "A unit, shown beside a number.",
		`^doubt\.[a-z0-9_]+$`:                                          "An answer that is likely a slip: what was read, {got}, and what was meant, {instead}; or {typed} beside what was {chosen}. It ends in a question.",
		`^hint\.[a-z0-9_]+$`:                                           "Two numbers that can hardly both be true: name both, ask to check, never insist.",
		`^country\.([A-Z]{2}|other)$`:                                  "The name of a country, or of everywhere else.",
		`^context\.[a-z0-9_]+$`:                                        "What others answered: one sentence, with the share and who they are.",
		`^currency\.[A-Z]{3}$`:                                         "The name of a currency.",
		`^help\.`:                                                      "A remark after the number of a help line.",
		`^facet\.[A-Za-z0-9_-]+$`:                                      "A kind of signs; a name that reads worse with more points.",
		`^block\.[A-Za-z0-9_-]+$`:                                      "A group of factors.",
		`^factor\.[A-Za-z0-9_-]+\.name$`:                               "A factor, in a neutral name.",
		`^driver\.[A-Za-z0-9_-]+\.(name|employer|person|clients|own)$`: "What can weigh: its name; one thing to change; one thing to try; both for people on their own account.",
		`^limit\.[A-Za-z0-9_-]+\.(name|employer|person|clients|own)$`:  "A limit, said in full; one thing to change; one thing to try; both for people on their own account.",
		`^lever\.[a-z0-9_]+\.(zero|one|two|few|many|other)$`:           "The value of a lever with its unit, {n}; for a list what to do with {n} of its {keys}.",
		`^step\.[A-Za-z0-9_-]+(\.if|\.then)?$`:                         "A whole step, as a title; the plan that is proposed for it: when, and what then.",
		`^place\.[a-z_]+(\.own)?\.what$`:                               "What a place to turn to does: one or two sentences.",
		`^place\.[a-z_]+\.([A-Z]{2}|other|own)$`:                       "The name of a place in a country, everywhere else, or for people on their own account: a noun phrase with a small first letter.",
		`^law\.([A-Z]{2}|other)$`:                                      "What the law of a country, or of most, sets for hours and rest: one to three sentences.",
		`^source\.[A-Za-z0-9_-]+$`:                                     "What a source behind a step says, in one sentence.",
		`^band\.[A-Za-z0-9_-]+\.name$`:                                 "A band.",
		`^signs\.[A-Za-z0-9_-]+$`:                                      "The first sentence of the result: how the person has been.",
		`^strain\.[A-Za-z0-9_-]+$`:                                     "The second sentence of the result: what the job looks like.",
		`^letter\.group\.[a-z0-9_]+$`:                                  "A heading in the note to an employer.",
		`^letter\.unit\.[a-z0-9_]+\.(zero|one|two|few|many|other)$`:    "A counted amount in the note, with {n}: “{n} hour”.",
		`^letter\.[a-z0-9_]+(\.[A-Za-z0-9_-]+){0,2}$`:                  "A sentence of the note, in the first person; .option.<answer> is an answer as it stands in a list.",
		`^cell\.[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+$`:                       "The place on the map: one or two sentences after the two above.",
	} {
		patterns[pattern] = kind(description)
	}
	return object{
		"$schema": "https://json-schema.org/draft/2020-12/schema",
		"title":   "The words of a pack in one language: a flat list of keys and texts. {placeholders} are the same in every language.",
		"type":    "object",
		"properties": object{
			"$schema":         object{"type": "string", "description": "Where the schema of this file is. For editors only."},
			"pack.title":      kind("The name of the questionnaire, which heads its first page."),
			"pack.profession": kind("The name of the profession."),
			"country.other":   text,
		},
		"patternProperties":    patterns,
		"additionalProperties": false,
	}
}

// commentsOf reads the comments of exported types and their fields, each as one
// line: those before a field, else that behind it.
func commentsOf(t *testing.T, folders ...string) map[string]string {
	t.Helper()
	comments := map[string]string{}
	oneLine := func(groups ...*ast.CommentGroup) string {
		for _, g := range groups {
			if text := strings.Join(strings.Fields(g.Text()), " "); text != "" {
				return text
			}
		}
		return ""
	}
	for _, folder := range folders {
		files, _ := filepath.Glob(folder + "/*.go") // the pattern is well formed
		for _, name := range files {
			if strings.HasSuffix(name, "_test.go") {
				continue
			}
			file, err := parser.ParseFile(token.NewFileSet(), name, nil, parser.ParseComments)
			if err != nil {
				t.Fatal(err)
			}
			ast.Inspect(file, func(n ast.Node) bool {
				d, ok := n.(*ast.GenDecl)
				if !ok || d.Tok != token.TYPE {
					return true
				}
				for _, spec := range d.Specs {
					s := spec.(*ast.TypeSpec)
					structure, ok := s.Type.(*ast.StructType)
					if !ok || !s.Name.IsExported() {
						continue
					}
					if _, twice := comments[s.Name.Name]; !twice {
						comments[s.Name.Name] = oneLine(s.Doc, d.Doc)
					}
					for _, f := range structure.Fields.List {
						for _, name := range f.Names {
							comments[s.Name.Name+"."+name.Name] = oneLine(f.Comment, f.Doc)
						}
					}
				}
				return true
			})
		}
	}
	return comments
}
