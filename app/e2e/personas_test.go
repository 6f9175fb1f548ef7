package e2e

import (
	"math"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// driverOrder is the fixed order of drivers that contribute the same.
var driverOrder = []string{
	"work_volume", "breadth", "conflicting_asks", "emotional_load", "weekly_hours", "long_days", "always_on",
	"breaks_leave", "pay_benefits", "recognition_security", "manager_support", "team_backup", "control", "fairness",
}

// notable are the drivers of three points or more, the largest first.
func (p persona) notable() []string {
	var out []string
	for _, key := range driverOrder {
		if nano(p.expected.Drivers[key]) >= nano(3) {
			out = append(out, key)
		}
	}
	slices.SortStableFunc(out, func(a, b string) int {
		return int(nano(p.expected.Drivers[b]) - nano(p.expected.Drivers[a]))
	})
	return out
}

// nano brings a sum of binary fractions to nine decimals, half up.
func nano(x float64) int64 { return int64(math.Floor(x*1e9 + 0.5)) }

// oneDecimal is how the result region writes a score: half up, with a dot.
func oneDecimal(x float64) string {
	return strconv.FormatFloat(float64((nano(x)+5e7)/1e8)/10, 'f', 1, 64)
}

func TestEachPersonaGetsTheResultThatWasWorkedOutForThem(t *testing.T) {
	t.Parallel()
	for _, persona := range personas(t) {
		t.Run(persona.name, func(t *testing.T) {
			core(t, persona.name == "retail-fixed-term")
			t.Parallel()
			p := visitor(t)
			for _, lang := range languages {
				p.Open(lang)
				p.AnswerAll(persona.answers)
				if got, want := p.Form(), Expected(persona.answers, lang); !sameForm(got, want) {
					t.Errorf("in %s the form holds %v, want %v", lang, got, want)
				}
				p.Finish()
				checkResult(t, p.Result(), persona)
				p.Erase()
			}
		})
	}
}

func checkResult(t *testing.T, got Result, want persona) {
	t.Helper()
	if w := oneDecimal(want.expected.Signs.Score); got.Signs != w {
		t.Errorf("signs are %q, want %q", got.Signs, w)
	}
	if w := oneDecimal(want.expected.Strain.Score); got.Strain != w {
		t.Errorf("strain is %q, want %q", got.Strain, w)
	}
	if w := strconv.Itoa(want.expected.Band.Number); got.Band != w {
		t.Errorf("the band is %q, want %q", got.Band, w)
	}
	if !slices.Equal(got.Limits, want.expected.Limits) {
		t.Errorf("limits listed are %q, want %q", got.Limits, want.expected.Limits)
	}
	if w := want.notable(); !slices.Equal(got.Notable(), w) {
		t.Errorf("notable drivers are %q, want %q", got.Notable(), w)
	}
	for _, a := range got.Drivers {
		for _, b := range got.Drivers {
			// Ranks are those of the points shown, and no full figure contradicts them.
			more := nano(want.expected.Drivers[a.Key]) > nano(want.expected.Drivers[b.Key])
			if (a.Points == b.Points) != (a.Rank == b.Rank) || more && a.Rank > b.Rank {
				t.Errorf("%s has %d points and rank %d, %s %d points and rank %d", a.Key, a.Points, a.Rank, b.Key, b.Points, b.Rank)
			}
		}
	}
	if high := want.expected.Signs.Score >= 50; high != (got.First == "first") {
		t.Errorf("signs are %v and the result begins with %q; help lines come first when signs are high, and only then",
			want.expected.Signs.Score, got.First)
	}
	if strings.ContainsAny(got.Text, "{}") {
		t.Errorf("a placeholder was left empty in the result:\n%s", got.Text)
	}
}

func sameForm(a, b map[string][]string) bool {
	if !slices.Equal(keys(a), keys(b)) {
		return false
	}
	for name, values := range a {
		if !slices.Equal(slices.Sorted(slices.Values(values)), slices.Sorted(slices.Values(b[name]))) {
			return false
		}
	}
	return true
}

func TestTheSportsLeagueEmployeeReadsAFrenchResultOnAPhone(t *testing.T) {
	t.Parallel()
	p := visitor(t, Phone(390, 844), Speaks("fr-FR,fr"))
	p.Go("/") // and lands on the French page
	p.Until("the French page is open", `() => location.pathname === "/fr/" && document.readyState === "complete"`)
	p.AnswerAll(personaNamed(t, "sports-league").answers)
	p.Finish()
	r := p.Result()
	if r.Signs != "62.5" || r.Strain != "77.5" || r.Band != "4" {
		t.Errorf("signs %s, strain %s, band %s; want 62.5, 77.5, 4", r.Signs, r.Strain, r.Band)
	}
	if want := []string{"weekly_hours", "longest_day", "short_rest"}; !slices.Equal(r.Limits, want) {
		t.Errorf("limits are %q, want %q", r.Limits, want)
	}
	heads := func(d Driver, key string) bool { return d.Key == key && d.Rank == 1 && d.Notable }
	if len(r.Drivers) < 2 || !heads(r.Drivers[0], "work_volume") || !heads(r.Drivers[1], "weekly_hours") {
		t.Errorf("drivers begin with %v, want work volume and weekly hours together", r.Drivers)
	}
	if r.First != "first" {
		t.Errorf("the result begins with %q, not with somebody to talk to", r.First)
	}
	// Somebody to talk to stands before the numbers on the screen too, and the
	// numbers can be called.
	first := Eval[struct {
		Top, Verdict float64
		Tel          int
	}](p, `() => {
		const top = (s) => document.querySelector("#result " + s).getBoundingClientRect().top;
		return { Top: top(".first"), Verdict: top(".verdict"), Tel: document.querySelectorAll("#result .first a[href^='tel:'], #result .first a[href^='https:']").length };
	}`)
	if first.Top >= first.Verdict || first.Tel == 0 {
		t.Errorf("help lines stand at %v with %d links, the verdict at %v", first.Top, first.Tel, first.Verdict)
	}
}

func TestTheInHouseSpecialistReadsACalmEnglishResultOnAWideScreen(t *testing.T) {
	long(t)
	t.Parallel()
	p := visitor(t, Screen(1280, 800))
	p.Open("en")
	p.AnswerAll(personaNamed(t, "in-house-specialist").answers)
	p.Finish()
	r := p.Result()
	if r.Band != "1" || len(r.Notable()) > 0 || len(r.Limits) > 0 {
		t.Errorf("band %s, notable %q, limits %q; want band 1 and nothing notable", r.Band, r.Notable(), r.Limits)
	}
	alarm := Eval[[]string](p, `() => [...document.querySelectorAll("#result .first, #result [role=alert], #result dialog, #result canvas, #result audio, #problems")]
		.filter(seen).map((e) => e.outerHTML.slice(0, 80))`)
	if len(alarm) > 0 {
		t.Errorf("a calm result alarms: %q", alarm)
	}
	// No red: a hue near 0 or 360 with any saturation, as colour or background.
	red := Eval[[]string](p, `() => {
		const red = (text) => {
			const [r, g, b, a = 1] = (text.match(/[\d.]+/g) || []).map(Number);
			return a > 0 && r > 120 && r > 2 * g && r > 2 * b;
		};
		return [...document.querySelectorAll("body *")].filter(seen).filter((e) => {
			const s = getComputedStyle(e);
			return red(s.color) || red(s.backgroundColor) || red(s.borderTopColor) || red(s.fill);
		}).map((e) => e.outerHTML.slice(0, 80));
	}`)
	if len(red) > 0 {
		t.Errorf("alarm red on the screen: %q", red)
	}
}
