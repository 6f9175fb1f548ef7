package jobad

// A sentence is a line, or a part of one.
type sentence struct {
	tokens   []token
	words    []word
	section  sectionName
	language int    // english, french, or anyLanguage when there is nothing to tell by
	bullet   bool   // one point of a list
	opening  bool   // first sentence of its line
	under    []word // the heading or label it stands under
}

// wordsIn returns the words of a range of tokens.
func (s *scan) wordsIn(from, to int32) []word {
	first, last := int32(-1), int32(-1)
	for i := from; i < to; i++ {
		if w := s.tokens[i].word; w >= 0 && s.tokens[i].kind != ignored {
			if first < 0 {
				first = w
			}
			last = w
		}
	}
	if first < 0 {
		return nil
	}
	return s.words[first : last+1]
}

// sentences cuts the tokens from..to at full stops and semicolons.
func (s *scan) sentences(from, to int32, add func(from, to int32)) {
	start := from
	for i := from; i < to; i++ {
		t := &s.tokens[i]
		if t.kind != symbol {
			continue
		}
		switch t.r {
		case ';', '?', '!', '…':
		case '.':
			if i+1 < to && s.tokens[i+1].flags&spaced == 0 && s.tokens[i+1].kind != newline {
				continue // "3.5", "site.org"
			}
			if i > from && s.abbreviates(i) {
				continue
			}
		default:
			continue
		}
		end := i + 1
		for end < to && s.tokens[end].kind == symbol && s.tokens[end].flags&spaced == 0 {
			end++ // closing quotes and brackets
		}
		if end < to && t.r != ';' {
			// A sentence begins with a capital, a number or a quote.
			if next := &s.tokens[end]; next.kind == letters && next.flags&capital == 0 {
				continue
			}
		}
		add(start, end)
		start, i = end, end-1
	}
	if start < to {
		add(start, to)
	}
}

// abbreviates reports whether the full stop at i belongs to a short form.
func (s *scan) abbreviates(i int32) bool {
	t := &s.tokens[i-1]
	if t.kind != letters || t.flags&spaced == 0 && t.end-t.start > 1 && s.tokens[max(0, i-2)].kind == symbol {
		return false
	}
	switch w := s.text[t.start:t.end]; w {
	case "Rs", "Fr", "Frs", "Ksh", "Kshs", "Ush", "e", "g", "ex", "vs", "approx", "incl", "env", "St", "Ste", "Dr", "Mr", "Mrs", "Ms", "Mme", "M", "no", "No", "art", "min", "max":
		return true
	}
	return false
}

// languageOf tells the language of words by the small words between them.
func (r *Reader) languageOf(s *scan, words []word) int {
	en, fr := 0, 0
	for i := range words {
		if r.function[english].has(words[i].atoms) {
			en += 2
		}
		if r.function[french].has(words[i].atoms) {
			fr += 2
		}
		if s.tokens[words[i].token].flags&accent != 0 {
			fr++
		}
	}
	switch {
	case en > fr:
		return english
	case fr > en:
		return french
	}
	return anyLanguage
}
