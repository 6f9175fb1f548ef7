package jobad

import (
	"fmt"

	"bothends/questions"
)

// Check tries the patterns on their examples, and returns those that fail.
func (r *Reader) Check() []questions.Problem {
	var problems []questions.Problem
	for i := 0; i < len(r.patterns); {
		e, matches, misses := r.patterns[i].entry, false, ""
		for ; i < len(r.patterns) && r.patterns[i].entry == e; i++ {
			matches = matches || r.finds(r.patterns[i], e.matches)
			if r.finds(r.patterns[i], e.misses) {
				misses = e.misses
			}
		}
		problem := questions.Problem{File: e.file, Path: e.path}
		if !matches {
			problem.Code, problem.Args = ExampleMiss, map[string]string{"got": e.matches}
			problem.Message = fmt.Sprintf("the pattern %q does not match its example %q", e.source, e.matches)
			problems = append(problems, problem)
		}
		if misses != "" {
			problem.Code, problem.Args = ExampleHit, map[string]string{"got": e.misses}
			problem.Message = fmt.Sprintf("the pattern %q matches %q, which it must not", e.source, e.misses)
			problems = append(problems, problem)
		}
	}
	return problems
}

// finds reports whether p matches anywhere in text, taken as one sentence.
// Masks and exceptions are heeded for responsibilities, as in reading.
func (r *Reader) finds(p *pattern, text string) bool {
	s := r.vocabulary.take(text, nil)
	m := matcher{words: s.words, barriers: &r.barriers}
	var nots []exception
	if phaseOf[p.group.kind] == phaseOf[duty] {
		var c sentenceCues
		r.cues(&sentence{words: s.words, language: p.language}, &c, nil)
		m.blocked, nots = c.masked, c.nots
	}
	for i := range s.words {
		if end := m.match(p, i); end >= 0 && !excepted(nots, p.group.name, i, end) {
			return true
		}
	}
	return false
}
