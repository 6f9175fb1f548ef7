package ui

import (
	"strings"

	"bothends/app/say"
	"bothends/questions"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// HelpLine lists what a person in one country can call, write to or open.
func HelpLine(v say.Voice, h questions.HelpLine) app.UI {
	var items []app.UI
	if len(h.Emergency) > 0 {
		first := []app.UI{app.Text(v.T("talk.emergency") + " ")}
		for i, line := range h.Emergency {
			if i > 0 {
				first = append(first, app.Text(" · "))
			}
			first = append(first, oneLine(v, h, line)...)
		}
		items = append(items, app.Li().Body(first...))
	}
	for _, line := range h.Listening {
		items = append(items, app.Li().Body(oneLine(v, h, line)...))
	}
	return app.Ul().Class("lines").Body(items...)
}

// LinesNote stands once behind help lines. All countries, and what each line rests
// on, are one press away: that is not what somebody in need reads first.
func LinesNote(v say.Voice) app.UI {
	return app.P().Class("small").Body(
		Text(v, "talk.from_inside"), app.Text(" "),
		app.A().Href(v.Address("help")).Body(Text(v, "talk.rests")),
	)
}

// oneLine writes a number as links that call or write, as the line is reached,
// and says who answers, in which languages, at what price and when.
func oneLine(v say.Voice, h questions.HelpLine, l questions.Line) []app.UI {
	var out []app.UI
	write := func(text string) { out = append(out, app.Text(text)) }
	switch {
	case l.Link != "":
		out = append(out, app.A().Href(l.Link).Rel("noopener noreferrer").Target("_blank").
			Text(strings.TrimPrefix(l.Link, "https://")))
	case l.Takes(questions.ByCall):
		out = append(out, number(l.Number, "tel:"))
		if l.Takes(questions.ByText) {
			write(v.T("talk.or_text"))
			out = append(out, number(l.Number, "sms:"))
		}
	default:
		if l.Text != "" {
			write(v.T("talk.text", "word", l.Text))
		} else {
			write(v.T("talk.by_text"))
		}
		out = append(out, number(l.Number, "sms:"))
	}
	if about := say.About(v, h, l); about != "" {
		write(" – " + about)
	}
	return out
}

// firstCalls are what is pressed in need: the first line that takes calls, or what is
// there instead, then the emergency numbers.
func firstCalls(v say.Voice, h questions.HelpLine) []app.UI {
	var out []app.UI
	for _, l := range h.Listening {
		if l.Link != "" {
			out = append(out, app.A().Class("button main").Href(l.Link).Rel("noopener noreferrer").Target("_blank").
				Text(strings.TrimPrefix(l.Link, "https://")))
			break
		}
		if l.Takes(questions.ByCall) {
			out = append(out, number(l.Number, "tel:").Class("button main").Aria("label", v.T("result.first.call", "number", l.Number)))
			break
		}
	}
	for i, l := range h.Emergency {
		if i == 0 {
			out = append(out, app.Span().Text(v.T("result.first.emergency")))
		}
		if l.Takes(questions.ByCall) {
			out = append(out, number(l.Number, "tel:").Class("button"))
		}
	}
	return out
}

func number(n, scheme string) app.HTMLA {
	digits := strings.Map(func(r rune) rune {
		if r >= '0' && r <= '9' || r == '+' {
			return r
		}
		return -1
	}, n)
	return app.A().Class("number").Dir("ltr").Href(scheme + digits).Text(n)
}
