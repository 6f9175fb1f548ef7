package ui

import (
	"slices"
	"strings"

	"bothends/app/say"
	"bothends/questions/steps"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// nextMost is how many things to do are shown at once: more is a burden. The
// others are one press away.
const nextMost = 3

// next says three things for all that weighs: what an employer can change,
// what the person can try, and a place to turn to.
func (r *Result) next() []app.UI {
	v := r.Voice
	keys := say.Weighing(r.Report.Result)
	var body []app.UI
	if b := r.Report.Band; b != nil && b.Number == 1 && len(keys) == 0 {
		return append(body, P(v, "next.keep"))
	}
	first := min(nextMost, len(keys))
	if first > 0 {
		body = append(body, r.stepList(keys[:first]))
	}
	if rest := keys[first:]; len(rest) > 0 {
		body = append(body, app.Details().DataSet("act", "next-rest").Body(
			app.Summary().Text(v.N("next.more", len(rest))),
			r.stepList(rest),
		))
	}
	if first > 0 && len(r.Checkup.Steps.Steps) > 0 {
		body = append(body, r.places(keys))
		if law := r.law(keys); law != nil {
			body = append(body, law)
		}
		body = append(body, r.stepSources(keys))
	}
	someone, copied := "next.someone", "next.copy"
	if r.onOwnAccount() {
		someone, copied = "next.someone.own", "next.copy.own"
	}
	return append(body,
		P(v, someone),
		Small(v, copied),
	)
}

func (r *Result) stepList(keys []string) app.UI {
	v := r.Voice
	reader := r.Checkup.Steps.Reader(r.Answers)
	var items []app.UI
	for _, key := range keys {
		line := func(intro, text string) app.UI {
			return app.Dd().Body(app.Span().Text(v.T(intro)+" "), app.Text(text))
		}
		item := []app.UI{app.Dt().Text(v.Pack.Get(key + ".name"))}
		step, ok := r.Checkup.Steps.Step(key)
		tried := ""
		// Somebody with an employer and clients reads what either can do, then the rest.
		for _, own := range []bool{false, true} {
			if own && !reader.Clients || !own && !reader.Employer {
				continue
			}
			others, person := r.Checkup.Steps.Words(key, own)
			who, try, turn := "next.employer", "next.person", "next.place"
			if own {
				who = "next.clients"
			}
			if own && reader.Employer {
				if try, turn = "next.person.own", "next.place.own"; !step.Own {
					continue
				}
			}
			item = append(item, line(who, v.Pack.Get(others)))
			if text := v.Pack.Get(person); text != tried {
				item = append(item, line(try, text))
				tried = text
			}
			if ok {
				item = append(item, line(turn, say.Capital(v.Pack.Get(r.Checkup.Steps.NameKey(step.Place, r.Country, own)))+"."))
			}
		}
		items = append(items, app.Div().DataSet("step", key).Body(item...))
	}
	return app.Dl().Class("next").Body(items...)
}

// onOwnAccount reports whether clients stand in for an employer.
func (r *Result) onOwnAccount() bool { return r.Checkup.Steps.OnOwnAccount(r.Answers) }

// places say what each place does, once, however many steps lead there.
func (r *Result) places(keys []string) app.UI {
	v, guide := r.Voice, r.Checkup.Steps
	leads := map[string]bool{}
	for _, key := range keys {
		if step, ok := guide.Step(key); ok {
			leads[step.Place] = true
		}
	}
	var items []app.UI
	reader := guide.Reader(r.Answers)
	for _, p := range guide.Places {
		for _, own := range []bool{false, true} {
			if !leads[p.Key] || own && !reader.Clients || !own && !reader.Employer || own && reader.Employer && !p.Own {
				continue
			}
			items = append(items, app.Div().Body(
				app.Dt().Text(say.Capital(v.Pack.Get(guide.NameKey(p.Key, r.Country, own)))),
				app.Dd().Text(v.Pack.Get(guide.WhatKey(p.Key, own))),
			))
		}
	}
	return app.Details().DataSet("act", "next-places").Body(
		Summary(v, "next.places"),
		app.Dl().Class("next").Body(items...),
		Small(v, "next.dated", "date", say.Month(v, guide.AsOf)),
	)
}

// law says what the law of the country of the job sets for hours and rest, where
// that bears on what weighs: the limits are the same for everybody, the law is not.
func (r *Result) law(keys []string) app.UI {
	guide := r.Checkup.Steps
	words, ok := guide.LawKey(r.Country, r.onOwnAccount())
	bears := slices.ContainsFunc(keys, func(key string) bool { step, _ := guide.Step(key); return step.Law })
	if !ok || !bears {
		return nil
	}
	return app.Details().DataSet("act", "next-law").Body(
		app.Summary().Body(Text(r.Voice, "next.law")),
		app.P().Text(r.Voice.Pack.Get(words)),
	)
}

// stepSources name each study once, with the steps that rest on it.
func (r *Result) stepSources(keys []string) app.UI {
	v, guide := r.Voice, r.Checkup.Steps
	rests := map[string][]string{}
	for _, key := range keys {
		step, _ := guide.Step(key)
		for _, id := range step.Sources {
			if guide.Names(id, r.Country, r.onOwnAccount()) {
				rests[id] = append(rests[id], v.Pack.Get(key+".name"))
			}
		}
	}
	var items []app.UI
	add := func(id, cite string) {
		if names := rests[id]; len(names) > 0 {
			text := []app.UI{app.Text(v.Pack.Get("source." + id))}
			if cite != "" {
				text = append([]app.UI{app.Strong().Lang("en").Dir("ltr").Text(cite), app.Text(" – ")}, text...)
			}
			items = append(items, app.Li().Body(append(text, app.Br(), app.Span().Class("quiet").Text(v.T("language.arrow")+" "+strings.Join(names, " · ")))...))
		}
	}
	for _, s := range r.Checkup.Model.Scoring.Sources {
		add(s.ID, say.AuthorYear(s.Cite))
	}
	add(steps.Judgement, "")
	return app.Details().DataSet("act", "next-sources").Body(
		Summary(v, "next.sources"),
		Small(v, "next.sources.what"),
		app.Ul().Class("small").Body(items...),
		app.P().Class("small").Body(app.A().Href(v.Address("method")).Body(Text(v, "work.link"))),
	)
}

// letter is the note that the person can write from the answers, and the page for a
// talk about pay, where the questionnaire has words for them.
func (r *Result) letter() []app.UI {
	if len(r.Checkup.Letter.Groups) == 0 {
		return nil
	}
	words := say.LetterWords{Voice: r.Voice, Checkup: r.Checkup, Report: r.Report, Answers: r.Answers}
	return []app.UI{&Letter{Words: words, Draft: r.Draft}, &Appraisal{Words: words, Draft: r.Draft}}
}
