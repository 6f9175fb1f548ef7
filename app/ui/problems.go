package ui

import (
	"bothends/app/say"
	"bothends/questions"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// Problems is the summary of the answers that cannot be read, or else of those that
// are doubted. It links to each field and draws itself empty when all is well.
type Problems struct {
	app.Compo

	Voice    say.Voice
	Problems []questions.Problem
	Doubts   []say.Doubt
}

func (p *Problems) Render() app.UI {
	if len(p.Problems) == 0 {
		if len(p.Doubts) > 0 {
			return p.doubts()
		}
		return app.Div().Hidden(true)
	}
	var items []app.UI
	for _, problem := range p.Problems {
		text := p.Voice.ProblemText(problem)
		if problem.Path == "" {
			items = append(items, Item(text))
			continue
		}
		items = append(items, app.Li().Body(app.A().Href("#"+problem.Path).Text(p.Voice.T("problem.line",
			"question", p.Voice.QuestionName(problem.Path), "problem", text))))
	}
	return app.Div().Hidden(false).ID("problems").Class("problems").Role("alert").TabIndex(-1).Body(
		app.H2().Text(p.Voice.N("problem.title", len(p.Problems))),
		P(p.Voice, "problem.what"),
		app.Ul().Body(items...),
	)
}

// doubts asks whether answers are right. Yes goes on to the result; that is for the
// page (web/page/checkup.js), which keeps it with the answers of this tab.
func (p *Problems) doubts() app.UI {
	var items []app.UI
	for _, d := range p.Doubts {
		items = append(items, app.Li().Body(
			app.A().Href("#"+d.Question).Text(p.Voice.QuestionName(d.Question)),
			app.Text(p.Voice.Colon()+d.Text),
		))
	}
	return app.Div().Hidden(false).ID("problems").Class("problems").Role("alert").TabIndex(-1).Body(
		app.H2().Text(p.Voice.N("doubt.title", len(p.Doubts))),
		P(p.Voice, "doubt.what"),
		app.Ul().Body(items...),
		app.P().Body(app.Button().Type("button").Class("main").DataSet("act", "sure").Text(p.Voice.T("doubt.all"))),
	)
}
