package ui

import (
	"html"
	"io"
	"regexp"
	"slices"
	"strings"
	"sync"
	"testing"

	"bothends/app/browser"
	"bothends/app/say"
	"bothends/questions/checkup"
	"bothends/questions/checkup/checkuptest"
	"bothends/questions/jobad"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// loaded is the reader of ads, compiled once.
var loaded = sync.OnceValue(func() *jobad.Reader {
	r, problems := checkup.AdReader()
	if r == nil {
		panic(problems[0])
	}
	return r
})

// readerOf is the root in the browser as it is after reading text.
func readerOf(t *testing.T, lang, text string) *AdReader {
	t.Helper()
	c := checkuptest.Open(t)
	r := &AdReader{Checkup: c, Voice: say.NewVoice(c, lang), reader: loaded()}
	r.readAll(text)
	return r
}

// readAll reads and draws without a rest.
func (r *AdReader) readAll(text string) {
	if r.accepts(text) {
		r.adShown, _ = r.take(text, func() bool { return true })
		r.markAll()
	}
}

func (r *AdReader) markAll() {
	r.lists = allLists
	for r.marks.next(r.Voice) {
	}
}

func (r *AdReader) takeOut(ids ...string) {
	r.removed = ids
	r.applyRemovals()
	r.markAll()
}

// markup is the region.
func (r *AdReader) markup() string { return app.HTMLString(r.Render()) }

// data returns an attribute of the region.
func data(markup, name string) string {
	m := regexp.MustCompile(`id="adresult"|data-`+name+`="([^"]*)"`).FindAllStringSubmatch(markup, -1)
	for _, found := range m {
		if found[1] != "" {
			return found[1]
		}
	}
	return ""
}

var tag = regexp.MustCompile(`<[^>]*>`)

// textOf returns what stands in the element with this id, its tags taken out.
func textOf(t *testing.T, markup, id string) string {
	t.Helper()
	_, rest, ok := strings.Cut(markup, `id="`+id+`"`)
	if !ok {
		t.Fatalf("there is no #%s", id)
	}
	_, rest, _ = strings.Cut(rest, ">")
	rest, _, _ = strings.Cut(rest, "</div>")
	rest = regexp.MustCompile(`(?s)<span class="unseen">.*?</span>`).ReplaceAllString(rest, "")
	return html.UnescapeString(tag.ReplaceAllString(rest, ""))
}

func TestExamplesSayWhatTheyWereWrittenFor(t *testing.T) {
	for lang, text := range map[string]string{"en": exampleEnglish, "fr": exampleFrench} {
		r := readerOf(t, lang, text)
		if r.ad.Language != lang {
			t.Errorf("%s: the language read is %q", lang, r.ad.Language)
		}
		keys, flags := say.KeysOf(r.ad.Responsibilities), say.KeysOf(r.ad.RedFlags)
		for _, key := range []string{"strategy", "copywriting", "graphic_design", "photography", "video", "scheduling",
			"community", "customer_support", "paid_ads", "influencers", "analytics", "email"} {
			if !slices.Contains(keys, key) {
				t.Errorf("%s: %s is not found", lang, key)
			}
		}
		for _, key := range []string{"benefits_wait", "broad_scope", "fast_paced", "low_pay", "many_crafts", "many_hats",
			"many_platforms", "nights_weekends", "own_equipment", "pressure"} {
			if !slices.Contains(flags, key) {
				t.Errorf("%s: the flag %s is not raised", lang, key)
			}
		}
		markup := r.markup()
		if got := data(markup, "responsibilities"); got != strings.Join(keys, ",") {
			t.Errorf("%s: data-responsibilities is %q", lang, got)
		}
		if got := data(markup, "flags"); got != strings.Join(flags, ",") {
			t.Errorf("%s: data-flags is %q", lang, got)
		}
		if missing := regexp.MustCompile(`\[[a-z_.0-9-]+\]|\{[a-z_]+\}`).FindAllString(tag.ReplaceAllString(markup, ""), -1); missing != nil {
			t.Errorf("%s: words are missing: %q", lang, missing)
		}
	}
}

// The ad stands there letter by letter, and its markup is only text.
func TestAdIsShownAsText(t *testing.T) {
	const ad = `<h1 onclick="x()">Social media manager</h1>
<script>document.title = "run"</script><img src=x onerror="alert(1)">
<p>You will shoot and edit videos & write "captions".</p>`
	r := readerOf(t, "en", ad)
	markup := r.markup()
	for _, no := range []string{"<script", "<img", "<h1", `onclick="x`, "onerror=\"alert"} {
		if strings.Contains(markup, no) {
			t.Errorf("the page holds %s", no)
		}
	}
	// Printed markup is indented, so spaces do not count here.
	bare := func(s string) string { return strings.Join(strings.Fields(s), "") }
	if got := textOf(t, markup, "marked-text"); bare(got) != bare(ad) {
		t.Errorf("the ad reads\n%s\nwant\n%s", got, ad)
	}
	if !strings.Contains(markup, "<mark") {
		t.Error("nothing is marked")
	}
}

func TestEveryMarkHasAName(t *testing.T) {
	markup := readerOf(t, "fr", exampleFrench).markup()
	marks := regexp.MustCompile(`(?s)<mark[^>]*data-keys[^>]*>`).FindAllString(markup, -1)
	if len(marks) < 20 {
		t.Errorf("%d marks", len(marks))
	}
	for _, m := range marks {
		if !regexp.MustCompile(`title="[^"]+"`).MatchString(m) {
			t.Errorf("%s has no name", m)
		}
	}
	if unseen := strings.Count(markup, `class="unseen"`); unseen < 20 {
		t.Errorf("%d names are read out", unseen)
	}
}

func TestTakingOutAndPuttingBack(t *testing.T) {
	r := readerOf(t, "en", exampleEnglish)
	before := r.markup()
	for _, tt := range []struct{ id, key, attribute, follows string }{
		{"duty.video", "video", "responsibilities", ""},
		{"flag.fast_paced", "fast_paced", "flags", ""},
		{"term.pay", "", "", "low_pay"},
		{"term.platforms", "", "", "many_platforms"},
	} {
		r.takeOut(tt.id)
		markup := r.markup()
		if tt.key != "" {
			was, is := strings.Split(data(before, tt.attribute), ","), strings.Split(data(markup, tt.attribute), ",")
			if !slices.Contains(was, tt.key) || slices.Contains(is, tt.key) {
				t.Errorf("%s: %q was %q", tt.id, is, was)
			}
		}
		if tt.follows != "" && slices.Contains(strings.Split(data(markup, "flags"), ","), tt.follows) {
			t.Errorf("%s is taken out, and %s still stands", tt.id, tt.follows)
		}
		if !strings.Contains(markup, `data-act="undo"`) {
			t.Errorf("%s cannot be put back", tt.id)
		}
	}
	r.takeOut()
	if after := r.markup(); data(after, "responsibilities") != data(before, "responsibilities") || data(after, "flags") != data(before, "flags") {
		t.Error("putting back does not bring everything back")
	}

	// With nine kinds of work left, the work is no longer called wide.
	var ids []string
	for _, f := range r.ad.Responsibilities[9:] {
		ids = append(ids, "duty."+f.Key)
	}
	if flags := say.KeysOf(r.ad.Without(ids).RedFlags); slices.Contains(flags, "broad_scope") {
		t.Errorf("flags of nine kinds of work: %q", flags)
	}
}

func TestNothingFound(t *testing.T) {
	for lang, text := range map[string]string{
		"en": "Leek tart. Wash two leeks and slice them. Beat three eggs with cream and bake for half an hour.",
		"fr": "Tarte aux poireaux. Lavez deux poireaux et coupez-les. Battez trois œufs avec la crème.",
	} {
		r := readerOf(t, lang, text)
		markup := r.markup()
		if got := data(markup, "responsibilities"); got != "" {
			t.Errorf("%s: a recipe asks for %q", lang, got)
		}
		if want := r.Voice.T("ad.none.text"); !strings.Contains(html.UnescapeString(markup), want) {
			t.Errorf("%s: it does not say that nothing was found", lang)
		}
	}
	for _, text := range []string{"", " \n\t"} {
		if r := readerOf(t, "en", text); r.shown {
			t.Errorf("%q was read", text)
		}
	}
}

func TestTooLongAText(t *testing.T) {
	r := readerOf(t, "en", strings.Repeat("You will edit videos.\n", MaxAdSize/21))
	if r.shown || r.refused != "ad.problem.large" || !strings.Contains(r.markup(), `class="problem"`) {
		t.Error("a text of more than a mebibyte is not refused with a sentence")
	}
	if r = readerOf(t, "en", exampleEnglish); !r.shown {
		t.Error("the next ad is not read")
	}
}

func TestMergingIntoTheDraft(t *testing.T) {
	c := checkuptest.Open(t)
	years := 2
	ad := jobad.Ad{
		Responsibilities: []jobad.Finding{{Key: "video"}, {Key: "email"}},
		Facts: jobad.Facts{
			YearsExperience: &years, HoursPerWeek: &jobad.Range{37.5, 37.5},
			Pay: &jobad.Pay{Min: 19.5, Max: 21, Currency: "USD", Period: "hour"},
		},
	}
	all := map[string][]string{
		"responsibilities": {"video", "email"}, "contract_hours": {"37,5"}, "experience_years": {"2"},
		"pay_amount": {"19,5"}, "currency": {"USD"}, "pay_period": {"hour"},
	}
	but := func(pairs ...any) map[string][]string {
		out := map[string][]string{}
		for k, v := range all {
			out[k] = v
		}
		for i := 0; i < len(pairs); i += 2 {
			if pairs[i+1] == nil {
				delete(out, pairs[i].(string))
			} else {
				out[pairs[i].(string)] = pairs[i+1].([]string)
			}
		}
		return out
	}
	for _, tt := range []struct {
		name, kept string
		want       map[string][]string
		stayed     []string
	}{
		{"no draft", "", all, nil},
		{"no draft of ours", `"x"`, all, nil},
		{"a draft of another version", `{"v":2,"answers":{"pay_amount":["1"]}}`, all, nil},
		{"other answers stay", `{"v":1,"answers":{"workload_overflow":["often"]},"step":"result","done":true}`,
			but("workload_overflow", []string{"often"}), nil},
		{"what was answered wins", `{"v":1,"answers":{"responsibilities":["events"],"experience_years":["7"]},"step":3}`,
			but("responsibilities", []string{"events"}, "experience_years", []string{"7"}), []string{"responsibilities", "experience_years"}},
		{"the same answer is no conflict", `{"v":1,"answers":{"responsibilities":["email","video"]}}`,
			but("responsibilities", []string{"email", "video"}), nil},
		{"pay is taken whole or not at all", `{"v":1,"answers":{"pay_amount":["30"]}}`,
			but("pay_amount", []string{"30"}, "currency", nil, "pay_period", nil), []string{"pay_amount"}},
	} {
		m := jobad.MergeInto(c.Pack, browser.DraftAnswers(tt.kept), ad.Answers(c.Pack), ",")
		filled, stayed := m.Filled, m.Stayed
		if len(m.Values) != len(tt.want) {
			t.Errorf("%s: %v, want %v", tt.name, m.Values, tt.want)
		}
		for id, want := range tt.want {
			if !slices.Equal(m.Values[id], want) {
				t.Errorf("%s: %s is %q, want %q", tt.name, id, m.Values[id], want)
			}
		}
		if !slices.Equal(stayed, tt.stayed) {
			t.Errorf("%s: %q stayed, want %q", tt.name, stayed, tt.stayed)
		}
		for _, id := range stayed {
			if slices.Contains(filled, id) {
				t.Errorf("%s: %s was filled in and stayed", tt.name, id)
			}
		}
	}
}

func BenchmarkReadAndDraw(b *testing.B) {
	c, _ := checkup.Open(checkup.Shipped())
	r := &AdReader{Checkup: c, Voice: say.NewVoice(c, "en"), reader: loaded()}
	for b.Loop() {
		r.readAll(exampleEnglish)
		app.PrintHTML(io.Discard, r.Render())
	}
}

// Whatever the text, its blocks are the text, no mark is cut, and a block that
// takes a line of its own begins and ends one.
func TestALongAdIsDrawnInBlocks(t *testing.T) {
	line := "You will shoot and edit short videos, write our newsletter. Été à l’œuvre 🎥 "
	for name, text := range map[string]string{
		"lines":        strings.Repeat(line+"\n", 1000),
		"one line":     strings.Repeat(line, 1000),
		"no words":     "Edit videos\n" + strings.Repeat("é", 100_000),
		"long lines":   strings.Repeat(strings.Repeat(line, 200)+"\n", 5),
		"short":        line,
		"two blocks":   strings.Repeat(line+"\n", 2*blockSize/len(line)+2),
		"broken bytes": "Edit videos " + strings.Repeat("\xa9\xa9\xa9 ", 10_000),
	} {
		text = "Social media manager\nYou will edit videos.\n" + text
		r := readerOf(t, "fr", text)
		if got := html.UnescapeString(tag.ReplaceAllString(regexp.MustCompile(`<span class="unseen">[^<]*</span>`).
			ReplaceAllString(strings.Join(r.marks.made, ""), ""), "")); got != text {
			t.Errorf("%s: the blocks are not the text", name)
		}
		whole := markedText(r.Voice, false, jobad.Pieces(text, evidence(r.all)), r.all)
		if got, want := strings.Count(strings.Join(r.marks.made, ""), "<mark"), strings.Count(whole, "<mark"); got != want {
			t.Errorf("%s: %d marks in blocks, %d in the whole", name, got, want)
		}
		for i, end := range r.marks.cuts {
			begin := 0
			if i > 0 {
				begin = r.marks.cuts[i-1]
			}
			if end-begin > 3*blockSize {
				t.Errorf("%s: block %d has %d bytes", name, i, end-begin)
			}
			own := (begin == 0 || text[begin-1] == '\n') && (end == len(text) || text[end-1] == '\n')
			if strings.HasPrefix(r.marks.made[i], "<div>") != own {
				t.Errorf("%s: block %d from %d to %d begins %s", name, i, begin, end, r.marks.made[i][:16])
			}
		}
		r.takeOut("duty.video")
		if marked := strings.Join(r.marks.made, ""); strings.Contains(marked, `data-keys="video"`) || len(r.marks.made) != len(r.marks.cuts) {
			t.Errorf("%s: what was taken out is still marked", name)
		}
	}
}

// What is no plain text is called what it is, with what to do.
func TestWhatIsNoPlainTextIsNamed(t *testing.T) {
	for name, text := range map[string]string{
		"rtf": `{\rtf1{\fonttbl}}`, "pdf": "%PDF-1.7\n%a", "office": "PK\x03\x04ab", "binary": "a\x00b",
		"mail": "From: a@example.org\nMIME-Version: 1.0\nContent-Type: image/png\n\niVBORw0KGgo=",
	} {
		for _, lang := range []string{"en", "fr"} {
			r := readerOf(t, lang, text)
			if want := r.Voice.T("ad.problem." + name); !strings.Contains(html.UnescapeString(r.markup()), want) || strings.Contains(want, "[") {
				t.Errorf("%s: %s is answered with %s, want %q", lang, name, r.markup(), want)
			}
		}
	}
}

// The switch turns the words round and finds the same; what follows from the ad for
// oneself is not offered to whoever writes it.
func TestTheWriterSeesTheSameTurnedRound(t *testing.T) {
	for lang, text := range map[string]string{"en": exampleEnglish, "fr": exampleFrench} {
		r := readerOf(t, lang, text)
		before := r.markup()
		r.turnRound(true)
		r.ads++
		turned := r.markup()
		for _, name := range []string{"responsibilities", "flags", "jobs"} {
			if data(before, name) != data(turned, name) {
				t.Errorf("%s: data-%s is %q, and was %q", lang, name, data(turned, name), data(before, name))
			}
		}
		if got, was := textOf(t, turned, "marked-text"), textOf(t, before, "marked-text"); got != was {
			t.Errorf("%s: marked is\n%s\nand was\n%s", lang, got, was)
		}
		if strings.Contains(turned, `data-act="take"`) || !strings.Contains(before, `data-act="take"`) {
			t.Errorf("%s: taking it along is offered to the wrong one", lang)
		}
		if !strings.Contains(turned, `id="second-post"`) || strings.Contains(before, `id="second-post"`) {
			t.Errorf("%s: a second post is named to the wrong one", lang)
		}
		if missing := regexp.MustCompile(`\[[a-z_.0-9-]+\]|\{[a-z_]+\}`).FindAllString(tag.ReplaceAllString(turned, ""), -1); missing != nil {
			t.Errorf("%s: words are missing: %q", lang, missing)
		}
		r.takeOut("term.pay")
		if !strings.Contains(html.UnescapeString(r.markup()), r.Voice.T("ad.writer.ask.pay")) {
			t.Errorf("%s: without its pay, nobody says that the pay is missing", lang)
		}
		r.turnRound(false)
		r.takeOut()
		r.ads--
		words := func(markup string) string { return tag.ReplaceAllString(markup, "") } // attributes come in any order
		if got, want := words(r.markup()), words(before); got != want {
			t.Errorf("%s: turned back it reads\n%s\nand was\n%s", lang, got, want)
		}
	}
}
