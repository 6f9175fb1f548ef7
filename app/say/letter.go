package say

import (
	"slices"
	"strings"

	"bothends/questions"
	"bothends/questions/checkup"
	"bothends/questions/letter"
)

// LetterWords write a note to an employer or a client from answers. What it can say, and in
// which order, is data of the pack (package letter). Rules they keep: only what
// was ticked is in the note; a statement is offered with the very words that
// the note will hold.
type LetterWords struct {
	Voice   Voice
	Checkup *checkup.Checkup
	Report  *checkup.Report
	Answers questions.Answers

	client bool // who is written to
}

// Whom a note can be for.
const (
	ToManager = "manager"
	ToHR      = "hr"
	ToClient  = "client"
)

// Addressees are those that the note can be for, the usual one first.
func (w LetterWords) Addressees() []string {
	var to []string
	r := w.Checkup.Steps.Reader(w.Answers)
	if r.Employer {
		to = append(to, ToManager, ToHR)
	}
	if r.Clients {
		to = append(to, ToClient)
	}
	return to
}

// letterMost is how many changes a note offers to ask for: a longer list is read
// as none.
const letterMost = 8

// A Statement is one thing that a note can say.
type Statement struct {
	ID    string // "weekly_hours", "limit.no_leave", "help.driver.breadth"
	Group letter.Group
	Text  string
}

// Statements are all that can be said to somebody from the answers, in the order
// of the note. What was skipped, and what is of no weight, is not offered.
func (w LetterWords) Statements(to string) []Statement {
	var all []Statement
	w.client = to == ToClient
	for _, group := range w.Checkup.Letter.Groups {
		for _, s := range group.Statements {
			if w.client && s.Employed {
				continue
			}
			add := func(id, text string) {
				if text != "" {
					all = append(all, Statement{id, group, text})
				}
			}
			switch s.Result {
			case letter.Limits:
				for _, key := range w.Report.Limits {
					add(s.Key+"."+key, w.fill(w.word(s), "limit", w.Voice.LimitName(key)))
				}
			case letter.Changes:
				keys := Weighing(w.Report.Result)
				for _, key := range keys[:min(letterMost, len(keys))] {
					change, _ := w.Checkup.Steps.Words(key, w.client)
					add(s.Key+"."+key, w.fill(w.word(s), "change", w.Voice.Pack.Get(change)))
				}
			default:
				add(s.Key, w.say(s))
			}
		}
	}
	return all
}

// Heading names a group.
func (w LetterWords) Heading(g letter.Group) string { return w.Voice.Pack.Get(g.Word()) }

// Note is the text for somebody, with the statements that are ticked.
func (w LetterWords) Note(to string, ticked map[string]bool) string {
	v := w.Voice
	parts := []string{v.T("letter.greeting"), v.T("letter.start." + to)}
	all := w.Statements(to)
	for _, group := range w.Checkup.Letter.Groups {
		lines := []string{w.Heading(group)}
		for _, s := range all {
			if s.Group.Key == group.Key && ticked[s.ID] {
				lines = append(lines, "– "+s.Text)
			}
		}
		if len(lines) > 1 {
			parts = append(parts, strings.Join(lines, "\n"))
		}
	}
	parts = append(parts, v.T("letter.end."+to), v.T("letter.bye"))
	return strings.Join(parts, "\n\n") + "\n"
}

// say makes the one text of a statement, "" where there is nothing to say.
func (w LetterWords) say(s letter.Statement) string {
	switch {
	case s.Always:
		return w.fill(w.word(s))
	case s.Result == letter.PayRate:
		return w.payRate(s)
	case s.Result == letter.UnpaidYear:
		return w.unpaidYear(s)
	case s.Result == letter.Signs:
		if w.Report.Signs == nil {
			return ""
		}
		return w.fill(w.word(s, w.Report.Signs.Level))
	}
	if x, ok := w.Answers.Number(s.Question); ok {
		word, amount := s.Says(x)
		if w.client {
			word = s.ForClient(word)
		}
		switch {
		case word == "":
			return ""
		case amount:
			return w.fill(word, s.Unit, w.counted(s.Unit, x))
		}
		return w.fill(word)
	}
	if keys, ok := w.Answers.Keys(s.Question); ok {
		return w.list(s, keys)
	}
	if key, ok := w.Answers.Choice(s.Question); ok && slices.Contains(s.Options, key) {
		return w.fill(w.word(s, key))
	}
	return ""
}

// word is the key of what a statement says to whom the note is for.
func (w LetterWords) word(s letter.Statement, parts ...string) string {
	if w.client {
		return s.ForClient(s.Word(parts...))
	}
	return s.Word(parts...)
}

func (w LetterWords) fill(key string, pairs ...string) string {
	return w.Voice.Pack.Fill(key, pairs...)
}

// counted is an amount in words: "46.5 hours".
func (w LetterWords) counted(unit string, x float64) string {
	return w.fill(w.Voice.counted(letter.UnitWord(unit), x), "n", w.Voice.Plain(x))
}

// list says what was ticked, or what there could be where nothing was.
func (w LetterWords) list(s letter.Statement, keys []string) string {
	q, _ := w.Checkup.Pack.Question(s.Question)
	n := float64(len(keys))
	switch {
	case n > 0:
		return w.fill(w.Voice.counted(w.word(s), n), "n", w.Voice.Plain(n), "list", w.options(s, q.Options, keys))
	case s.None:
		return w.fill(w.word(s, "none"), "list", w.options(s, q.Options, q.Options))
	}
	return ""
}

// options lists answers in the order of the questionnaire. Some hold commas, so
// semicolons part them.
func (w LetterWords) options(s letter.Statement, all, keys []string) string {
	var names []string
	for _, option := range all {
		if slices.Contains(keys, option) {
			names = append(names, w.fill(s.Word("option", option)))
		}
	}
	return strings.Join(names, w.Voice.T("letter.list"))
}

// payRate sets the rate on paper beside the published one, where the two can be
// compared.
func (w LetterWords) payRate(s letter.Statement) string {
	r := w.Report.Pay
	if r == nil || r.OwnHourly == nil {
		return ""
	}
	p := PayWords{w.Voice, w.Checkup.Tables, r}
	pairs := []string{"own", p.hourly(p.own(*r.OwnHourly, 2)), "years", r.Years}
	switch {
	case r.RatioRole != nil && r.ReferenceHourly != nil:
		return w.fill(w.word(s), append(pairs, "reference", p.hourly(p.Published(*r.ReferenceHourly)))...)
	case r.RatioDefault != nil && r.ReferenceDefaultHourly != nil:
		return w.fill(w.word(s, "title"), append(pairs, "occupation", r.Default.Title,
			"reference", p.hourly(p.Published(*r.ReferenceDefaultHourly)))...)
	}
	return ""
}

// unpaidYear says what the unpaid hours of a year are worth.
func (w LetterWords) unpaidYear(s letter.Statement) string {
	r := w.Report.Pay
	if r == nil || r.UnpaidValueYear == nil || r.UnpaidHours == nil || *r.UnpaidHours == 0 {
		return ""
	}
	p := PayWords{w.Voice, w.Checkup.Tables, r}
	return w.fill(w.word(s), s.Unit, w.counted(s.Unit, *r.UnpaidHours), "amount", p.own(*r.UnpaidValueYear, 0))
}
