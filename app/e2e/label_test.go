package e2e

import (
	"strings"
	"testing"

	"github.com/chromedp/cdproto/accessibility"
	"github.com/chromedp/cdproto/dom"
)

func TestEveryLabelTogglesItsOwnControlAndNoOther(t *testing.T) {
	t.Parallel()
	for _, lang := range languages {
		t.Run(lang, func(t *testing.T) {
			core(t, lang == "en")
			t.Parallel()
			p := visitor(t)
			p.Open(lang)
			p.Ready()
			// Options have no ids of their own; here they get one, to be told apart by.
			p.Do(`() => document.querySelectorAll("#checkup input:not([id])").forEach((e) => { e.id = e.name + "-" + e.value; })`)
			clicked := 0
			for step := 1; step <= lastStep; step++ {
				p.GoTo(step)
				// By mouse, one label of every question; all others by script,
				// which the page cannot tell apart.
				labels := Eval[[]struct {
					For, Type, Question string
				}](p, `() => [...document.querySelectorAll(".step:not([hidden]) label")].filter(seen).map((l) => ({
					For: l.control ? l.control.id : "", Type: l.control ? l.control.type : "", Question: l.closest("[data-q]")?.dataset.q ?? "",
				}))`)
				mouse := map[string]bool{}
				for _, label := range labels {
					if label.Type == "" {
						t.Errorf("a label of %q belongs to no control", label.Question)
						continue
					}
					selector := "label:is([for='" + label.For + "'], :has(> #" + label.For + "))"
					before := p.controls()
					if !mouse[label.Question] {
						mouse[label.Question] = true
						p.Click(selector)
					} else {
						p.Do(`(selector) => document.querySelector(selector).click()`, selector)
					}
					clicked++
					after := p.controls()
					for id, was := range before {
						is := after[id]
						switch label.Type {
						case "radio":
							if id == label.For && is != "on" || id != label.For && is != was && name(id) != name(label.For) {
								t.Errorf("the label of %s makes %s %q, was %q", label.For, id, is, was)
							}
						case "checkbox":
							own := id == label.For
							none := strings.HasSuffix(id, "-none") || strings.HasSuffix(label.For, "-none")
							if own && is == was || !own && is != was && !(none && name(id) == name(label.For)) {
								t.Errorf("the label of %s makes %s %q, was %q", label.For, id, is, was)
							}
						default:
							if is != was {
								t.Errorf("the label of %s makes %s %q, was %q", label.For, id, is, was)
							}
						}
					}
					if label.Type == "text" {
						p.Click(selector)
						if got := Eval[string](p, `() => document.activeElement.id`); got != label.For {
							t.Errorf("the label of %s leads to %q", label.For, got)
						}
					}
				}
			}
			if clicked < 150 {
				t.Errorf("only %d labels were tried", clicked)
			}
		})
	}
}

// name is the question that an id of a control belongs to.
func name(id string) string {
	name, _, _ := strings.Cut(id, "-")
	return name
}

// controls returns what every control holds, by id: "on" for what is ticked.
// Shares are left out: they follow what is ticked elsewhere.
func (p *Person) controls() map[string]string {
	p.t.Helper()
	return Eval[map[string]string](p, `() => Object.fromEntries([...document.querySelector("#checkup").elements].filter((e) => e.name && !e.name.startsWith("shares."))
		.map((e) => [e.id, e.type === "radio" || e.type === "checkbox" ? (e.checked ? "on" : "") : e.value]))`)
}

func TestEveryControlHasAnIdAndANameOfItsOwn(t *testing.T) {
	long(t)
	t.Parallel()
	for _, lang := range languages {
		t.Run(lang, func(t *testing.T) {
			t.Parallel()
			p := visitor(t)
			p.Open(lang)
			p.Ready()
			check := func(where string) {
				t.Helper()
				twice := Eval[[]string](p, `() => {
					const seen = {};
					for (const e of document.querySelectorAll("[id]")) seen[e.id] = (seen[e.id] || 0) + 1;
					return Object.keys(seen).filter((id) => seen[id] > 1 || !id);
				}`)
				if len(twice) > 0 {
					t.Errorf("%s, ids stand twice: %q", where, twice)
				}
				names := map[string]string{} // of radio buttons, per group
				for _, n := range call(p, accessibility.GetFullAXTree, accessibility.GetFullAXTreeParams{}).Nodes {
					if n.Ignored || n.Role == nil {
						continue
					}
					role := strings.Trim(string(n.Role.Value), `"`)
					switch role {
					case "radio", "checkbox", "textbox", "combobox", "button", "link", "progressbar", "group", "radiogroup",
						"DisclosureTriangle", "region", "form", "navigation", "image", "img", "table", "figure", "dialog", "alert", "heading":
					default:
						continue
					}
					label := ""
					if n.Name != nil {
						label = strings.TrimSpace(strings.Trim(string(n.Name.Value), `"`))
					}
					if label == "" && role != "alert" && role != "form" && role != "figure" {
						node := call(p, dom.DescribeNode, dom.DescribeNodeParams{BackendNodeID: n.BackendDOMNodeID}).Node
						if node.NodeName != "DETAILS" { // named by its summary, which has a role of its own
							t.Errorf("%s, a %s has no name: <%s %q>", where, role, node.NodeName, node.Attributes)
						}
					}
					if strings.ContainsAny(label, "{}") {
						t.Errorf("%s, a %s is called %q", where, role, label)
					}
					if role == "radio" || role == "checkbox" {
						key := string(n.ParentID) + label
						if other, ok := names[key]; ok {
							t.Errorf("%s, two controls beside each other are called %q (%s)", where, label, other)
						}
						names[key] = role
					}
				}
			}
			for step := 1; step <= lastStep; step++ {
				p.GoTo(step)
				check("in section " + p.Step())
			}
			p.AnswerAll(personaNamed(t, "sports-league").answers)
			p.Finish()
			p.Do(`() => document.querySelectorAll("details").forEach((d) => { d.open = true; })`)
			check("in the result")
		})
	}
}

func TestAScreenReaderHearsEachQuestionWithItsAnswers(t *testing.T) {
	t.Parallel()
	p := visitor(t)
	p.Open("fr")
	// Every group of radios and boxes is named by its question, every field
	// describes its help and its unit.
	wrong := Eval[[]string](p, `() => {
		const wrong = [];
		for (const q of document.querySelectorAll("[data-q]")) {
			const id = q.dataset.q;
			const several = q.querySelectorAll("input[type=radio], input[type=checkbox]").length > 1;
			if (several && !(q.tagName === "FIELDSET" && q.querySelector("legend")?.textContent.trim())) wrong.push(id + ": a group without a legend");
			const help = document.getElementById(id + "-help");
			const described = [q, ...q.querySelectorAll("[aria-describedby]")].map((e) => e.getAttribute("aria-describedby") || "").join(" ");
			if (help && !described.split(" ").includes(help.id)) wrong.push(id + ": its help describes nothing");
			const gone = described.split(" ").filter((id) => id && !document.getElementById(id));
			if (gone.length) wrong.push(id + ": described by " + gone);
		}
		return wrong;
	}`)
	for _, problem := range wrong {
		t.Error(problem)
	}
}
