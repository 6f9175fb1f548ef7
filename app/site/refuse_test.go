package site

import (
	"strings"
	"testing"
	"testing/fstest"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

func TestMakeRefuses(t *testing.T) {
	link := func(u app.UI) func(*Input) { return func(in *Input) { in.Pages[1].Body = app.Div().Body(u) } }
	inline := func(address string) app.HTMLImg { return app.Img().Src(address).DataSet("inline", true) }
	tests := map[string]struct {
		change func(*Input)
		want   string
	}{
		"a link to no page":          {link(app.A().Href("/nowhere/")), "/en/about/: <a href=\"/nowhere/\"> leads nowhere"},
		"a link to no file":          {link(app.Img().Src("/web/no.png")), "there is no such page or file"},
		"a link to no id":            {link(app.A().Href("#no")), "the page has no such id"},
		"a link to no id there":      {link(app.A().Href("/en/#no")), "that page has no such id"},
		"a relative link":            {link(app.A().Href("about/")), "it is relative"},
		"a link without scheme":      {link(app.A().Href("//example.org/")), "it has no scheme"},
		"an id twice":                {link(app.Div().Body(app.P().ID("a"), app.P().ID("a"))), `the id "a" stands twice`},
		"a label for nothing":        {link(app.Label().For("no")), "names an id that the page does not have"},
		"a described-by for nothing": {link(app.P().Aria("describedby", "no")), "names an id"},
		"a style attribute":          {link(app.P().Style("color", "red")), "blocked by the site's own Content-Security-Policy"},
		"an inline script":           {link(app.Script().Text("x()")), "an inline <script> is blocked"},
		"raw markup":                 {link(app.Raw("<p><b>x</b> y</p>")), "app.Elem"},
		"a drawing of no file":       {link(inline("/web/no.svg")), `/en/about/: <img src="/web/no.svg" data-inline> cannot be drawn: there is no such file`},
		"a drawing that is none":     {link(inline("/web/early.js")), "it is not an SVG file"},
		"a drawing that says a word": {link(inline("/web/icon.svg").Alt("a candle")), "its alt would be lost"},
		"no such stylesheet":         {func(in *Input) { in.Pages[0].Styles = []string{"/web/no.css"} }, "there is no file /web/no.css"},
		"no such alternate":          {func(in *Input) { in.Pages[0].Alternates["de"] = "/de/" }, "there is no page /de/"},
		"no program":                 {func(in *Input) { in.Program = Program{} }, "loads the program, but there is none"},
		"a dead url() in CSS": {
			func(in *Input) { in.Web.(fstest.MapFS)["a.css"].Data = []byte("p{background:url(/web/no.png)}") },
			"web/a.css: url(/web/no.png) leads nowhere",
		},
		"an icon that cannot be drawn": {
			func(in *Input) {
				in.Web.(fstest.MapFS)["icon.svg"].Data = []byte(`<svg viewBox="0 0 9 9"><circle r="3"/></svg>`)
			},
			"web/icon.svg: <circle> cannot be drawn",
		},
		"a script that is none": {
			func(in *Input) { in.Web.(fstest.MapFS)["later.js"].Data = []byte("later();\n  const x = ;\n") },
			"web/later.js:2:13: Unexpected \";\"",
		},
		"a mistake in a module": {
			func(in *Input) { in.Web.(fstest.MapFS)["later/one.js"].Data = []byte("export const other = 1;\n") },
			"web/later.js:1:10: No matching export in",
		},
		"a script that is likely wrong": {
			func(in *Input) { in.Web.(fstest.MapFS)["later.js"].Data = []byte("if (x === NaN) later();\n") },
			"web/later.js:1:7: Comparison with NaN",
		},
		"no such module": {
			func(in *Input) { in.Web.(fstest.MapFS)["later.js"].Data = []byte("import \"./none.js\";\n") },
			"web/later.js:1:8: there is no web/none.js",
		},
		"a module from elsewhere": {
			func(in *Input) { in.Web.(fstest.MapFS)["later.js"].Data = []byte("import \"lodash\";\n") },
			"web/later.js:1:8: \"lodash\" is neither a file of web/ nor a module of the builder (hint: write",
		},
		"a module that nobody writes": {
			func(in *Input) { in.Web.(fstest.MapFS)["later.js"].Data = []byte("import \"site:none\";\n") },
			"the builder writes no module \"site:none\"",
		},
		"a stylesheet that is none": {
			func(in *Input) { in.Web.(fstest.MapFS)["a.css"].Data = []byte("p { color: red;\n") },
			"web/a.css:",
		},
		"no colours": {
			func(in *Input) { in.Web.(fstest.MapFS)["page.css"].Data = []byte(":root {\n  --page: white;\n}\n") },
			"web/page.css: the light theme has no --page written as #rrggbb",
		},
		"no worker":     {func(in *Input) { delete(in.Web.(fstest.MapFS), "worker.js") }, "web/worker.js"},
		"a bad base":    {func(in *Input) { in.Base = "tools" }, "does not start at the root"},
		"a bad address": {func(in *Input) { in.URL = "example.org" }, "is not the address of a site"},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			in := small()
			tt.change(&in)
			s, problems := Make(in)
			if s != nil || len(problems) == 0 {
				t.Fatal("nothing was refused")
			}
			found := false
			for _, p := range problems {
				found = found || strings.Contains(p.Error(), tt.want)
			}
			if !found {
				t.Errorf("got %v, want %q", problems, tt.want)
			}
		})
	}
}

func TestMakeListsAllProblems(t *testing.T) {
	in := small()
	in.Pages[0].Body = app.Div().ID("top").Body(app.A().Href("/a/"), app.A().Href("/b/"))
	in.Pages[1].Body = app.A().Href("/c/")
	_, problems := Make(in)
	if len(problems) != 3 {
		t.Errorf("got %d problems %v, want 3", len(problems), problems)
	}
}
