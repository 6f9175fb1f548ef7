package ui

import (
	"fmt"
	"regexp"
	"strings"
	"testing"
	"time"

	"bothends/app/browser"
	"bothends/app/i18n"
	"bothends/app/say"
	"bothends/questions"
	"bothends/questions/checkup"
	"bothends/questions/checkup/checkuptest"
	"bothends/questions/group"
	"bothends/questions/record"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// said renders a component, and returns what is read of it. Words that are
// missing fail the test.
func said(t testing.TB, ui app.UI) (markup, text string) {
	t.Helper()
	markup = app.HTMLString(ui)
	if found := regexp.MustCompile(`\[[a-z_.0-9]+\]|\{[a-z_]+\}|⟨[^⟩]*⟩`).FindAllString(markup, -1); len(found) > 0 {
		t.Errorf("words missing: %q", found)
	}
	return markup, strings.Join(strings.Fields(regexp.MustCompile(`<[^>]*>`).ReplaceAllString(markup, " ")), " ")
}

func encode(t testing.TB, p *questions.Pack, date string, a questions.Answers) []byte {
	t.Helper()
	data, err := record.Encode(p, record.Record{Date: date, Answers: a})
	if err != nil {
		t.Fatal(err)
	}
	return data
}

func history(t testing.TB, c *checkup.Checkup, lang string, stored map[string]string) *History {
	t.Helper()
	h := &History{Checkup: c, Voice: say.NewVoice(c, lang), ready: true, today: "2026-11-25T21:31:07"}
	h.show(record.ReadShelf(c.Pack, stored).Kept)
	return h
}

func TestHistorySaysWhatThereIs(t *testing.T) {
	c := checkuptest.Open(t)
	city := checkuptest.Persona(t, c, "city-hall")
	first := string(encode(t, c.Pack, "2026-06-01T09:05:00", city))
	second := string(encode(t, c.Pack, "2026-07-14T18:40:00", checkuptest.With(city, "weekly_hours", 56.0, "protections", []string{"counselling"},
		"cover_wait_days", "none", "manager_helps", "not_applicable", "accounts", nil, "country", "JP")))
	for _, lang := range i18n.Languages() {
		markup, _ := said(t, history(t, c, lang, nil).Render())
		if !strings.Contains(markup, "data-empty") || strings.Contains(markup, "<svg") {
			t.Errorf("%s: nothing kept gives %s", lang, markup)
		}
		markup, _ = said(t, history(t, c, lang, map[string]string{browser.RecordKey + "1": first}).Render())
		if strings.Contains(markup, "data-empty") || strings.Contains(markup, `id="changes"`) || strings.Count(markup, "data-record=") != 1 {
			t.Errorf("%s: one result gives %s", lang, markup)
		}
		markup, text := said(t, history(t, c, lang, map[string]string{browser.RecordKey + "1": first, browser.RecordKey + "2": second, browser.RecordKey + "3": "?", browser.RecordKey + "4": strings.Replace(first, `"version": 1`, `"version": 9`, 1)}).Render())
		for _, want := range []string{`data-odd="newer"`, `data-odd="damaged"`, `data-limit="weekly_hours"`, `data-answer="cover_wait_days"`, `role="img"`} {
			if !strings.Contains(markup, want) {
				t.Errorf("%s: no %s", lang, want)
			}
		}
		wants := map[string][]string{
			"en": {"1 June 2026, 09:05", "14 July 2026, 18:40", "I have no cover at all", "skipped", "Added: Counselling", "56", "Japan"},
			"fr": {"1er juin 2026 à 9\u00a0h\u00a005", "14 juillet 2026 à 18\u00a0h\u00a040", "passée", "56"},
		}[lang]
		for _, want := range wants {
			if !strings.Contains(strings.Join(strings.Fields(text), " "), strings.Join(strings.Fields(want), " ")) {
				t.Errorf("%s: %q is not said in %s", lang, want, text)
			}
		}
		if strings.Contains(markup, "data-oldpack") {
			t.Errorf("%s: the questions are said to have changed", lang)
		}
	}
}

func TestChangesSayWhenTheQuestionsWereRevised(t *testing.T) {
	c := checkuptest.Open(t)
	text := string(encode(t, c.Pack, "2026-06-01T09:05:00", checkuptest.Persona(t, c, "city-hall")))
	old := strings.Replace(text, `"pack_version": "`+c.Pack.Version, `"pack_version": "1.0.0`, 1) // model version 1
	for lang, want := range map[string]string{"en": "you may have read other numbers then", "fr": "vous aviez peut-être lu d’autres nombres"} {
		markup, said := said(t, history(t, c, lang, map[string]string{browser.RecordKey + "1": old, browser.RecordKey + "2": text}).Render())
		if !strings.Contains(markup, "data-oldpack") || !strings.Contains(strings.Join(strings.Fields(said), " "), want) {
			t.Errorf("%s: nothing says so", lang)
		}
	}
}

// The order in which two are chosen changes nothing of what is said.
func TestChangesGoFromTheEarlierToTheLater(t *testing.T) {
	c := checkuptest.Open(t)
	city := checkuptest.Persona(t, c, "city-hall")
	h := history(t, c, "en", map[string]string{
		browser.RecordKey + "1": string(encode(t, c.Pack, "2026-06-01T09:05:00", city)),
		browser.RecordKey + "2": string(encode(t, c.Pack, "2026-07-01T09:05:00", checkuptest.With(city, "weekly_hours", 60.0))),
	})
	changes := regexp.MustCompile(`(?s)<section[^>]* id="changes".*?</section>`)
	// Attributes have no order in go-app's markup, so the words are compared.
	words := func() string {
		return regexp.MustCompile(`<[^>]*>`).ReplaceAllString(changes.FindString(app.HTMLString(h.Render())), "")
	}
	h.earlier, h.later = browser.RecordKey+"1", browser.RecordKey+"2"
	one := words()
	h.earlier, h.later = browser.RecordKey+"2", browser.RecordKey+"1"
	if other := words(); other != one || one == "" {
		t.Errorf("got %s and %s", one, other)
	}
	h.later = h.earlier
	if twice := app.HTMLString(h.Render()); changes.MatchString(twice) {
		t.Error("a result is compared with itself")
	}
}

func TestLongHistoryKeepsItsPicture(t *testing.T) {
	c := checkuptest.Open(t)
	stored := map[string]string{}
	for i := range 30 {
		stored[fmt.Sprintf("%s%02d", browser.RecordKey, i)] = string(encode(t, c.Pack, fmt.Sprintf("2026-06-%02dT09:05:00", i+1), checkuptest.Persona(t, c, "city-hall")))
	}
	markup, _ := said(t, history(t, c, "fr", stored).Render())
	if dots := strings.Count(markup, `class="dot"`); dots != 2*timelineMost {
		t.Errorf("%d dots", dots)
	}
	if n := strings.Count(markup, "data-record="); n != 30 {
		t.Errorf("%d are listed", n)
	}
}

func TestKeepSaysWhatBecameOfIt(t *testing.T) {
	for _, lang := range i18n.Languages() {
		v := say.Voice{Printer: i18n.New(lang)}
		seen := map[string]record.KeepOutcome{}
		for _, outcome := range []record.KeepOutcome{"", record.WasKept, record.WasDuplicate, record.StorageBlocked, record.QuotaExceeded, record.TooMany} {
			_, text := said(t, &Keep{Voice: v, Keeping: Keeping{Outcome: outcome, Count: 2, Today: "2026-11-25T21:31:07"}})
			if other, twice := seen[text]; twice {
				t.Errorf("%s: %q and %q read the same", lang, outcome, other)
			}
			seen[text] = outcome
		}
		_, text := said(t, &Keep{Voice: v, Keeping: Keeping{Outcome: record.WasKept, Later: true, Framed: true}})
		for _, key := range []string{"keep.kept", "keep.clock", "keep.framed"} {
			if !strings.Contains(text, strings.Join(strings.Fields(v.T(key)), " ")) {
				t.Errorf("%s: %s is not said", lang, key)
			}
		}
	}
}

func TestReminderIsSixWeeksOnAndQuiet(t *testing.T) {
	now := time.Date(2026, 11, 25, 21, 31, 7, 0, time.UTC)
	c := checkuptest.Open(t)
	for _, lang := range i18n.Languages() {
		r := &Reminder{Voice: say.NewVoice(c, lang), Pack: c.Pack, From: "2026-11-25T23:59:59"}
		quiet := r.event(false, "", "https://example.org/", now)
		if got := moment(quiet.Start); got != "2027-01-06T10:00:00" {
			t.Errorf("%s: it is on %s", lang, got)
		}
		if again := r.event(false, "", "x", now.Add(time.Hour)); again.ID != quiet.ID {
			t.Errorf("%s: the same day has the ids %q and %q", lang, quiet.ID, again.ID)
		}
		if text := strings.ToLower(string(quiet.File())); regexp.MustCompile(`both|bouts|burn|example`).MatchString(text) {
			t.Errorf("%s: it says %s", lang, text)
		}
		if named := string(r.event(true, "", "https://example.org/", now).File()); !strings.Contains(named, "URL:https://example.org/") || !strings.Contains(named, r.Voice.Minutes(c.Pack, c.Pack.Acts[0])) {
			t.Errorf("%s: named it is %s", lang, named)
		}
		// A plan stands in it as the person says it, and still names nothing else.
		plan := r.Voice.Plan(record.NewPlan("19:00", "drawer, phone"))
		planned := string(r.event(false, plan, "https://example.org/", now).File())
		if text := strings.ToLower(planned); !strings.Contains(text, `drawer\, phone`) || regexp.MustCompile(`both|bouts|burn|example`).MatchString(text) {
			t.Errorf("%s: with a plan it says %s", lang, planned)
		}
		if named := string(r.event(true, plan, "", now).File()); !strings.Contains(named, "drawer") {
			t.Errorf("%s: named it has no plan: %s", lang, named)
		}
		longer := *c.Pack
		longer.Acts = nil // everything is one act
		all := &Reminder{Voice: r.Voice, Pack: &longer, From: r.From}
		if named, minutes := string(all.event(true, "", "", now).File()), r.Voice.Minutes(&longer, longer.ActsOrOne()[0]); !strings.Contains(named, minutes) {
			t.Errorf("%s: of a check-up of %s it says %s", lang, minutes, named)
		}
	}
}

func TestGroupSaysNothingBelowFive(t *testing.T) {
	c := checkuptest.Open(t)
	var files []browser.File
	for _, name := range []string{"city-hall", "freelancer", "in-house-specialist", "retail-fixed-term", "sports-league", "start-up-lead"} {
		files = append(files, browser.File{Name: name + ".json", Text: string(c.Pack.Encode(checkuptest.Persona(t, c, name)))})
	}
	for _, lang := range i18n.Languages() {
		g := &Group{Checkup: c, Voice: say.NewVoice(c, lang), ready: true}
		said(t, g.Render())
		for n, f := range files {
			g.add([]browser.File{f, {Name: "<b>.json", Text: "{"}, {Name: "gone", Refused: browser.Unreadable}})
			markup, text := said(t, g.Render())
			enough := n+1 >= group.MinPeople
			if told := strings.Contains(markup, "data-driver="); told != enough || strings.Contains(markup, "data-toofew") == enough {
				t.Errorf("%s: of %d it says %s", lang, n+1, text)
			}
			if strings.Contains(markup, "<b>") {
				t.Errorf("%s: the name of a file became markup", lang)
			}
		}
		_, before := said(t, g.Render())
		g.add(files[:2])
		if _, after := said(t, g.Render()); before == after || g.read.Twice == nil || len(g.read.People) != 6 {
			t.Errorf("%s: the same files again are not told", lang)
		}
		g.forget()
		if markup, _ := said(t, g.Render()); strings.Contains(markup, "data-driver=") || !strings.Contains(markup, `data-people="0"`) {
			t.Errorf("%s: forgotten, it says %s", lang, markup)
		}
	}
}
