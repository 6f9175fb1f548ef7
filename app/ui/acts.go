package ui

import (
	"bothends/app/say"
	"bothends/questions"
	"bothends/questions/checkup"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// Acts offers what was not asked yet: each act with what it adds and how long it takes.
type Acts struct {
	app.Compo

	Voice   say.Voice
	Checkup *checkup.Checkup
	Answers questions.Answers
}

// open reports whether an act asks for something that has no answer.
func (a *Acts) open(act questions.Act) bool {
	p := a.Checkup.Pack
	for _, q := range p.ActQuestions(act) {
		_, answered := a.Answers[q.ID]
		if !answered && q.Type != questions.Shares && q.ID != say.AskCadre && p.Asks(q, a.Answers) {
			return true
		}
	}
	return false
}

func (a *Acts) Render() app.UI {
	v, p := a.Voice, a.Checkup.Pack
	var items []app.UI
	for i, act := range p.Acts {
		if i == 0 {
			continue
		}
		if a.open(act) {
			items = append(items, app.Li().Body(
				app.A().Href("#step-"+act.Sections[0]).DataSet("act", "step").Text(v.Pack.Get("act."+act.ID+".title")),
				app.Text(" "+v.ActAdds(p, act)),
			))
		}
	}
	region := app.Div().Class("acts")
	if len(items) == 0 {
		return region.Hidden(true)
	}
	return region.Hidden(false).Body(H3(v, "act.more"), app.Ul().Body(items...))
}
