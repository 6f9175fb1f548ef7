package site

import (
	"strings"
	"testing"
	"testing/fstest"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

func TestDrawingsStandInThePage(t *testing.T) {
	in := small()
	in.Web.(fstest.MapFS)["icon.svg"].Data = []byte(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">
  <!-- why -->
  <rect width="9" height="9" fill="#000000"/>
  <path fill="#ffffff" d="M1 1L2 1L2 2Z"/>
</svg>`)
	in.Pages[1].Body = app.P().Body(
		app.Img().Src("/web/icon.svg").DataSet("inline", true).Attr("alt", "\x00").Width(28).Height(28),
		app.Img().Src("/web/icon.svg").Alt("y"),
	)
	s := mustMake(t, in)
	want := `<p><svg aria-hidden="true" height="28" viewBox="0 0 9 9" width="28">` +
		`<rect fill="#000000" height="9" width="9"></rect><path d="M1 1L2 1L2 2Z" fill="#ffffff"></path></svg>` +
		`<img alt="y" src="/` + s.names["/web/icon.svg"] + `"></p>`
	if page := string(s.Files["en/about/index.html"]); !strings.Contains(page, want) {
		t.Errorf("got %s\nwant %s", page, want)
	}
}

func TestDrawingsTravelWithoutCommentsAndIndentation(t *testing.T) {
	if got, want := string(slimDrawing([]byte("<svg>\n  <!-- why -->\n  <g/>\n</svg>\n"))), "<svg>\n<g/>\n</svg>\n"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}
