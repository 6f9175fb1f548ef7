package main

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"bothends/app/i18n"
	"bothends/app/say"
	"bothends/questions"
	"bothends/questions/checkup"
)

// A text is a result for the terminal, in the order and the words of the page:
// sentences before numbers, and never a number without its words and the
// remark that it is not validated.
type text struct {
	*i18n.Printer
	words   questions.Words
	checkup *checkup.Checkup
	report  checkup.Report
}

func (t text) String() string {
	var b strings.Builder
	for _, part := range [][]string{t.verdict(), t.numbers(), t.drivers(), t.limits(), t.pay()} {
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

func (t text) verdict() []string {
	var lines []string
	if s := t.report.Signs; s != nil {
		if s.Level == "high" {
			lines = append(lines, t.T("result.first.text"), "")
		}
		lines = append(lines, t.words.Get("signs."+s.Level))
	}
	if s := t.report.Strain; s != nil {
		lines = append(lines, t.words.Get("strain."+s.Level))
	}
	b := t.report.Band
	if b == nil {
		lines = append(lines, t.T("reason.none"))
		for _, part := range []string{"signs", "strain"} {
			if key := t.report.Reasons[part]; key != "" {
				lines = append(lines, t.T("reason."+part+"."+key))
			}
		}
		return lines
	}
	near := t.T("map.clear")
	if b.NearBoundary() {
		near = t.T("map.near", "low", t.band(b.Low), "high", t.band(b.High))
	}
	return append(lines, "", t.words.Get("band."+b.Key+".name"), t.words.Get(b.Cell.WordKey()), near)
}

func (t text) band(number int) string {
	return t.words.Get("band." + t.checkup.Model.Scoring.Bands.Keys[number-1] + ".name")
}

func (t text) numbers() []string {
	shown := t.checkup.Model.Show(t.report.Result)
	var lines []string
	line := func(name string, value int, level, note string) {
		lines = append(lines, t.T(name)+t.Colon()+t.T("result.of", "n", strconv.Itoa(value))+" ("+t.T(level)+")", "  "+note)
	}
	if s := shown.Signs; s != nil {
		line("result.signs", s.Score, "level.signs."+t.report.Signs.Level, t.T("result.likely",
			"low", strconv.Itoa(s.Low), "high", strconv.Itoa(s.High), "error", strconv.Itoa(s.Error)))
	}
	if s := shown.Strain; s != nil {
		note := t.T("result.complete")
		if s.HasRange {
			note = t.T("result.range", "low", strconv.Itoa(s.Low), "high", strconv.Itoa(s.High))
		}
		if t.report.Strain.RaisedByLimits {
			note += " " + t.T("result.raised_by_limits", "level", t.T("level.strain."+t.report.Strain.LevelUsed))
		}
		line("result.strain", s.Score, "level.strain."+t.report.Strain.Level, note)
	}
	if len(lines) > 0 {
		lines = append(lines, t.T("result.notvalidated"))
	}
	if ratio := shown.EffortReward; ratio != nil {
		key := "balance.even"
		switch {
		case *ratio > 1:
			key = "balance.above"
		case *ratio < 1:
			key = "balance.below"
		}
		lines = append(lines, t.T(key, "ratio", t.Number(*ratio, 2)))
	}
	return lines
}

func (t text) drivers() []string {
	if t.report.Strain == nil {
		return nil
	}
	lines := []string{t.T("drivers.title")}
	shown := t.checkup.Model.Show(t.report.Result)
	ranks := shown.Ranks()
	for i, d := range t.report.Drivers {
		if d.Notable {
			lines = append(lines, "  "+strconv.Itoa(ranks[i])+". "+t.words.Get("driver."+d.Key+".name")+
				t.Colon()+t.N("drivers.points", shown.Drivers[i]))
		}
	}
	if len(lines) == 1 {
		lines = append(lines, t.T("drivers.none"))
	}
	return lines
}

func (t text) limits() []string {
	lines := []string{t.T("limits.title")}
	for _, key := range t.report.Limits {
		lines = append(lines, "  "+t.words.Get("limit."+key+".name"))
	}
	if len(lines) == 1 {
		return []string{say.LimitsKept(say.Voice{Printer: t.Printer, Pack: t.words}, t.checkup, t.report.Result)}
	}
	return lines
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
