package page

import (
	"bothends/app/say"
	"bothends/app/ui"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// A Stored is one thing that the site keeps in a browser.
type Stored struct {
	Key string // "bothends.draft"
	Tab bool   // goes with the tab; otherwise it stays on the device
}

// EmbedIntegrity stands where the builder writes the hash of embed.js of this very build.
const EmbedIntegrity = "{embed.integrity}"

// hostsPage is for who signs the check-up off: an editor's lawyer, data protection officer
// or administrator. What can be generated is: keys, policy, sizes, hashes.
func hostsPage(v say.Voice, facts Facts) app.UI {
	body := []app.UI{
		app.H1().Body(ui.Text(v, "hosts.title")),
		app.P().Class("lead").Body(ui.Text(v, "hosts.lead")),
		app.P().Body(app.A().Href(v.Address("embed")).Body(ui.Text(v, "about.embed"))),
		ui.H2(v, "hosts.contexts.title"),
	}
	var contexts []app.UI
	for _, name := range []string{"site", "frame", "sandbox", "offline"} {
		key := "hosts.context." + name
		contexts = append(contexts, app.Tr().Body(
			app.Th().Scope("row").Text(v.T(key)),
			app.Td().Text(v.T("hosts.none")),
			app.Td().Text(v.T(key+".keeps")),
			app.Td().Text(v.T(key+".sends")),
			app.Td().Text(v.T(key+".learns")),
		))
	}
	body = append(body, ui.Table(v.T("hosts.contexts"),
		[]string{v.T("hosts.where"), v.T("hosts.cookies"), v.T("hosts.keeps"), v.T("hosts.sends"), v.T("hosts.learns")}, contexts))
	var stored []app.UI
	for _, s := range facts.Stored {
		until := "hosts.until.erased"
		if s.Tab {
			until = "hosts.until.tab"
		}
		stored = append(stored, app.Tr().Body(app.Th().Scope("row").Body(app.Code().Text(s.Key)), app.Td().Text(v.T("hosts.key."+s.Key)), app.Td().Text(v.T(until))))
	}
	body = append(body,
		ui.Table(v.T("hosts.keys"), []string{v.T("hosts.key"), v.T("hosts.what"), v.T("hosts.until")}, stored),
		app.H2().ID("policy-title").Body(ui.Text(v, "hosts.policy.title")), ui.P(v, "hosts.policy"),
		copied(v, "policy", "Content-Security-Policy: "+facts.Policy),
		ui.H2(v, "hosts.dpia.title"),
	)
	var questions []app.UI
	for _, name := range []string{"data", "purpose", "basis", "who", "where", "long", "rights", "risk", "need"} {
		questions = append(questions, app.Dt().Body(ui.Text(v, "hosts.dpia."+name)), app.Dd().Body(ui.Text(v, "hosts.dpia."+name+".what")))
	}
	body = append(body,
		app.Dl().Class("terms").Body(questions...),
		app.H2().ID("record-title").Body(ui.Text(v, "hosts.record.title")), ui.P(v, "hosts.record.what"),
		copied(v, "record", v.T("hosts.record")),
		ui.H2(v, "hosts.heights.title"), ui.P(v, "hosts.heights"),
		app.H2().ID("pinned-title").Body(ui.Text(v, "hosts.pinned.title")), ui.P(v, "hosts.pinned.what"),
		copied(v, "pinned", `<script async crossorigin="anonymous" integrity="`+EmbedIntegrity+`" src="https://HOST/embed.js" data-lang="`+v.Lang()+`"></script>`),
		app.H2().ID("count-title").Body(ui.Text(v, "hosts.count.title")), ui.P(v, "hosts.count.what"),
		copied(v, "count", `addEventListener("bothends:completed", () => countInYourStatistics("check-up completed"));`),
		app.H2().ID("self-title").Body(ui.Text(v, "hosts.self.title")), ui.P(v, "hosts.self.what"),
		copied(v, "self", selfHosting),
		ui.H2(v, "hosts.uptime.title"), ui.P(v, "hosts.uptime", "kb", v.Number(float64(facts.ProgramBytes)/1000, 0)),
		ui.H2(v, "hosts.access.title"),
		app.P().Body(ui.Text(v, "hosts.access"), app.Text(" "), app.A().Href(v.Address("accessibility")).Body(ui.Text(v, "access.title"))),
		ui.H2(v, "hosts.contact.title"),
	)
	body = append(body, ui.Paragraphs(v, "hosts.contact")...)
	return app.Main().ID("main").Class("prose editors").Body(body...)
}

// selfHosting is what a copy takes, in five lines.
const selfHosting = `git clone SOURCE both-ends
cd both-ends
make test
make build URL=https://example.org
rsync -a --delete dist/ server:/var/www/both-ends/`
