package page

import (
	"bothends/app/say"
	"bothends/app/ui"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// bootBox tells that the program is on its way; web/boot.js shows it and says
// which of its sentences is true. Words begins the keys of those that differ from
// page to page; only some pages can be used so far that something can be missing.
func bootBox(v say.Voice, class, words string, before []app.UI, after ...app.UI) app.UI {
	box := app.Div().Class(class).DataSet("boot", "true").Hidden(true).
		DataSet("loading", v.T(words+".loading")).
		DataSet("failed", v.T(words+".failed")).
		DataSet("lost", v.T("boot.lost")).
		DataSet("offline", v.T("boot.offline")).
		DataSet("point", v.T("language.point"))
	if v.Has(words + ".missing") {
		box = box.DataSet("missing", v.T(words+".missing"))
	}
	body := append(before,
		app.P().Role("status").DataSet("boot-text", "true"),
		app.Progress().Aria("label", v.T("boot.progress")),
		app.Button().Type("button").DataSet("act", "retry").Hidden(true).Body(ui.Text(v, "boot.retry")),
	)
	return box.Body(append(body, after...)...)
}
