package say

import (
	"cmp"
	"slices"
	"strings"

	"bothends/questions/letter"
	"bothends/questions/pay"
)

// Appraisal is one page for a talk about pay with an employer, or about the fee with
// a client, from what is known: a sentence to open with, the tasks by share, hours,
// pay, and answers to "there is no budget". Facts stand in the words of the note.
// Nothing of how the person is can be in it.
func (w LetterWords) Appraisal(to string) string {
	v := w.Voice
	w.client = to == ToClient
	kind := "job"
	if w.client {
		kind = "client"
	}
	parts := []string{v.T("appraisal." + kind + ".title"), v.T("appraisal.open") + "\n" + w.opening(kind)}
	add := func(heading string, lines ...string) {
		if lines = slices.DeleteFunc(lines, func(s string) bool { return s == "" }); len(lines) > 0 {
			parts = append(parts, heading+"\n– "+strings.Join(lines, "\n– "))
		}
	}
	for _, g := range w.Checkup.Letter.Groups {
		var lines []string
		for _, s := range g.Statements {
			switch {
			case g.Apart:
			case s.Question == "responsibilities":
				lines = append(lines, w.week(s))
			case s.Result == letter.PayRate:
				lines = append(lines, w.say(s), w.band())
			case s.Result == letter.UnpaidYear, slices.Contains([]string{"weekly_hours", "contract_hours", "unpaid_hours"}, s.Question):
				lines = append(lines, w.say(s))
			}
		}
		add(w.Heading(g), lines...)
	}
	add(v.T("appraisal.budget"), v.T("appraisal."+kind+".1"), v.T("appraisal."+kind+".2"), v.T("appraisal."+kind+".3"))
	if !w.client {
		parts = append(parts, v.T("appraisal.known"))
	}
	return strings.Join(parts, "\n\n") + "\n"
}

// opening is one sentence, which names the jobs where they are known.
func (w LetterWords) opening(kind string) string {
	if r := w.Report.Pay; r != nil && r.Jobs != nil && *r.Jobs > 1 {
		return w.Voice.T("appraisal."+kind+".jobs", "jobs", w.Voice.N("pay.jobs", *r.Jobs))
	}
	return w.Voice.T("appraisal." + kind + ".ask")
}

// week is the tasks by share, the largest first, or as the note lists them where
// nobody said how the week is shared.
func (w LetterWords) week(s letter.Statement) string {
	p := PayWords{w.Voice, w.Checkup.Tables, w.Report.Pay}
	if w.Report.Pay == nil || !p.SharesGiven() {
		return w.say(s)
	}
	tasks := slices.Clone(w.Report.Pay.Parts)
	slices.SortStableFunc(tasks, func(a, b pay.Part) int { return cmp.Compare(b.Share, a.Share) })
	var names []string
	for _, t := range tasks {
		if t.Share > 0 {
			names = append(names, w.fill(s.Word("option", t.Key))+" "+p.Percent(t.Share))
		}
	}
	return w.Voice.T("appraisal.week", "list", strings.Join(names, w.Voice.T("letter.list")))
}

// band is the typical band of the published pay, where the rate is set beside it.
func (w LetterWords) band() string {
	if r := w.Report.Pay; r != nil && r.RatioRole != nil && r.BandLow != nil && r.BandHigh != nil {
		return PayWords{w.Voice, w.Checkup.Tables, r}.referenceNotes()[0]
	}
	return ""
}
