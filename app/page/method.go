package page

import (
	"cmp"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"bothends/app/say"
	"bothends/app/ui"
	"bothends/questions/checkup"
	"bothends/questions/score"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// methodPage is made from the same scoring.json that scores: every question,
// weight, knot, source and limit of the model, "not validated" first. Figures
// marked "to be checked" are not printed.
func methodPage(v say.Voice, c *checkup.Checkup) app.UI {
	m := method{v, c, c.Model.Scoring}
	body := []app.UI{
		app.H1().Body(ui.Text(v, "method.title")),
		app.Div().Class("notice").Body(
			ui.H2(v, "method.first.title"),
			ui.P(v, "method.first.text"),
		),
		ui.P(v, "method.version", "version", strconv.Itoa(m.s.Version)),
	}
	body = append(body, m.idea()...)
	body = append(body, m.signs()...)
	body = append(body, m.strain()...)
	body = append(body, m.drivers()...)
	body = append(body, m.bands()...)
	body = append(body, m.gaps()...)
	body = append(body, m.open()...)
	body = append(body, m.sources()...)
	return app.Main().ID("main").Class("prose").Body(body...)
}

type method struct {
	v say.Voice
	c *checkup.Checkup
	s score.Scoring
}

func (m method) heading(key string) app.UI { return ui.H2(m.v, "method."+key) }

func (m method) idea() []app.UI {
	return append([]app.UI{m.heading("idea.title")}, ui.Paragraphs(m.v, "method.idea.text")...)
}

func (m method) signs() []app.UI {
	v, s := m.v, m.s.Signs
	var rows []app.UI
	for i, item := range s.Items {
		rows = append(rows, app.Tr().Body(
			app.Td().Class("num").Text(strconv.Itoa(i+1)),
			app.Td().Text(v.Pack.Get(item.Question+".label")),
			app.Td().Text(v.Pack.Get("facet."+item.Facet)),
		))
	}
	var values []string
	if q, ok := m.c.Pack.Question(s.Items[0].Question); ok { // usually one scale for all
		for _, option := range m.c.Pack.QuestionOptions(q) {
			values = append(values, v.Pack.Get(q.OptionWord(option))+" "+strconv.Itoa(s.Values[option]))
		}
	}
	var cuts []app.UI
	for _, cut := range s.CutPoints {
		if cut.ToBeChecked {
			continue
		}
		cuts = append(cuts, app.Tr().Body(
			app.Td().Body(m.cutName(cut)), app.Td().Dir("ltr").Text(m.decimals(cut.Native)),
			app.Td().Class("num").Text(v.Number(cut.Value, 1)), app.Td().Body(m.cites(cut.Sources)...),
		))
	}
	return []app.UI{
		m.heading("signs.title"),
		ui.P(v, "method.signs.text", "values", strings.Join(values, " · "),
			"minimum", strconv.Itoa(s.MinimumItems), "items", strconv.Itoa(len(s.Items)),
			"core", strconv.Itoa(s.MinimumCore)),
		ui.P(v, "method.levels", "levels", m.levels("signs", s.Levels)),
		ui.P(v, "method.error", "constant", v.Plain(s.Error.Constant), "formula", m.decimals(s.Error.Formula)),
		ui.Table(v.T("method.items"), []string{v.T("method.number"), v.T("method.item"), v.T("method.facet")}, rows),
		ui.Table(v.T("method.cuts"), []string{v.T("method.cut"), v.T("method.native"), v.T("method.points"), v.T("method.source")}, cuts),
	}
}

// cutName is the name of a published cut-point, where it is one that the interface has
// words for in other languages.
func (m method) cutName(cut score.CutPoint) app.UI {
	key := "method.cut." + strings.ToLower(strings.NewReplacer(" ", "_", ",", "").Replace(cut.Name))
	if m.v.Has(key) {
		return app.Text(m.v.T(key))
	}
	return inEnglish(cut.Name)
}

// english is the language in which the data say what a study found.
const english = "en"

// decimals writes the figures of a formula as the language of the page does: the
// data have ".32" and "1.6", as papers do.
func (m method) decimals(formula string) string {
	if m.v.T("language.point") == "." {
		return formula
	}
	return decimal.ReplaceAllStringFunc(formula, func(figure string) string {
		whole, part, _ := strings.Cut(figure, ".")
		return cmp.Or(whole, "0") + m.v.T("language.point") + part
	})
}

var decimal = regexp.MustCompile(`[0-9]*\.[0-9]+`)

func (m method) levels(index string, levels []score.Level) string {
	var parts []string
	for i, l := range levels {
		to := "100"
		if i+1 < len(levels) {
			to = strconv.Itoa(levels[i+1].From)
		}
		parts = append(parts, m.v.T("method.level", "name", m.v.T("level."+index+"."+l.Key),
			"from", strconv.Itoa(l.From), "to", to))
	}
	return strings.Join(parts, " · ")
}

func (m method) strain() []app.UI {
	v := m.v
	var grades []app.UI
	for _, g := range m.s.Grades {
		factor := "–"
		if g.Factor > 0 {
			factor = v.Plain(g.Factor)
		}
		grades = append(grades, app.Tr().Body(
			app.Td().Text(g.Key), app.Td().Class("num").Text(factor), app.Td().Text(v.T("method.grade."+g.Key))))
	}
	body := []app.UI{
		m.heading("strain.title"),
		ui.P(v, "method.strain.text"),
		ui.P(v, "method.levels", "levels", m.levels("strain", m.s.Strain.Levels)),
		ui.Table(v.T("method.grades"), []string{v.T("work.grade"), "g", v.T("method.meaning")}, grades),
	}
	for _, b := range m.s.Blocks {
		var rows []app.UI
		for _, f := range m.s.Factors {
			if f.Block == b.Key {
				rows = append(rows, m.factor(f))
			}
		}
		body = append(body, ui.Table(
			v.T("method.block", "block", v.Pack.Get("block."+b.Key), "weight", strconv.Itoa(b.Weight)),
			[]string{v.T("work.factor"), v.T("work.weight"), v.T("work.grade"), v.T("work.dose"), v.T("method.why")}, rows))
	}
	return body
}

func (m method) factor(f score.FactorRule) app.UI {
	v := m.v
	why := append([]app.UI{app.Span().Dir("ltr").Text(m.decimals(f.Evidence.Derivation) + " = " + v.Plain(f.Evidence.Raw)), app.Text(". ")}, m.cites(f.Evidence.Sources)...)
	if f.Evidence.ToBeChecked {
		why = []app.UI{ui.Text(v, "method.tobechecked")}
	}
	return app.Tr().Body(
		app.Td().Text(f.ID+" "+v.Pack.Get("factor."+f.ID+".name")),
		app.Td().Class("num").Text(strconv.Itoa(f.Weight)),
		app.Td().Text(f.Evidence.Grade),
		app.Td().Text(m.dose(f.Dose)),
		app.Td().Class("small").Body(why...),
	)
}

// dose writes a dose as "35 → 0 · 40 → 0.15", one line for each question.
func (m method) dose(d score.Dose) string {
	if len(d.Parts) > 0 {
		var parts []string
		for _, p := range d.Parts {
			parts = append(parts, m.v.Plain(p.Share)+" × ("+m.v.Pack.Get(p.Question+".short")+m.v.Colon()+m.curve(p)+")")
		}
		return strings.Join(parts, " + ")
	}
	text := m.curve(score.Part{Question: d.Question, Scale: d.Scale, Options: d.Options, Knots: d.Knots})
	if len(d.Ratio) > 0 {
		text = m.v.T("method.ratio", "knots", m.knots(d.Ratio), "otherwise", text)
	}
	if d.Plus != nil {
		text += " + (" + m.v.Pack.Get(d.Plus.Question+".short") + m.v.Colon() + m.curve(*d.Plus) + ")"
	}
	if len(d.HarmlessIf) > 0 {
		var answers []string
		for _, g := range d.HarmlessIf {
			answers = append(answers, m.given(g))
		}
		text = m.v.T("method.harmless", "dose", text, "answers", strings.Join(answers, ", "))
	}
	if d.NotApplicableIf != nil {
		text = m.v.T("method.exempt", "dose", text, "answer", m.given(*d.NotApplicableIf))
	}
	return text
}

// given is one answer: its question in short, and the option.
func (m method) given(g score.Given) string {
	q, _ := m.c.Pack.Question(g.Question)
	return m.v.Pack.Get(g.Question+".short") + m.v.T("language.colon") + m.v.Pack.Get(q.OptionWord(g.Key))
}

func (m method) curve(p score.Part) string {
	if p.Scale != "" {
		return m.v.T("method.scale." + p.Scale)
	}
	var parts []string
	if len(p.Knots) > 0 {
		parts = append(parts, m.knots(p.Knots))
	}
	q, _ := m.c.Pack.Question(p.Question)
	keys := append(slices.Clone(m.c.Pack.QuestionOptions(q)), q.Word)
	for _, key := range keys {
		if dose, ok := p.Options[key]; ok {
			word := m.v.Optional(p.Question + ".option." + key)
			if word == "" {
				word = m.v.Optional(p.Question + ".word." + key)
			}
			parts = append(parts, word+" "+m.v.T("language.arrow")+" "+m.v.Plain(dose))
		}
	}
	return strings.Join(parts, " · ")
}

func (m method) knots(knots [][]float64) string {
	var parts []string
	for _, k := range knots {
		parts = append(parts, m.v.Plain(k[0])+" "+m.v.T("language.arrow")+" "+m.v.Plain(k[1]))
	}
	return strings.Join(parts, " · ")
}

func (m method) drivers() []app.UI {
	v := m.v
	var drivers, limits []app.UI
	for _, d := range m.s.Drivers {
		drivers = append(drivers, app.Tr().Body(
			app.Td().Text(v.DriverName(d.Key)), app.Td().Text(strings.Join(d.Factors, " + "))))
	}
	for _, l := range m.s.Limits {
		limits = append(limits, app.Tr().Body(
			app.Td().Text(v.LimitName(l.Key)), app.Td().Class("small").Body(m.cites(l.Basis)...)))
	}
	e := m.s.EffortReward
	return []app.UI{
		m.heading("drivers.title"),
		ui.P(v, "method.drivers.text", "notable", strconv.Itoa(m.s.Strain.Notable)),
		ui.Table(v.T("drivers.title"), []string{v.T("method.driver"), v.T("work.factor")}, drivers),
		m.heading("limits.title"),
		ui.P(v, "method.limits.text"),
		ui.Table(v.T("limits.title"), []string{v.T("method.limit"), v.T("method.source")}, limits),
		m.heading("balance.title"),
		ui.P(v, "method.balance.text", "effort", strings.Join(e.Effort, ", "),
			"reward", strings.Join(e.Reward, ", "), "minimum", strconv.Itoa(e.MinimumPercent)),
	}
}

func (m method) bands() []app.UI {
	v := m.v
	var rows []app.UI
	for i := range m.s.Bands.Matrix {
		row := m.s.Bands.Matrix[i]
		cells := []app.UI{app.Th().Scope("row").Text(v.T("result.signs") + v.Colon() + v.T("level.signs."+row.Signs))}
		for _, band := range row.Bands {
			cells = append(cells, app.Td().Text(strconv.Itoa(band)+" "+v.BandName(m.s.Bands.Keys[band-1])))
		}
		rows = append(rows, app.Tr().Body(cells...))
	}
	heads := []string{v.T("map.caption")}
	for _, l := range m.s.Strain.Levels {
		heads = append(heads, v.T("result.strain")+v.Colon()+v.T("level.strain."+l.Key))
	}
	return []app.UI{
		m.heading("bands.title"),
		ui.P(v, "method.bands.text"),
		ui.Table(v.T("map.title"), heads, rows),
	}
}

func (m method) gaps() []app.UI {
	g := m.s.Strain.Minimum
	return []app.UI{
		m.heading("gaps.title"),
		ui.P(m.v, "method.gaps.text", "percent", strconv.Itoa(g.Percent),
			"block", strconv.Itoa(g.BlockPercent), "blocks", strconv.Itoa(g.Blocks)),
		m.heading("rounding.title"),
		ui.P(m.v, "method.rounding.text"),
	}
}

func (m method) open() []app.UI {
	var items []app.UI
	for _, key := range m.s.OpenPoints {
		items = append(items, app.Li().Body(ui.Text(m.v, "method.open."+key)))
	}
	return []app.UI{m.heading("open.title"), app.Ul().Body(items...)}
}

func (m method) sources() []app.UI {
	var items []app.UI
	for _, s := range m.s.Sources {
		text := []app.UI{inEnglish(s.Cite)}
		switch said := m.v.Optional("source." + s.ID); {
		case s.ToBeChecked:
		case said != "" && m.v.Lang() != english: // fewer figures, and no other language
			text = append(text, app.Text(" – "+said))
		case s.Finding != "":
			text = append(text, app.Text(" – "), inEnglish(s.Finding))
		}
		items = append(items, app.Li().Body(append(text,
			app.Text(" ("+m.v.T("method.checked."+strings.ReplaceAll(s.Checked, " ", "_"))+")"),
		)...))
	}
	return []app.UI{m.heading("sources.title"), ui.P(m.v, "method.sources.text"), app.Ul().Class("small").Body(items...)}
}

// cites names sources by author and year; what rests on judgement says so.
func (m method) cites(ids []string) []app.UI {
	var out []app.UI
	add := func(cite app.UI) {
		if len(out) > 0 {
			out = append(out, app.Text("; "))
		}
		out = append(out, cite)
	}
	for _, id := range ids {
		if key := "method.basis." + id; m.v.Has(key) {
			add(ui.Text(m.v, key))
			continue
		}
		for _, s := range m.s.Sources {
			if s.ID == id {
				add(inEnglish(say.AuthorYear(s.Cite)))
			}
		}
	}
	return out
}

// inEnglish is a text that is the same in every language: sources, formulas and
// names, which stand from left to right on every page.
func inEnglish(text string) app.UI { return app.Span().Lang("en").Dir("ltr").Text(text) }
