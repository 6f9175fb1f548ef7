package page

import (
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"bothends/app/say"
	"bothends/app/ui"
	"bothends/questions"
	"bothends/questions/checkup"
	"bothends/questions/pay"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// question draws one question with native controls. Its inputs carry the
// question's id as name and the keys as values, in every language.
func question(v say.Voice, c *checkup.Checkup, q *questions.Question) app.UI {
	switch q.Type {
	case questions.Choice:
		return choiceQuestion(v, c, q)
	case questions.List:
		return listQuestion(v, q)
	case questions.Number:
		if c.Pack.IsPicked(q) {
			return countQuestion(v, q)
		}
		return numberQuestion(v, c.Pack, q)
	case questions.Code:
		return codeQuestion(v, c.Tables, q)
	default:
		return sharesQuestion(v, c.Pack, q)
	}
}

func choiceQuestion(v say.Voice, c *checkup.Checkup, q *questions.Question) app.UI {
	var options []app.UI
	var words []string
	for _, key := range c.Pack.QuestionOptions(q) {
		word := v.Pack.Get(q.OptionWord(key))
		words = append(words, word)
		options = append(options, option(q.ID, "radio", key, word, ""))
	}
	body := append(basisNotes(v, c.Tables, q),
		app.Div().Class("options "+layout(q.Scale != "" || len(words) == 5, words)).Body(options...))
	if q.NotApplicable {
		// Below the others: it is no point of their scale.
		body = append(body, option(q.ID, "radio", "not_applicable", v.Pack.Get("not_applicable."+q.ID), ""))
	}
	field := fieldset(v, q, body...)
	if places := whereAsked(c.Tables, q); places != "" {
		field = field.DataSet("where", places)
	}
	if role := payRoles[q.ID]; role != "" {
		field = field.DataSet("pay", role)
	}
	return field
}

// layout is how options stand: points of a scale (five options are one) in one row of
// equal targets, joined by a line; a few others in one row of boxes. Where it gets too
// narrow, and with words that do not fit on a phone, all stand in one column. The
// measures are those of 12.5 and 15 px on a screen of 360 px.
func layout(scale bool, words []string) string {
	const phone, letter = 336, 7.0
	longest, whole := 0, 0 // in letters: of what cannot break, and of an answer
	for _, word := range words {
		whole = max(whole, utf8.RuneCountInString(word))
		for _, part := range strings.Fields(word) {
			longest = max(longest, utf8.RuneCountInString(part))
		}
	}
	room := phone / float64(len(words)) / letter
	switch {
	case scale && float64(longest) <= room:
		return "scale"
	case len(words) <= 3 && float64(longest) <= room-4 && float64(whole) <= 2.5*room:
		return "row"
	}
	return "column"
}

func listQuestion(v say.Voice, q *questions.Question) app.UI {
	var options []app.UI
	for _, key := range q.Options {
		options = append(options, option(q.ID, "checkbox", key, v.Pack.Get(q.ID+".option."+key), ""))
	}
	options = append(options, option(q.ID, "checkbox", questions.NoneOfThese, v.Pack.Get("none."+q.ID), ""))
	return fieldset(v, q, app.Div().Class("options list").DataSet("none", "true").Body(options...))
}

func fieldset(v say.Voice, q *questions.Question, body ...app.UI) app.HTMLFieldSet {
	inner := []app.UI{app.Legend().Text(v.Pack.Get(q.ID + ".label"))}
	inner = append(inner, help(v, q)...)
	f := app.FieldSet().ID(q.ID).Class("q").DataSet("q", q.ID).TabIndex(-1)
	if v.Pack.Has(q.ID + ".help") {
		f = f.Attr("aria-describedby", q.ID+"-help")
	}
	if len(q.AskedIf) > 0 {
		f = f.DataSet("asked", conditions(q.AskedIf))
	}
	return f.Body(append(inner, body...)...)
}

// option is a box with its words. The label holds its control, so it does not
// name it too, and the control needs no id beside its name and value: with 200 of
// them, each would be half a kilobyte of what travels before the first answer.
func option(name, kind, value, label, class string) app.UI {
	return app.Label().Class(strings.TrimSpace("option "+class)).Body(
		app.Input().Type(kind).Name(name).Attr("value", value),
		app.Text(label),
	)
}

// countQuestion is a small whole number: a button for each, and no keyboard.
func countQuestion(v say.Voice, q *questions.Question) app.UI {
	var options []app.UI
	for n := int(*q.Min); n <= int(*q.Max); n++ {
		key := strconv.Itoa(n)
		options = append(options, option(q.ID, "radio", key, v.Picked(q, float64(n)), ""))
	}
	return fieldset(v, q, app.Div().Class("options row").Body(options...))
}

func numberQuestion(v say.Voice, p *questions.Pack, q *questions.Question) app.UI {
	mode := "decimal"
	if q.Whole {
		mode = "numeric"
	}
	described := []string{}
	if v.Pack.Has(q.ID + ".help") {
		described = append(described, q.ID+"-help")
	}
	described = append(described, q.ID+"-problem")
	doubted := slices.Contains(say.DoubtedQuestions(p), q.ID)
	if doubted {
		described = append(described, q.ID+"-advice")
	}
	field := []app.UI{
		app.Input().Type("text").ID(q.ID).Name(q.ID).Attr("inputmode", mode).
			Attr("autocomplete", "off"). // no maxlength, which cuts what is pasted in silence
			Attr("aria-describedby", strings.Join(described, " ")),
	}
	if q.Unit != "" && q.Unit != questions.Money && v.Pack.Has("unit."+q.Unit) { // a currency is asked for next
		field = append(field, app.Span().Class("unit").Attr("aria-hidden", "true").Text(v.Pack.Get("unit."+q.Unit)))
	}
	field = append(field, proposal(v, q)...)
	if q.Word != "" {
		field = append(field, option(q.ID, "checkbox", q.Word, v.Pack.Get(q.ID+".word."+q.Word), "inline"))
	}
	body := []app.UI{app.Label().Class("label").For(q.ID).Text(v.Pack.Get(q.ID + ".label"))}
	body = append(body, help(v, q)...)
	body = append(body,
		app.Div().Class("field").Body(field...),
		app.P().Class("problem").ID(q.ID+"-problem").Hidden(true),
	)
	if doubted {
		body = append(body, doubtPlace(v, q)...)
	}
	for _, h := range p.Hints {
		if h.Question == q.ID {
			body = append(body, app.P().Class("hint").ID(h.ID+"-hint").Role("status").Hidden(true).
				Text(v.Pack.Get("hint."+h.ID)))
		}
	}
	drawn := app.Div().Class("q").DataSet("q", q.ID)
	if len(q.AskedIf) > 0 {
		drawn = drawn.DataSet("asked", conditions(q.AskedIf))
	}
	return drawn.Body(body...)
}

func codeQuestion(v say.Voice, t *pay.Tables, q *questions.Question) app.UI {
	prefix := "country."
	if q.Standard == "iso4217" {
		prefix = "currency."
	}
	options := []app.UI{app.Option().Attr("value", empty).Body(ui.Text(v, "choose"))}
	for _, code := range q.Options {
		option := app.Option().Attr("value", code).Text(v.Pack.Get(prefix + code))
		if q.ID == say.AskCountry {
			option = option.DataSet("currency", currencyOf(t, code))
		}
		options = append(options, option)
	}
	body := []app.UI{app.Label().Class("label").For(q.ID).Text(v.Pack.Get(q.ID + ".label"))}
	body = append(body, help(v, q)...)
	choice := app.Select().ID(q.ID).Name(q.ID).Attr("autocomplete", "off")
	if v.Pack.Has(q.ID + ".help") {
		choice = choice.Attr("aria-describedby", q.ID+"-help")
	}
	body = append(body, app.Div().Class("field").Body(choice.Body(options...)))
	body = append(body, advicePlace(q)...)
	drawn := app.Div().Class("q").DataSet("q", q.ID)
	if len(q.AskedIf) > 0 {
		drawn = drawn.DataSet("asked", conditions(q.AskedIf))
	}
	if role := payRoles[q.ID]; role != "" {
		drawn = drawn.DataSet("pay", role)
	}
	drawn = drawn.Body(body...)
	if before := moneyIsOptional(v, q); before != nil {
		return app.Div().Body(append(before, drawn)...)
	}
	return drawn
}

func help(v say.Voice, q *questions.Question) []app.UI {
	words := v.Optional(q.ID + ".help")
	if words == "" {
		return nil
	}
	return []app.UI{app.P().Class("help").ID(q.ID + "-help").Text(words)}
}
