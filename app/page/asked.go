package page

import (
	"strconv"
	"strings"

	"bothends/app/say"
	"bothends/questions"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// conditions writes what decides whether a question is asked for [data-asked], as
// web/page/asked.js reads it: "met=often|always&status!own amount+", of which one of
// "met and status" and "amount" has to hold.
func conditions(all []questions.Prerequisite) string {
	var parts []string
	for i := range all {
		parts = append(parts, condition(&all[i]))
	}
	return strings.Join(parts, " ")
}

func condition(c *questions.Prerequisite) string {
	var text string
	switch {
	case c.Answered != nil && *c.Answered:
		text = c.Question + "+"
	case c.Answered != nil:
		text = c.Question + "-"
	case c.Is != nil:
		text = c.Question + "=" + strings.Join(c.Is, "|")
	default:
		text = c.Question + "!" + strings.Join(c.Not, "|")
	}
	if c.And != nil {
		text += "&" + condition(c.And.Alone())
	}
	return text
}

// proposal is a button that takes what other answers suggest; web/page/checkup.js
// shows it where there is something to take.
func proposal(v say.Voice, q *questions.Question) []app.UI {
	p := q.Propose
	if p == nil {
		return nil
	}
	what := p.Question + "-" + p.Less
	if p.Value != nil {
		what = strconv.FormatFloat(*p.Value, 'f', -1, 64)
	}
	button := app.Button().Type("button").Class("plain").DataSet("act", "propose").DataSet("propose", what).
		DataSet("point", v.T("language.point")).DataSet("take", v.T("propose")).Hidden(true)
	if p.If != nil {
		button = button.DataSet("if", conditions([]questions.Prerequisite{*p.If}))
	}
	return []app.UI{button}
}
