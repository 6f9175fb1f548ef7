package main

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"bothends/app/i18n"
	"bothends/app/say"
	"bothends/questions"
	"bothends/questions/checkup"
	"bothends/questions/score"
	"bothends/questions/whatif"
)

// A text is a result for the terminal, in the order and the words of the page:
// sentences before numbers, and never a number without its words and the
// remark that it is not validated.
type text struct {
	*i18n.Printer
	words   questions.Words
	checkup *checkup.Checkup
	report  checkup.Report
	study   *whatif.Study
}

func (t text) String() string {
	var b strings.Builder
	for _, part := range [][]string{t.verdict(), t.numbers(), t.drivers(), t.limits(), t.changes(), t.pay()} {
		if len(part) == 0 {
			continue
		}
		if b.Len() > 0 {
			b.WriteString("\n")
		}
		for _, line := range part {
			b.WriteString(wrapped(line))
		}
	}
	return b.String()
}

func (t text) result() say.ResultWords {
	return say.ResultWords{Voice: say.Voice{Printer: t.Printer, Pack: t.words}, Checkup: t.checkup, Report: &t.report}
}

func (t text) verdict() []string {
	w := t.result()
	var lines []string
	if s := t.report.Signs; s != nil && s.Level == "high" {
		lines = append(lines, t.T("result.first.text"), "")
	}
	lines = append(lines, w.Verdict()...)
	name, what := w.Place()
	if what == "" {
		return append(append(lines, name), w.Missing()...)
	}
	return append(lines, "", name, what, w.Near())
}

func (t text) numbers() []string {
	w := t.result()
	var lines []string
	for _, m := range w.Measures() {
		lines = append(lines, m.Name+t.Colon()+t.T("result.of", "n", strconv.Itoa(m.Value))+" ("+m.Level+")", "  "+m.Note)
	}
	if len(lines) > 0 {
		lines = append(lines, t.T("result.notvalidated"))
	}
	return append(lines, given(w.Balance())...)
}

func (t text) drivers() []string {
	if t.report.Strain == nil {
		return nil
	}
	lines := []string{t.T("drivers.title")}
	for _, d := range t.result().Drivers() {
		if d.Notable {
			lines = append(lines, "  "+strconv.Itoa(d.Rank)+". "+d.Name+t.Colon()+d.Points)
		}
	}
	if len(lines) == 1 {
		lines = append(lines, t.T("drivers.none"))
	}
	return lines
}

func (t text) limits() []string {
	w := t.result()
	limits := w.Limits()
	if len(limits) == 0 {
		return []string{w.NoLimits()}
	}
	lines := []string{t.T("limits.title")}
	for _, l := range limits {
		lines = append(lines, "  "+l.Name)
	}
	return append(lines, given(w.UncheckedLimits())...)
}

// changes are the whole steps that a person could ask for or take.
func (t text) changes() []string {
	found := t.study.Suggest()
	if len(found.Steps) == 0 {
		return nil
	}
	w := say.WhatIfWords{Voice: t.result().Voice, Study: t.study}
	lines := []string{t.T("whatif.title")}
	for _, who := range []string{score.Employer, score.Person} {
		title := "  " + w.Heading(who, found.Target)
		for _, s := range found.Steps {
			if s.Who != who {
				continue
			}
			if title != "" {
				lines, title = append(lines, title), ""
			}
			lines = append(lines, "  - "+w.Title(s)+t.Colon()+w.Effect(s))
		}
	}
	return append(lines, t.T("whatif.signs"))
}

// width is the longest line in characters.
const width = 78

// wrapped breaks a line between words; what follows is indented as much as
// its beginning. No-break spaces stay unbroken.
func wrapped(line string) string {
	indent := line[:len(line)-len(strings.TrimLeft(line, " "))]
	var b strings.Builder
	length := 0
	for _, word := range strings.Split(strings.TrimLeft(line, " "), " ") {
		n := utf8.RuneCountInString(word)
		switch {
		case length == 0:
			b.WriteString(indent)
			length = len(indent)
		case length+1+n > width:
			b.WriteString("\n" + indent)
			length = len(indent)
		default:
			b.WriteByte(' ')
			length++
		}
		b.WriteString(word)
		length += n
	}
	b.WriteByte('\n')
	return b.String()
}
