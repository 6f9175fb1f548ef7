package ui

import (
	"strings"
	"unicode/utf8"

	"bothends/questions"
	"bothends/questions/checkup"
)

// LetterWords write a note to an employer from answers. Rules they keep: only
// what was ticked is in the note; nothing about how the person is stands among
// the statements about the job; a statement is offered with the very words
// that the note will hold.
type LetterWords struct {
	Voice   Voice
	Checkup *checkup.Checkup
	Report  *checkup.Report
	Answers questions.Answers
}

// Groups of statements, in the order of the note.
const (
	letterHours      = "hours"
	letterTasks      = "tasks"
	letterProtection = "protection"
	letterPay        = "pay"
	letterLimits     = "limits"
	letterHelp       = "help"
	letterHealth     = "health" // apart from all others, and never ticked with them
)

var letterGroups = []string{letterHours, letterTasks, letterProtection, letterPay, letterLimits, letterHelp, letterHealth}

// Whom a note can be for.
const (
	ToManager = "manager"
	ToHR      = "hr"
)

// letterMost is how many changes a note offers to ask for: a longer list is read
// as none.
const letterMost = 8

// A Statement is one thing that a note can say.
type Statement struct {
	ID    string // "weekly_hours", "limit.no_leave", "driver.breadth"
	Group string
	Text  string
}

// Statements are all that can be said from the answers, in the order of the
// note. What was skipped, and what is of no weight, is not offered.
func (w LetterWords) Statements() []Statement {
	var all []Statement
	add := func(group, id, text string) {
		if text != "" {
			all = append(all, Statement{id, group, text})
		}
	}
	for _, id := range []string{
		"weekly_hours", "contract_hours", "longest_day", "shortest_rest", "evenings_per_week", "weekend_days", "unpaid_hours", "weeks_off",
	} {
		add(letterHours, id, w.amount(id))
	}
	add(letterHours, "real_breaks", w.choice("real_breaks"))
	add(letterTasks, "workload_overflow", w.choice("workload_overflow"))
	add(letterTasks, "conflicting_requests", w.choice("conflicting_requests"))
	add(letterTasks, "responsibilities", w.roles())
	add(letterTasks, "accounts", w.count("accounts"))
	add(letterTasks, "live_days", w.amount("live_days"))
	add(letterTasks, "stand_ins", w.level("stand_ins", "letter.stand_ins.none", "letter.stand_ins", ""))
	add(letterTasks, "levels_above_title", w.level("levels_above_title", "", "letter.levels_above_title", "letter.levels_above_title.more"))
	add(letterProtection, "hostile_content", w.choice("hostile_content"))
	if threats, _ := w.Answers.Choice("threats"); threats == "yes" {
		add(letterProtection, "threats", w.Voice.T("letter.threats"))
	}
	add(letterProtection, "protections", w.protections())
	add(letterPay, "pay", w.pay())
	add(letterPay, "pay.unpaid", w.unpaid())
	for _, key := range w.Report.Limits {
		add(letterLimits, "limit."+key, w.Voice.Pack.Get("limit."+key+".name")+".")
	}
	keys := weighing(w.Report.Result)
	for _, key := range keys[:min(letterMost, len(keys))] {
		add(letterHelp, "help."+key, w.Voice.Pack.Get(key+".employer"))
	}
	if s := w.Report.Signs; s != nil {
		add(letterHealth, "signs", w.Voice.T("letter.signs."+s.Level))
	}
	add(letterHealth, "doctor", w.Voice.T("letter.doctor"))
	return all
}

// Note is the text for somebody, with the statements that are ticked.
func (w LetterWords) Note(to string, ticked map[string]bool) string {
	v := w.Voice
	parts := []string{v.T("letter.greeting"), v.T("letter.start." + to)}
	all := w.Statements()
	for _, group := range letterGroups {
		lines := []string{v.T("letter.group." + group)}
		for _, s := range all {
			if s.Group == group && ticked[s.ID] {
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

// letterUnits are the words that count an answer. Those of hours may be 0 and
// mean something; the others are said from 1 on.
var letterUnits = map[string]string{
	"weekly_hours": "hours", "contract_hours": "hours", "longest_day": "hours", "shortest_rest": "hours", "unpaid_hours": "hours",
	"evenings_per_week": "evenings", "weekend_days": "weekends", "weeks_off": "weeks", "live_days": "days",
}

// amount says a number with its unit, "" for a skipped one or none.
func (w LetterWords) amount(id string) string {
	x, ok := w.Answers.Number(id)
	switch {
	case !ok:
		return ""
	case x == 0 && id == "weeks_off":
		return w.Voice.T("letter.weeks_off.none")
	case x == 0 && id != "shortest_rest":
		return ""
	}
	unit := letterUnits[id]
	return w.Voice.T("letter."+id, unit, w.Voice.quantity("letter."+unit, x))
}

// count says how many of something there are, "" for none.
func (w LetterWords) count(id string) string {
	x, ok := w.Answers.Number(id)
	if !ok || x == 0 {
		return ""
	}
	return w.Voice.quantity("letter."+id, x)
}

// choice says an answer that has words of its own; the others are no news.
func (w LetterWords) choice(id string) string {
	key, _ := w.Answers.Choice(id)
	if !w.Voice.Has("letter." + id + "." + key) {
		return ""
	}
	return w.Voice.T("letter." + id + "." + key)
}

// level picks the words for none, one, and two or more; "" says nothing.
func (w LetterWords) level(id, none, one, more string) string {
	x, ok := w.Answers.Number(id)
	key := none
	switch {
	case x >= 2:
		key = more
	case x >= 1:
		key = one
	}
	if !ok || key == "" {
		return ""
	}
	return w.Voice.T(key)
}

func (w LetterWords) roles() string {
	keys, _ := w.Answers.Keys("responsibilities")
	if len(keys) == 0 {
		return ""
	}
	return w.Voice.N("letter.responsibilities", len(keys), "list", w.options("responsibilities", keys))
}

// protections say what there is, or what there could be where there is none.
func (w LetterWords) protections() string {
	keys, ok := w.Answers.Keys("protections")
	if !ok {
		return ""
	}
	if len(keys) > 0 {
		return w.Voice.T("letter.protections", "list", w.options("protections", keys))
	}
	q, _ := w.Checkup.Pack.Question("protections")
	return w.Voice.T("letter.protections.none", "list", w.options("protections", q.Options))
}

// options lists answers in the order of the questionnaire. Some hold commas, so
// semicolons part them.
func (w LetterWords) options(id string, keys []string) string {
	q, _ := w.Checkup.Pack.Question(id)
	var names []string
	for _, option := range q.Options {
		for _, key := range keys {
			if key == option {
				names = append(names, uncapital(w.Voice.Pack.Get(id+".option."+key)))
			}
		}
	}
	return strings.Join(names, w.Voice.T("letter.list"))
}

// uncapital puts a line into a sentence. A word all in capitals stays: "SEO".
func uncapital(s string) string {
	first, _, _ := strings.Cut(s, " ")
	if utf8.RuneCountInString(first) > 1 && first == strings.ToUpper(first) {
		return s
	}
	_, size := utf8.DecodeRuneInString(s)
	return strings.ToLower(s[:size]) + s[size:]
}

// pay sets the rate on paper beside the published one, where the two can be
// compared.
func (w LetterWords) pay() string {
	r := w.Report.Pay
	if r == nil || r.OwnHourly == nil {
		return ""
	}
	p := PayWords{w.Voice, w.Checkup.Tables, r}
	pairs := []string{"own", p.hourly(p.own(*r.OwnHourly, 2)), "years", r.Years}
	switch {
	case r.RatioRole != nil && r.ReferenceHourly != nil:
		return w.Voice.T("letter.pay", append(pairs, "reference", p.hourly(p.published(*r.ReferenceHourly)))...)
	case r.RatioDefault != nil && r.ReferenceDefaultHourly != nil:
		return w.Voice.T("letter.pay.title", append(pairs, "occupation", r.Default.Title,
			"reference", p.hourly(p.published(*r.ReferenceDefaultHourly)))...)
	}
	return ""
}

// unpaid says what the unpaid hours of a year are worth.
func (w LetterWords) unpaid() string {
	r := w.Report.Pay
	if r == nil || r.UnpaidValueYear == nil || r.UnpaidHours == nil || *r.UnpaidHours == 0 {
		return ""
	}
	p := PayWords{w.Voice, w.Checkup.Tables, r}
	return w.Voice.T("letter.pay.unpaid", "hours", w.Voice.quantity("letter.hours", *r.UnpaidHours), "amount", p.own(*r.UnpaidValueYear, 0))
}
