package ui

import (
	"strconv"
	"strings"

	"bothends/app/picture"
	"bothends/app/say"
	"bothends/questions/checkup"
	"bothends/questions/pay"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// Pay is the region of the result about money: the jobs inside the job, and
// three rates by the hour. It says one sentence when there is nothing to say.
type Pay struct {
	app.Compo

	Voice   say.Voice
	Checkup *checkup.Checkup
	Result  *pay.Result
}

func (p *Pay) words() say.PayWords {
	return say.PayWords{Voice: p.Voice, Tables: p.Checkup.Tables, Result: p.Result}
}

func (p *Pay) Render() app.UI {
	w := p.words()
	var body []app.UI
	if p.Result != nil {
		body = append(body, p.week(w)...)
		body = append(body, p.rates(w)...)
	}
	if silence := w.Silence(); silence != "" {
		body = append(body, app.P().Text(silence))
	} else {
		body = append(body, p.remarks(w)...)
		body = append(body, p.gaps(w)...)
	}
	if p.Result != nil {
		body = append(body, p.tasks(w)...)
	}
	region := app.Section().ID("pay").Class("pay").Aria("labelledby", "pay-title")
	if r := p.Result; r != nil && r.Jobs != nil {
		region = region.DataSet("jobs", strconv.Itoa(*r.Jobs)).DataSet("occupations", strconv.Itoa(*r.Occupations))
	}
	return region.Body(body...)
}

// week is the working week as one bar, cut into jobs.
func (p *Pay) week(w say.PayWords) []app.UI {
	jobs := w.Jobs()
	if len(jobs) == 0 {
		return nil
	}
	var items []app.UI
	for _, job := range jobs {
		item := []app.UI{app.Text(job.Tasks)}
		if w.Divided() { // else all of them are the same, which is said once
			item = append(item, app.Text(" "), app.Span().Class("amount").Text(w.Percent(job.Share)))
		}
		items = append(items, app.Li().Body(item...))
	}
	body := []app.UI{
		picture.Week(jobs, p.Voice.T("pay.bar", "jobs", p.Voice.N("pay.jobs", len(jobs)))),
		app.Ol().Class("jobs").Body(items...),
	}
	if len(p.Result.Parts) > 1 {
		body = append(body, app.P().Text(w.Shared()), app.P().Class("small").Text(w.Counts()))
	}
	return body
}

// rates are a bar for each rate, and what they come to.
func (p *Pay) rates(w say.PayWords) []app.UI {
	var items, body []app.UI
	rates := w.Drawn()
	widest := say.Widest(rates)
	for _, rate := range rates {
		item := []app.UI{app.Dt().Text(rate.Name), app.Dd().Class("amount").Text(rate.Amount)}
		if widest > 0 && rate.Value > 0 {
			item = append(item, app.Dd().Body(picture.Share(rate.Value/widest)))
		}
		for _, note := range rate.Notes {
			item = append(item, app.Dd().Class("small").Text(note))
		}
		items = append(items, app.Div().DataSet("figure", rate.Figure).Body(item...))
	}
	if len(items) > 0 {
		body = append(body, app.Dl().Class("rates").Body(items...))
	}
	for i, line := range w.Verdict() {
		sentence := app.P().Text(line)
		if i == 0 {
			sentence = sentence.Class("finding").DataSet("verdict", p.verdict())
		}
		body = append(body, sentence)
	}
	if method := w.Method(); method != "" {
		body = append(body, app.P().Class("small").Text(method))
	}
	return body
}

// verdict is the one that is said first.
func (p *Pay) verdict() string {
	if p.Result.Verdict != "" {
		return p.Result.Verdict
	}
	return p.Result.VerdictDefault
}

func (p *Pay) remarks(w say.PayWords) []app.UI {
	var body []app.UI
	if unpaid := w.Unpaid(); unpaid != "" {
		body = append(body, app.P().DataSet("remark", "unpaid").Text(unpaid))
	}
	if lines := w.Minimum(); len(lines) > 0 {
		body = append(body, app.P().DataSet("remark", "minimum").Text(sentences(lines)))
	}
	if lines := w.Manager(); len(lines) > 0 {
		body = append(body, app.Details().DataSet("remark", "manager").Body(
			app.Summary().Body(app.Text(lines[0])), app.P().Text(sentences(lines[1:])),
		))
	}
	return body
}

// sentences runs lines into one paragraph.
func sentences(lines []string) string {
	text := ""
	for i, line := range lines {
		if i > 0 {
			text += " "
		}
		text += line
	}
	return text
}

// gaps say what could not be worked out and lead to the question that would
// change that.
func (p *Pay) gaps(w say.PayWords) []app.UI {
	var items []app.UI
	for _, gap := range w.Gaps() {
		reason := app.UI(app.Text(gap.Reason))
		if gap.Question != "" {
			reason = app.A().Href("#" + gap.Question).Text(gap.Reason)
		}
		items = append(items, app.Li().Body(reason, app.Text(" "+gap.Figures)))
	}
	if len(items) == 0 {
		return nil
	}
	return []app.UI{
		app.H4().Body(Text(p.Voice, "pay.missing")),
		app.Ul().Class("small gaps").Body(items...),
	}
}

// tasks is the table on demand: where each task leads, and what stands behind
// it.
func (p *Pay) tasks(w say.PayWords) []app.UI {
	r := p.Result
	if len(r.Parts) == 0 || r.Parts[0].Code == "" {
		return nil
	}
	v := p.Voice
	var rows []app.UI
	for i := range r.Parts {
		rows = append(rows, p.task(w, &r.Parts[i]))
	}
	return []app.UI{app.Details().Class("tasks").Body(
		Summary(v, "pay.table"),
		Table(v.T("pay.table.caption"), []string{
			v.T("pay.table.task"), v.T("pay.table.share"), v.T("pay.table.occupation"), v.T("pay.table.hour"), v.T("pay.table.fit"),
		}, rows),
		app.P().Class("small").Text(w.CountedBy()),
		app.H4().Body(Text(v, "pay.sources")),
		app.Ul().Class("small").Body(p.sources()...),
		app.Details().Body(
			Summary(v, "pay.why"),
			app.Ul().Class("small").Lang("en").Body(p.links(w)...),
		),
	)}
}

func (p *Pay) task(w say.PayWords, part *pay.Part) app.UI {
	hour := "–"
	if part.Reference != nil {
		hour = w.Published(*part.Reference)
	}
	return app.Tr().DataSet("task", part.Key).Body(
		app.Td().Text(w.Task(part.Key)),
		app.Td().Class("num").Text(w.Percent(part.Share)),
		app.Td().Lang(p.language()).Body(app.Text(part.Title+" "), app.Span().Class("code").Text("("+part.Code+")")),
		app.Td().Class("num").Text(hour),
		app.Td().DataSet("fit", part.Fit).Text(p.Voice.T("pay.fit."+part.Fit)),
	)
}

// language is the one that the tables name occupations in.
func (p *Pay) language() string {
	if p.Result.Country == "FR" {
		return "fr"
	}
	return "en"
}

// sources name each release once, with its licence.
func (p *Pay) sources() []app.UI {
	v := p.Voice
	var items []app.UI
	seen := map[string]bool{}
	add := func(s *pay.Source) {
		if s == nil || seen[s.ID] {
			return
		}
		seen[s.ID] = true
		key := "pay.source"
		if s.Licence == pay.NotConfirmed {
			key = "pay.source.unconfirmed"
		}
		text := v.T(key, "release", s.Release, "licence", Licence(v, *s))
		if s.Checked == "extract" {
			text += " " + v.T("pay.source.extract")
		}
		items = append(items, Item(text))
	}
	for _, part := range p.Result.Parts {
		add(part.Source)
	}
	if p.Result.Default != nil {
		add(p.Result.Default.Source)
	}
	if note := "pay.note." + p.Result.Country; v.Has(note) {
		items = append(items, app.Li().Body(Text(v, note)))
	}
	return items
}

// links say what leads each task to its occupation, in the words of the tables.
func (p *Pay) links(w say.PayWords) []app.UI {
	var items []app.UI
	for _, part := range p.Result.Parts {
		items = append(items, app.Li().Body(
			app.Span().Lang(p.Voice.Lang()).Text(w.Task(part.Key)),
			app.Text(" – "+part.Code+", ROME "+part.ROME+": "+p.basis(part)),
		))
	}
	return items
}

// basis is what a link rests on. Where the codes of the responsibility itself
// are those of the country, the tables write the reason there.
func (p *Pay) basis(part pay.Part) string {
	if strings.Contains(part.Basis, "responsibilities.csv") {
		for _, r := range p.Checkup.Tables.Responsibilities {
			if r.Key == part.Key {
				return r.Reason
			}
		}
	}
	return part.Basis
}

// Licence names the licence of published figures.
func Licence(v say.Voice, s pay.Source) string {
	if s.Licence == pay.PublicDomain {
		return v.T("pay.licence.public_domain")
	}
	return s.Licence
}
