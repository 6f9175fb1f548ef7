package record

import (
	"slices"
	"strconv"
	"strings"
	"unicode"

	"bothends/questions"
)

// A Plan is one step as the person means to take it: "if it is 19:00, then I put the
// phone in the drawer". Plans of this form were followed by more of what was meant
// than intentions alone: d = .65 over 94 tests (Gollwitzer & Sheeran 2006, Advances
// in Experimental Social Psychology 38:69). The page promises nothing of it. Both
// parts are the person's own words, in their own language.
type Plan struct {
	If, Then string
}

// MaxPlanPart is how long a part of a plan may be, in characters: a sentence that
// needs more is no plan.
const MaxPlanPart = 120

// What became of a plan.
const (
	Yes    = "yes"
	Partly = "partly"
	No     = "no"
)

// The texts of a record.
const (
	planIf     = "plan_if"
	planThen   = "plan_then"
	planWorked = "plan_worked"
)

// NewPlan is a plan of what was typed, on one line each and not too long. Without
// both parts there is none.
func NewPlan(when, then string) Plan {
	p := Plan{tidy(when), tidy(then)}
	if p.If == "" || p.Then == "" {
		return Plan{}
	}
	return p
}

func tidy(s string) string {
	s = strings.Map(func(r rune) rune {
		if unicode.IsControl(r) {
			return ' '
		}
		return r
	}, strings.ToValidUTF8(s, ""))
	// Only plain spaces: one that holds a number and its unit together stays.
	s = strings.Join(strings.FieldsFunc(s, func(r rune) bool { return r == ' ' }), " ")
	if r := []rune(s); len(r) > MaxPlanPart {
		s = string(r[:MaxPlanPart])
	}
	s = strings.TrimLeftFunc(s, unicode.IsSpace)
	return strings.TrimRightFunc(s, func(r rune) bool { return r == '.' || unicode.IsSpace(r) })
}

// checkPlan names what is no plan among the texts of a record.
func checkPlan(texts map[string]string) (problems []questions.Problem) {
	wrong := func(path, code, message, hint string, args map[string]string) {
		problems = append(problems, questions.Problem{Path: path, Code: code, Args: args, Message: message, Hint: hint})
	}
	for _, name := range []string{planIf, planThen} {
		text := texts[name]
		switch n := len([]rune(text)); {
		case n > MaxPlanPart:
			wrong(name, questions.BadPlan, "the plan has "+strconv.Itoa(n)+" characters in one part", "at most "+strconv.Itoa(MaxPlanPart), map[string]string{"max": strconv.Itoa(MaxPlanPart)})
		case strings.ContainsFunc(text, unicode.IsControl):
			wrong(name, questions.BadPlan, "the plan holds characters that nobody can see", "letters, digits and signs on one line", map[string]string{"max": strconv.Itoa(MaxPlanPart)})
		}
	}
	if (texts[planIf] == "") != (texts[planThen] == "") {
		wrong(planThen, questions.BadPlan, "half a plan is there: when, or what then", "both parts, or none", map[string]string{"max": strconv.Itoa(MaxPlanPart)})
	}
	if w := texts[planWorked]; w != "" && !slices.Contains([]string{Yes, Partly, No}, w) {
		wrong(planWorked, questions.UnknownKey, strconv.Quote(shortened(w))+" is none of yes, partly and no", "", map[string]string{"got": shortened(w), "allowed": "yes, partly, no"})
	}
	return problems
}

// LastPlan is the plan to ask about on a day, "2026-11-25": the last one that was
// kept before it, unless a later result says what became of it.
func (s Shelf) LastPlan(day string) (Plan, bool) {
	for _, k := range slices.Backward(s.Kept) {
		r := k.Record
		switch {
		case len(k.Problems) > 0:
		case r.Date < day && r.Plan != (Plan{}):
			return r.Plan, true
		case r.Worked != "":
			return Plan{}, false
		}
	}
	return Plan{}, false
}
