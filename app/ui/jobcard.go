package ui

import (
	"net/url"

	"bothends/app/browser"
	"bothends/app/picture"
	"bothends/app/say"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// JobCard offers a picture of the job, never of the signs: it knows what the pay
// tables say and nothing else. The drawing that is shown is the very one that leaves.
type JobCard struct {
	app.Compo

	Words  say.PayWords
	Parent *Result // not drawn again for what changes here

	open    bool
	choices say.CardChoices
	wide    bool
	said    string
}

const (
	cardText = "job-card-text"
	cardMost = 60 // characters of a title and of an employer
)

func (j *JobCard) Render() app.UI {
	v := j.Words.Voice
	section := app.Section().Class("letter")
	if !j.Words.HasCard() {
		return section
	}
	body := []app.UI{app.Summary().DataSet("act", "card").Body(Text(v, "card.open"))}
	if j.open {
		body = append(body, j.form()...)
	}
	return section.Body(app.Details().ID("result-card").On("toggle", j.onToggle).Body(body...))
}

func (j *JobCard) form() []app.UI {
	v := j.Words.Voice
	card := j.card()
	field := func(id, key string, put func(string)) app.UI {
		return app.Label().Class("label").Body(Text(v, key), app.Input().Type("text").ID(id).MaxLength(cardMost).AutoComplete(false).
			OnInput(func(_ app.Context, e app.Event) { j.change(func() { put(e.Get("target").Get("value").String()) }) }))
	}
	box := func(act, text string, on *bool) app.UI {
		return option(text, app.Input().Type("checkbox").DataSet("act", act).Checked(*on).
			OnChange(func(app.Context, app.Event) { j.change(func() { *on = !*on }) }))
	}
	shape := func(act, key string, wide bool) app.UI {
		return option(v.T(key), app.Input().Type("radio").Name("card-form").DataSet("act", act).Checked(j.wide == wide).
			OnChange(func(app.Context, app.Event) { j.change(func() { j.wide = wide }) }))
	}
	var boxes []app.UI
	if j.Words.Result.Country != "" {
		boxes = append(boxes, box("card-country", v.T("card.country", "country", j.Words.Country()), &j.choices.Country))
	}
	if _, ok := j.Words.Reference(); ok {
		boxes = append(boxes, box("card-pay", v.T("card.pay"), &j.choices.Pay))
	}
	actions := []app.UI{Button(v, "card-save", "card.save", j.onSave), Button(v, "card-copy", "letter.copy", j.onCopy)}
	if browser.CanShare() {
		actions = append([]app.UI{Button(v, "card-share", "card.share", j.onShare)}, actions...)
	}
	return []app.UI{
		P(v, "card.what"),
		field("card-job", "card.job", func(s string) { j.choices.Title = s }),
		field("card-organisation", "card.organisation", func(s string) { j.choices.Employer = s }),
		app.Div().Class("options").Body(boxes...),
		app.FieldSet().Body(app.Legend().Body(Text(v, "card.form")),
			app.Div().Class("options").Body(shape("card-tall", "card.tall", false), shape("card-wide", "card.wide", true))),
		app.Img().Class("job-card").Src(j.address()).Alt(card.Alt()),
		app.Label().For(cardText).Class("label").Body(Text(v, "card.alt")),
		app.Textarea().ID(cardText).Rows(6).ReadOnly(true).Attr("value", card.Alt()),
		app.Div().Role("status").Class("said").Text(j.said),
		app.Div().Class("actions").Body(actions...),
	}
}

// option is a box or a button to choose, with its words.
func option(text string, input app.UI) app.UI {
	return app.Label().Class("option").Body(input, app.Span().Text(text))
}

func (j *JobCard) card() say.Card { return j.Words.Card(j.choices) }

// address holds the whole drawing, so nothing is fetched to show it.
func (j *JobCard) address() string {
	return "data:image/svg+xml," + url.PathEscape(picture.Card(j.card(), j.wide))
}

func (j *JobCard) onToggle(_ app.Context, e app.Event) {
	j.Parent.skipParentRender()
	j.open = j.open || e.Get("target").Get("open").Bool()
}

func (j *JobCard) change(what func()) {
	j.Parent.skipParentRender()
	j.said = ""
	what()
}

func (j *JobCard) onCopy(ctx app.Context, _ app.Event) {
	browser.CopyField(ctx, cardText, func(copied bool) { j.said = copiedText(j.Words.Voice, copied) })
}

func (j *JobCard) onSave(ctx app.Context, _ app.Event) { j.png(ctx, j.save("card.saved")) }

func (j *JobCard) onShare(ctx app.Context, _ app.Event) {
	j.png(ctx, func(ctx app.Context, blob app.Value) {
		browser.Share(ctx, j.file("png"), blob, func(ctx app.Context, shared bool) {
			if !shared {
				j.save("card.unshared")(ctx, blob)
			}
		})
	})
}

// png makes the picture. A browser that cannot gets the drawing as a file.
func (j *JobCard) png(ctx app.Context, use func(app.Context, app.Value)) {
	j.said = ""
	width, height := picture.CardSize(j.wide)
	drawing := picture.Card(j.card(), j.wide)
	browser.PNG(ctx, j.address(), width, height, func(ctx app.Context, blob app.Value) {
		if blob != nil {
			use(ctx, blob)
			return
		}
		browser.Download(j.file("svg"), "image/svg+xml", []byte(drawing))
		j.said = j.Words.Voice.T("card.svg", "file", j.file("svg"))
	})
}

// save hands the picture over, and says so in these words.
func (j *JobCard) save(key string) func(app.Context, app.Value) {
	return func(_ app.Context, blob app.Value) {
		browser.DownloadBlob(j.file("png"), blob)
		j.said = j.Words.Voice.T(key, "file", j.file("png"))
	}
}

// file carries the day in its name.
func (j *JobCard) file(kind string) string { return "job-" + browser.Today() + "." + kind }
