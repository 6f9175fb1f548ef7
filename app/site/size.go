package site

import (
	"slices"
	"strings"

	"bothends/app/page"
)

// FirstAnswerCeiling is the most bytes (Brotli) that may travel before a
// question can be answered: they fit into the first few packets that a server
// sends before it waits for a word from the reader: ten of 1,460 bytes (RFC 6928),
// less headers, which are about 1,200. (Where a question is asked, and what is proposed,
// came with 120 bytes.)
const FirstAnswerCeiling = 13_200

// A Size is what one step of a visit downloads, in bytes.
type Size struct {
	What              string
	Files             int
	Raw, Gzip, Brotli int
}

// sizes reports what readers download: for the check-up in each language what
// is needed before the first answer, then the scripts that follow, then the
// program. It looks at the compressed copies, so those must be there.
func (s *Site) sizes() []Size {
	sum := func(what string, names ...string) Size {
		size := Size{What: what, Files: len(names)}
		for _, name := range names {
			size.Raw += len(s.Files[name])
			size.Gzip += len(s.smaller(name, ".gz"))
			size.Brotli += len(s.smaller(name, ".br"))
		}
		return size
	}
	resolved := func(addresses ...string) []string {
		var names []string
		for _, address := range addresses {
			names = append(names, s.names[address])
		}
		return names
	}
	var out []Size
	listed := map[string]bool{}
	for _, p := range s.pages {
		if !p.Program || p.Path != p.Canonical {
			continue
		}
		first := resolved(slices.Concat(p.Styles, p.Scripts)...)
		later := resolved(append(slices.Clone(p.Defer), "/web/boot.js", "/web/wasm_exec.js", "/web/compile.js", "/web/rehearsal.js")...)
		out = append(out,
			sum(p.Path+" before the first answer", append(first, fileOf(p.Path))...),
			sum(p.Path+" scripts that follow", later...))
	}
	if lexicon := s.names[page.LexiconFile]; lexicon != "" {
		out = append(out, sum("the words of the reader of job ads", lexicon))
	}
	for _, p := range s.pages {
		if name := s.names[dataFile(p.Lang)]; p.Program && name != "" && p.Path == p.Canonical && !listed[name] {
			listed[name] = true
			out = append(out, sum("words and rules in "+p.Lang, name))
		}
	}
	out = append(out, sum("the program", s.names["/web/app.wasm"]))
	for _, lang := range sortedKeys(s.keep.Languages) {
		names := []string{workerFile}
		for _, address := range s.keep.kept(lang) {
			names = append(names, fileOf("/"+strings.TrimPrefix(address, s.base)))
		}
		out = append(out, sum("all that a first visit in "+lang+" keeps", names...))
	}
	return out
}

// smaller returns the compressed copy of a file, or the file where none is.
func (s *Site) smaller(name, ext string) []byte {
	if small, ok := s.Files[name+ext]; ok {
		return small
	}
	return s.Files[name]
}
