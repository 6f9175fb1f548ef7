package site

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

func mustRender(t testing.TB, u app.UI) *node {
	t.Helper()
	n, err := render(u)
	if err != nil {
		t.Fatalf("%v\n%s", err, app.HTMLString(u))
	}
	return n
}

type greeting struct{ app.Compo }

func (greeting) Render() app.UI { return app.Text("hello") }

func TestRenderRepairsWhatGoAppPrints(t *testing.T) {
	tests := map[string]struct {
		give app.UI
		want string
	}{
		"double quote in an attribute": {
			app.P().Title(`a "quoted" & <b>`), `<p title="a &quot;quoted&quot; &amp; <b>"></p>`,
		},
		"no-break spaces in an attribute": {
			app.P().Title("Prêt\u202f? « oui\u00a0»"), "<p title=\"Prêt\u202f? « oui\u00a0»\"></p>",
		},
		"no-break spaces in text":    {app.P().Text("Prêt\u202f?"), "<p>Prêt\u202f?</p>"},
		"checked is true":            {app.Input().Type("radio").Checked(true), `<input checked type="radio">`},
		"checked is false":           {app.Input().Type("radio").Checked(false), `<input type="radio">`},
		"disabled is false":          {app.Button().Disabled(false), `<button></button>`},
		"hidden is false":            {app.P().Hidden(false), `<p></p>`},
		"hidden until found":         {app.P().Attr("hidden", "until-found"), `<p hidden="until-found"></p>`},
		"aria is true":               {app.Button().Aria("expanded", true), `<button aria-expanded="true"></button>`},
		"aria is false":              {app.Button().Aria("expanded", false), `<button aria-expanded="false"></button>`},
		"data is true":               {app.P().DataSet("boot", true), `<p data-boot="true"></p>`},
		"value is true":              {app.Option().Value("true").Text("Yes"), `<option value="true">Yes</option>`},
		"empty value of an option":   {app.Option().Value("").Text("Choose"), `<option value="">Choose</option>`},
		"empty on purpose":           {app.Img().Attr("alt", "\x00"), `<img alt="">`},
		"not draggable":              {app.P().Draggable(false), `<p draggable="false"></p>`},
		"attributes are sorted":      {app.A().ID("i").Href("#x").Class("c"), `<a class="c" href="#x" id="i"></a>`},
		"quotes in text stay quotes": {app.P().Text(`it's "fine" & <ok>`), `<p>it's "fine" &amp; &lt;ok&gt;</p>`},
		"words that look escaped":    {app.P().Text("&amp;nbsp;"), `<p>&amp;amp;nbsp;</p>`},
		"inline text keeps its own spaces": {
			app.P().Body(app.Text("see "), app.A().Href("#a").Text("here"), app.Text(". And "), app.B().Text("more"), app.Text("!")),
			`<p>see <a href="#a">here</a>. And <b>more</b>!</p>`,
		},
		"neighbours without spaces stay so": {
			app.P().Body(app.B().Text("a"), app.I().Text("b")), `<p><b>a</b><i>b</i></p>`,
		},
		"two texts in a row": {
			app.P().Body(app.Text("one "), app.Text("two"), app.Text(" three")), `<p>one two three</p>`,
		},
		"empty texts": {
			app.P().Body(app.Text(""), app.B().Text("x"), app.Text("")), `<p><b>x</b></p>`,
		},
		"nothing but empty texts":       {app.P().Body(app.Text(""), app.Text("")), `<p></p>`},
		"a component that draws a text": {app.P().Body(&greeting{}), `<p>hello</p>`},
		"text with indented spaces": {
			app.Div().Body(app.P().Body(app.Text("    wide"), app.Br())), "<div><p>    wide<br></p></div>",
		},
		"text with a line break among others": {
			app.Div().Body(app.P().Body(app.Text("a\nb"), app.Br(), app.Text("c\n\nd"))), "<div><p>a\nb<br>c\n\nd</p></div>",
		},
		"condition and range": {
			app.Ul().Body(
				app.If(false, func() app.UI { return app.Li().Text("no") }),
				app.Range([]string{"a", "b"}).Slice(func(i int) app.UI { return app.Li().Text(i) }),
			),
			`<ul><li>0</li><li>1</li></ul>`,
		},
		"preformatted":            {app.Pre().Text("\na\n    b\n"), "<pre>\n\na\n    b\n</pre>"},
		"code in preformatted":    {app.Pre().Body(app.Code().Text("a\n  b")), "<pre><code>a\n  b</code></pre>"},
		"textarea":                {app.Textarea().Text("\n  <a>\n"), "<textarea>\n\n  &lt;a&gt;\n</textarea>"},
		"data block":              {app.Script().Type("application/json").Text(`{"a":"b<c"}`), `<script type="application/json">{"a":"b<c"}</script>`},
		"void elements":           {app.P().Body(app.Img().Alt("x"), app.Br(), app.Hr()), `<p><img alt="x"><br><hr></p>`},
		"newline in an attribute": {app.P().Title("a\nb\tc"), "<p title=\"a\nb\tc\"></p>"},
		"svg with self-closing elements": {
			app.Elem("svg").Attr("viewBox", "0 0 9 9").Body(
				app.ElemSelfClosing("path").Attr("d", "M0 0L9 9"),
				app.Elem("g").Body(app.ElemSelfClosing("path").Attr("d", "M1 1")),
				app.Elem("title").Text("Candle"),
				app.ElemSelfClosing("circle").Attr("r", 2),
			),
			`<svg viewBox="0 0 9 9"><path d="M0 0L9 9"></path><g><path d="M1 1"></path></g><title>Candle</title><circle r="2"></circle></svg>`,
		},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			if got := mustRender(t, tt.give).String(); got != tt.want {
				t.Errorf("got  %s\nwant %s\nfrom %s", got, tt.want, app.HTMLString(tt.give))
			}
		})
	}
}

func TestRenderRefusesRawMarkup(t *testing.T) {
	for _, raw := range []string{`<svg><path d='M0 0'/></svg>`, `<p>a <b>c</b></p>`} {
		_, err := render(app.Div().Body(app.Raw(raw), app.P()))
		if err == nil || !strings.Contains(err.Error(), "app.Elem") {
			t.Errorf("render(%s): got error %v, want one with a hint", raw, err)
		}
	}
}

// The same tree gives the same bytes, although go-app's attributes follow map
// order.
func TestRenderIsDeterministic(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	u, _ := randomElement(r, 4)
	want := mustRender(t, u).String()
	for range 100 {
		if got := mustRender(t, u).String(); got != want {
			t.Fatalf("got %s\nwant %s", got, want)
		}
	}
}

// What a browser reads in the printed page is the tree that was meant.
func TestRenderKeepsTheTree(t *testing.T) {
	for seed := range uint64(2000) {
		checkRoundTrip(t, seed)
	}
}

func FuzzRenderKeepsTheTree(f *testing.F) {
	f.Add(uint64(1))
	f.Fuzz(checkRoundTrip)
}

func checkRoundTrip(t *testing.T, seed uint64) {
	r := rand.New(rand.NewPCG(seed, 7))
	u, want := randomElement(r, 4)
	printed := mustRender(t, u).String()
	body := &html.Node{Type: html.ElementNode, Data: "div", DataAtom: atom.Div}
	parsed, err := html.ParseFragment(strings.NewReader(printed), body)
	if err != nil || len(parsed) != 1 {
		t.Fatalf("seed %d: %d roots, %v in %s", seed, len(parsed), err, printed)
	}
	if got := outline(parsed[0]); got != want {
		t.Fatalf("seed %d\ngot  %s\nwant %s\nin   %s\nfrom %s", seed, got, want, printed, app.HTMLString(u))
	}
}

// outline writes a parsed tree in the notation of randomElement.
func outline(n *html.Node) string {
	if n.Type == html.TextNode {
		return fmt.Sprintf("%q", n.Data)
	}
	attrs := []string{}
	for _, a := range n.Attr {
		attrs = append(attrs, fmt.Sprintf("%s=%q", a.Key, a.Val))
	}
	slices.Sort(attrs)
	s := n.Data + fmt.Sprint(attrs) + "("
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		s += outline(c)
	}
	return s + ")"
}

var (
	awkwardTexts = []string{"a", " b", "c ", "  ", "\u00a0", "x\u202f?", `"q"`, "<&>", "&lt;", "'", "é", "    deep",
		"one\ntwo", `back\slash`, "\\u00a0", "true", "false", "😀", "soft\u00adhyphen", "\u200b"}
	// A div inside a p or inside inline elements would be moved by the parser.
	tags = []string{"div", "section", "article", "span", "b", "custom-element"}
)

// randomElement returns an element of go-app and the outline of what is meant.
func randomElement(r *rand.Rand, depth int) (app.UI, string) {
	pick := func(list []string) string { return list[r.IntN(len(list))] }
	tag := pick(tags)
	e := app.Elem(tag)
	attrs := []string{}
	for _, name := range []string{"title", "data-x", "aria-label", "lang"} {
		if r.IntN(3) > 0 {
			continue
		}
		// go-app trims attribute values and keeps no empty ones.
		value := pick(awkwardTexts)
		if trimmed := strings.TrimSpace(value); trimmed != "" {
			attrs = append(attrs, fmt.Sprintf("%s=%q", name, trimmed))
		}
		e = e.Attr(name, value)
	}
	if r.IntN(4) == 0 {
		hidden := r.IntN(2) == 0
		e = e.Hidden(hidden)
		if hidden {
			attrs = append(attrs, `hidden=""`)
		}
	}
	slices.Sort(attrs)

	var body []app.UI
	var inner strings.Builder
	text := "" // neighbours become one text
	flush := func() {
		if text != "" {
			fmt.Fprintf(&inner, "%q", text)
			text = ""
		}
	}
	children := 0
	if depth > 0 {
		children = r.IntN(5)
	}
	for range children {
		switch r.IntN(5) {
		case 0, 1:
			s := pick(append(awkwardTexts, ""))
			text += s
			body = append(body, app.Text(s))
		case 2:
			flush()
			body = append(body, app.Br())
			inner.WriteString("br[]()")
		default:
			flush()
			child, o := randomElement(r, depth-1)
			body = append(body, child)
			inner.WriteString(o)
		}
	}
	flush()
	return e.Body(body...), tag + fmt.Sprint(attrs) + "(" + inner.String() + ")"
}
