package main

import (
	"strconv"

	"bothends/app/say"
)

// pay is what the page says about money, in its words: the jobs inside the job,
// the rates, and what could not be worked out.
func (t text) pay() []string {
	w := say.PayWords{Voice: say.Voice{Printer: t.Printer, Pack: t.words}, Tables: t.checkup.Tables, Result: t.report.Pay}
	lines := []string{w.Title()}
	if t.report.Pay == nil {
		return append(lines, w.Silence())
	}
	for i, job := range w.Jobs() {
		lines = append(lines, "  "+strconv.Itoa(i+1)+". "+job.Tasks+t.Colon()+w.Percent(job.Share))
	}
	lines = append(lines, given(w.Shared(), w.Counts())...)
	if len(w.Result.Parts) > 1 {
		lines = append(lines, w.CountedBy())
	}
	lines = append(lines, "")
	for _, rate := range w.Rates() {
		lines = append(lines, rate.Name+t.Colon()+rate.Amount)
		for _, note := range rate.Notes {
			lines = append(lines, "  "+note)
		}
	}
	if verdict := w.Verdict(); verdict != nil {
		lines = append(append(lines, ""), verdict...)
	}
	lines = append(lines, given(w.Method())...)
	lines = append(lines, "")
	if silence := w.Silence(); silence != "" {
		return append(lines, silence)
	}
	lines = append(lines, given(w.Unpaid())...)
	lines = append(lines, w.Minimum()...)
	lines = append(lines, w.Manager()...)
	if gaps := w.Gaps(); len(gaps) > 0 {
		lines = append(lines, t.T("pay.missing"))
		for _, gap := range gaps {
			lines = append(lines, "  "+gap.Reason+" "+gap.Figures)
		}
	}
	return lines
}

// given leaves out what there is nothing to say about.
func given(lines ...string) []string {
	var said []string
	for _, line := range lines {
		if line != "" {
			said = append(said, line)
		}
	}
	return said
}
