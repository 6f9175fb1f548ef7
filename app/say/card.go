package say

import (
	"cmp"
	"slices"
	"strings"
	"time"

	"bothends/questions/pay"
)

// A Card is what stands on the picture of the job. It is made from the pay tables'
// result alone, which knows tasks, hours and money: nothing of how the person is can
// reach it. What tells who it is stays out unless it was asked for.
type Card struct {
	Title   string // of the job, as typed
	Place   string // employer and country
	Head    [2]string
	Jobs    []CardJob
	Hours   string
	Free    string // the day until which hours are unpaid
	Counted string // how that day is counted
	Pay     []string
	Name    string // of this site
}

// A CardJob is a job inside the job. Part is empty where nobody said how the week is
// shared: equal shares would pass for an answer.
type CardJob struct {
	Job
	Part string
}

// CardChoices are what the person put on the picture.
type CardChoices struct {
	Title, Employer string
	Country, Pay    bool
}

// HasCard reports whether there are jobs to draw.
func (w PayWords) HasCard() bool {
	return w.Result != nil && w.Result.Jobs != nil && *w.Result.Jobs > 0
}

// Card says what the picture shows, the largest part of the week first.
func (w PayWords) Card(c CardChoices) Card {
	v, r := w.Voice, w.Result
	card := Card{Title: words(c.Title), Name: v.T("name"), Head: [2]string{v.T("card.title"), v.N("card.jobs", *r.Jobs)}}
	if names := strings.Split(v.T("card.numbers"), ","); *r.Jobs <= len(names) {
		card.Head[1] = v.T("card.jobs."+v.Form(float64(*r.Jobs)), "n", names[*r.Jobs-1])
	}
	place := []string{words(c.Employer)}
	if c.Country && r.Country != "" {
		place = append(place, w.Country())
	}
	card.Place = strings.Join(slices.DeleteFunc(place, func(s string) bool { return s == "" }), " · ")

	jobs := w.Jobs()
	slices.SortStableFunc(jobs, func(a, b Job) int { return cmp.Compare(b.Share, a.Share) })
	for _, j := range jobs {
		job := CardJob{Job: j}
		if w.SharesGiven() {
			job.Part = w.Percent(j.Share)
		}
		card.Jobs = append(card.Jobs, job)
	}

	switch {
	case r.WorkedHours != nil && r.PaidHours != nil:
		card.Hours = v.T("card.hours", "paid", v.Plain(*r.PaidHours), "worked", v.Plain(*r.WorkedHours))
	case r.WorkedHours != nil:
		card.Hours = v.T("card.worked", "worked", v.Plain(*r.WorkedHours))
	}
	if r.FreeUntil > 0 {
		// Any year of 365 days would do.
		date := time.Date(2026, time.January, r.FreeUntil, 0, 0, 0, 0, time.UTC).Format(time.DateOnly)
		card.Free = v.T("card.free", "date", strings.ReplaceAll(strings.TrimSuffix(v.Day(date), " 2026"), " ", "\u00a0"))
		card.Counted = v.T("card.counted", "unpaid", v.Plain(*r.UnpaidHours))
	}
	if rate, ok := w.Reference(); ok && c.Pay {
		card.Pay = append([]string{rate.Name + v.Colon() + rate.Amount + "."}, rate.Notes...)
	}
	return card
}

// Country names the country of the job.
func (w PayWords) Country() string { return CountryName(w.Voice, w.Result.Country) }

// Reference is the published rate of Rates, where there is one.
func (w PayWords) Reference() (Rate, bool) {
	for _, rate := range w.Rates() {
		if strings.HasPrefix(rate.Figure, "reference") {
			return rate, true
		}
	}
	return Rate{}, false
}

// SharesGiven reports whether the person said how the week is shared among tasks.
func (w PayWords) SharesGiven() bool {
	parts := w.Result.Parts
	return w.Result.Reasons[pay.ForShares] != pay.SharesZero &&
		slices.ContainsFunc(parts, func(p pay.Part) bool { return p.Share != parts[0].Share })
}

// Alt is the picture in words.
func (c Card) Alt() string {
	var lines []string
	add := func(texts ...string) {
		for _, text := range texts {
			if text != "" {
				lines = append(lines, text)
			}
		}
	}
	add(c.Title, c.Place, c.Head[0]+" "+c.Head[1])
	for _, j := range c.Jobs {
		line := "– " + j.Tasks
		if j.Part != "" {
			line += " " + j.Part
		}
		add(line)
	}
	add(c.Hours, c.Free, c.Counted)
	add(c.Pay...)
	add(c.Name)
	return strings.Join(lines, "\n")
}

// words are what was typed, without what would stand between them in a picture.
func words(typed string) string { return strings.Join(strings.Fields(typed), " ") }
