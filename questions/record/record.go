// Package record is about results that a person keeps: one result with its
// date, what is said about two of them, and several in one file.
//
//	record.go   one kept result as text, and back
//	plan.go     what a person means to do about it
//	many.go     all of them in one file; any.go whatever file somebody brings
//	shelf.go    what is kept on a device: order, equality, how many
//	compare.go  what changed between two
//
// A record holds the answers, never a score: what is shown is worked out from
// them with the model of today. Dates come from the caller, because nothing
// under questions/ knows a clock.
package record

import (
	"strconv"
	"time"

	"bothends/questions"
)

// Format is that of one kept result:
//
//	{"format": "bothends-record", "version": 1, "date": "2026-11-25T21:31:07",
//	 "pack": "social-media-manager", "pack_version": "1.0.0", "answers": {…}}
//
// The date is the time on the person's own clock, which is what they remember. One
// with a plan, or with what became of an earlier one, is of version 2; all others
// stay of version 1, which older programs read.
var Format = questions.Format{
	Name: "bothends-record", Version: 2, Oldest: 1, Fields: []string{"date"},
	May: []string{planIf, planThen, planWorked},
}

// A Record is one kept result.
type Record struct {
	Date        string // "2026-11-25T21:31:07"
	PackVersion string // of the questions when they were answered
	Answers     questions.Answers
	Plan        Plan   // the zero Plan for none
	Worked      string // of the plan before this one: Yes, Partly or No; "" where nobody said
}

// Encode writes a record. The error is a [questions.Problem]: Decode would refuse
// the date, as it does years beyond 9999, which files on some disks have.
func Encode(p *questions.Pack, r Record) ([]byte, error) {
	if !ValidDate(r.Date) {
		return nil, badDate(r.Date)
	}
	texts := map[string]string{"date": r.Date, planIf: r.Plan.If, planThen: r.Plan.Then, planWorked: r.Worked}
	for _, problem := range checkPlan(texts) {
		return nil, problem
	}
	f := Format
	if r.Plan == (Plan{}) && r.Worked == "" {
		f.Version = f.Oldest
	}
	return p.EncodeFile(f, texts, r.Answers), nil
}

// Decode reads a record, whole or not at all, with every problem. One of a
// newer version gives a problem that [Newer] knows: it is to be left as it is.
func Decode(p *questions.Pack, data []byte) (Record, []questions.Problem) {
	c, problems := p.DecodeFile(Format, data)
	if len(problems) > 0 {
		return Record{}, problems
	}
	if problems = checkPlan(c.Texts); !ValidDate(c.Texts["date"]) {
		problems = append(problems, badDate(c.Texts["date"]))
	}
	if len(problems) > 0 {
		return Record{}, problems
	}
	return Record{
		Date: c.Texts["date"], PackVersion: c.PackVersion, Answers: c.Answers,
		Plan: Plan{c.Texts[planIf], c.Texts[planThen]}, Worked: c.Texts[planWorked],
	}, nil
}

func badDate(date string) questions.Problem {
	return questions.Problem{
		Path:    "date",
		Code:    questions.BadDate,
		Args:    map[string]string{"got": shortened(date)},
		Message: strconv.Quote(shortened(date)) + " is not a day and time",
		Hint:    "as in 2026-11-25T21:31:07",
	}
}

// Newer reports whether problems say that a newer version of Both Ends wrote
// the record.
func Newer(problems []questions.Problem) bool {
	for _, p := range problems {
		if p.Code == questions.NewerVersion {
			return true
		}
	}
	return false
}

// dateForm is how records write a day and time.
const dateForm = "2006-01-02T15:04:05"

// ValidDate reports whether s is a day and time that there is, "YYYY-MM-DDThh:mm:ss".
func ValidDate(s string) bool {
	t, err := time.Parse(dateForm, s)
	return err == nil && t.Format(dateForm) == s // Parse takes a fraction too, and an hour of one digit
}

// shortened is what a message can carry of foreign text.
func shortened(s string) string {
	const limit = 40
	if r := []rune(s); len(r) > limit {
		return string(r[:limit]) + "…"
	}
	return s
}
