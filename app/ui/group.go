package ui

import (
	"slices"
	"strconv"

	"bothends/app/browser"
	"bothends/app/i18n"
	"bothends/app/picture"
	"bothends/app/say"
	"bothends/questions"
	"bothends/questions/checkup"
	"bothends/questions/group"
	"bothends/questions/score"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// Group is the root in the browser on the page of several people. The files
// stay in this page and are gone with it.
type Group struct {
	app.Compo

	Checkup *checkup.Checkup
	Voice   say.Voice

	loader  *checkup.Loader
	ready   bool
	files   []group.Opened
	unread  []group.Refusal // files the browser could not read
	many    bool            // more files than are read together
	read    group.Gathering
	summary group.Summary
	enough  bool
	draft   draft
}

// StartGroup returns the root for the page of several people, which the
// loader completes.
func StartGroup(c *checkup.Checkup, p *i18n.Printer, loader *checkup.Loader) *Group {
	return &Group{Checkup: c, Voice: say.Voice{Printer: p}, loader: loader}
}

func (g *Group) OnMount(ctx app.Context) {
	browser.Settle(g.JSValue())
	browser.Listen(ctx, browser.EventErase, func(app.Context, app.Event) { g.forget() })
	browser.AcceptDrops(ctx, ".dropzone", g.onFiles)
	completeThen(ctx, g.Checkup, g.loader, &g.Voice, func(app.Context) { g.ready = true })
}

func (g *Group) onChoose(ctx app.Context, e app.Event) {
	if files := browser.Chosen(e.Get("target")); len(files) > 0 {
		g.onFiles(ctx, files)
	}
}

// onFiles adds files to those that were opened before.
func (g *Group) onFiles(ctx app.Context, files []app.Value) {
	if !g.ready {
		return
	}
	if g.many = len(g.files)+len(files) > group.MaxFiles; g.many {
		return
	}
	browser.ReadFiles(ctx, files, questions.MaxFileSize, func(_ app.Context, read []browser.File) { g.add(read) })
}

func (g *Group) add(read []browser.File) {
	for _, f := range read {
		if problems := refusedFile(f); problems != nil {
			g.unread = append(g.unread, group.Refusal{Name: f.Name, Problems: problems})
			continue
		}
		g.files = append(g.files, group.Opened{Name: f.Name, Data: []byte(f.Text)})
	}
	g.read = group.Gather(g.Checkup.Pack, g.files)
	var results []score.Result
	for _, answers := range g.read.People {
		report, err := g.Checkup.Score(answers)
		if err != nil { // answers were checked, so this is a fault of ours
			app.Log(err)
			continue
		}
		results = append(results, report.Result)
	}
	g.summary, g.enough = group.Summarise(g.Checkup.Model, results)
	g.renewDraft()
}

func (g *Group) onAgain(app.Context, app.Event) { g.forget() }

func (g *Group) forget() {
	g.files, g.unread, g.many, g.read, g.summary, g.enough, g.draft = nil, nil, false, group.Gathering{}, group.Summary{}, false, draft{}
}

func (g *Group) Render() app.UI {
	v := g.Voice
	region := app.Section().ID("group").
		DataSet("people", strconv.Itoa(len(g.read.People))).
		DataSet("enough", strconv.FormatBool(g.enough))
	if !g.ready {
		return app.Div().ID("live").Body(region.Hidden(true))
	}
	again := Button(v, "again", "group.again", g.onAgain)
	return app.Div().ID("live").Body(region.Hidden(false).Body(
		app.Div().Class("dropzone").Body(
			app.Label().For("group-files").Body(Text(v, "group.files")),
			app.Input().Type("file").ID("group-files").Multiple(true).Accept(".json,application/json").
				DataSet("act", "files").OnChange(g.onChoose),
			P(v, "group.drop"),
		),
		app.Div().Role("status").ID("group-said").Body(g.said()...),
		app.Div().Body(g.leftOut()...),
		app.Div().ID("summary").Body(g.result()...),
		app.Div().Class("actions").Hidden(len(g.files)+len(g.unread) == 0).Body(
			Button(v, "print-group", "group.print", g.onPrint).Hidden(!g.enough),
			again,
		),
	))
}

func (g *Group) onPrint(app.Context, app.Event) { browser.Print() }

// said counts what was opened, and tells why nothing can be said yet.
func (g *Group) said() []app.UI {
	v := g.Voice
	if g.many {
		return []app.UI{app.P().Class("problem").Text(v.T("group.many", "max", strconv.Itoa(group.MaxFiles)))}
	}
	if len(g.files)+len(g.unread) == 0 {
		return []app.UI{app.P().Class("quiet").Body(Text(v, "group.none"))}
	}
	n := len(g.read.People)
	body := []app.UI{app.P().Body(app.Strong().Text(v.N("group.count", n)))}
	if !g.enough {
		body = append(body, app.P().Class("notice").DataSet("toofew", "true").Text(
			v.T("group.few", "least", strconv.Itoa(group.MinPeople))+" "+v.N("group.missing", group.MinPeople-n)))
	}
	return body
}

// leftOut names the files that do not count, with every reason.
func (g *Group) leftOut() []app.UI {
	v := g.Voice
	var body []app.UI
	if len(g.read.Twice) > 0 {
		body = append(body, app.P().Class("small").DataSet("twice", strconv.Itoa(len(g.read.Twice))).
			Text(v.N("group.twice", len(g.read.Twice), "list", v.List(g.read.Twice))))
	}
	refused := append(append([]group.Refusal{}, g.read.Refused...), g.unread...)
	if len(refused) == 0 {
		return body
	}
	body = append(body, app.P().Class("problem").Text(v.N("group.refused", len(refused))))
	var items []app.UI
	for i, r := range refused {
		var problems []app.UI
		for _, p := range r.Problems {
			problems = append(problems, Item(v.ProblemWithPlace(p)))
		}
		items = append(items, app.Li().DataSet("file", strconv.Itoa(i+1)).Body(app.Strong().Text(r.Name), app.Ul().Body(problems...)))
	}
	return append(body, app.Ul().Class("refused").Body(items...))
}

func (g *Group) result() []app.UI {
	if !g.enough {
		return nil
	}
	var body []app.UI
	body = append(body, g.bands()...)
	body = append(body, g.spreads()...)
	body = append(body, g.drivers()...)
	body = append(body, g.limits()...)
	return append(body, Small(g.Voice, "group.note"), g.assessment())
}

func (g *Group) bands() []app.UI {
	v := g.Voice
	body := []app.UI{H2(v, "group.bands")}
	if g.summary.Bands == nil {
		return append(body, P(v, "group.bands.none"))
	}
	if !slices.ContainsFunc(g.summary.Bands, func(c group.Cell) bool { return c.Kind != group.Fewer }) {
		return append(body, P(v, "group.bands.spread", "n", strconv.Itoa(group.Few)))
	}
	var rows []app.UI
	keys := g.Checkup.Model.Scoring.Bands.Keys
	for i, c := range g.summary.Bands {
		rows = append(rows, app.Tr().DataSet("band", strconv.Itoa(i+1)).Body(
			app.Td().Class("band-"+strconv.Itoa(i+1)).Text(v.BandName(keys[i])), app.Td().Text(v.People(c))))
	}
	if g.summary.Banded.Kind != group.Nearly {
		body = append(body, Small(v, "group.banded", "count", v.People(g.summary.Banded)))
	}
	return append(body, Table(v.T("group.bands.caption"), []string{v.T("group.place"), v.T("group.people")}, rows))
}

// spreads show where the middle half of the group stands.
func (g *Group) spreads() []app.UI {
	v := g.Voice
	s := g.Checkup.Model.Scoring
	var scales []app.UI
	for _, part := range []struct {
		name, class string
		spread      *group.Spread
		lines       []int
	}{
		{v.T("result.signs"), "signs", g.summary.Signs, picture.LevelStarts(s.Signs.Levels)},
		{v.T("result.strain"), "strain", g.summary.Strain, picture.LevelStarts(s.Strain.Levels)},
	} {
		if part.spread == nil {
			scales = append(scales, app.Div().Class("measure").Body(app.P().Body(app.Strong().Text(part.name)), Small(v, "group.spread.none")))
			continue
		}
		scales = append(scales, &picture.Spread{Voice: v, Name: part.name, Class: part.class, Spread: *part.spread, Lines: part.lines})
	}
	return []app.UI{H2(v, "group.middle"), app.Div().Class("measures").Body(scales...)}
}

// groupDrivers is how many parts of the job are shown at once.
const groupDrivers = 6

func (g *Group) drivers() []app.UI {
	v := g.Voice
	body := []app.UI{H2(v, "group.drivers")}
	if g.summary.Drivers == nil {
		return append(body, Small(v, "group.spread.none"))
	}
	row := func(d group.Driver) app.UI {
		return cells(v.DriverName(d.Key), v.Number(d.Mean, 1), v.People(d.Notable)).DataSet("driver", d.Key)
	}
	heads := []string{v.T("change.driver"), v.T("group.mean"), v.T("group.notable")}
	var first, rest []app.UI
	for i, d := range g.summary.Drivers {
		if i < groupDrivers {
			first = append(first, row(d))
		} else {
			rest = append(rest, row(d))
		}
	}
	body = append(body, Table(v.T("group.drivers.caption"), heads, first))
	if len(rest) > 0 {
		body = append(body, app.Details().Class("table").Body(
			Summary(v, "drivers.rest"), Table(v.T("group.drivers.rest"), heads, rest)))
	}
	return body
}

func (g *Group) limits() []app.UI {
	v := g.Voice
	var rows []app.UI
	for _, l := range g.summary.Limits {
		if l.People.Kind != group.Fewer {
			rows = append(rows, cells(v.LimitName(l.Key), v.People(l.People)).DataSet("limit", l.Key))
		}
	}
	body := []app.UI{H2(v, "group.limits")}
	if rows == nil {
		return append(body, P(v, "group.limits.none", "n", strconv.Itoa(group.Few)))
	}
	body = append(body, Table(v.T("group.limits.caption"), []string{v.T("group.limit"), v.T("group.people")}, rows))
	if len(rows) < len(g.summary.Limits) {
		body = append(body, Small(v, "group.limits.rest", "n", strconv.Itoa(group.Few)))
	}
	return body
}
