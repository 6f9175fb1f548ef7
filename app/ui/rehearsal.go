package ui

import (
	"bothends/questions"
	"bothends/questions/packs"
	"bothends/questions/whatif"
)

// rehearsal works out the result of made-up answers and draws what comes first
// of it, in parts; nobody sees it. Chromium translates each function of the program when it is
// first called: on a slow phone that is more than half of the time that a first
// result takes, and it passes while somebody answers. Where there are processors
// to spare web/rehearsal.js has done it beside the page.
func rehearsal(v Voice, c *packs.Checkup) []func() {
	r := &Result{Voice: v, Checkup: c, Draft: &LetterDraft{}, Part: Pictures}
	return []func(){
		func() { r.Answers = Read(c.Pack, madeUp(c.Pack)).Answers },
		func() {
			// A pack that cannot be scored with these answers is not rehearsed.
			if study, err := whatif.New(c, r.Answers); err == nil {
				r.Study, r.Report = study, &study.Base
			}
		},
		func() { r.Render() },
		func() {
			(&Candle{Voice: v}).Render()
			(&Scale{Voice: v}).Render()
			if r.Report != nil && r.Report.Band != nil {
				(&Matrix{Voice: v, Checkup: c, Band: *r.Report.Band}).Render()
			}
		},
	}
}

// madeUp answers every question, as entries of the form.
func madeUp(p *questions.Pack) (entries [][2]string) {
	for _, s := range p.Sections {
		for i := range s.Questions {
			q := &s.Questions[i]
			switch options := p.QuestionOptions(q); {
			case q.Type == questions.Number:
				entries = append(entries, [2]string{q.ID, "2"})
			case q.Type == questions.List:
				for _, key := range options {
					entries = append(entries, [2]string{q.ID, key})
				}
			case len(options) > 0 && q.Type != questions.Shares:
				entries = append(entries, [2]string{q.ID, options[len(options)-1]})
			}
		}
	}
	return entries
}
