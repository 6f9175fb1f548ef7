package e2e

import "testing"

// Who pays by the megabyte is told what would be kept, and asked before it is.
func TestOnAMeteredConnectionNothingIsKeptUnasked(t *testing.T) {
	t.Parallel()
	for name, connection := range map[string]string{"saves data": `{ saveData: true }`, "cellular": `{ type: "cellular" }`} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			p := visitor(t, Meets(`Object.defineProperty(navigator, "connection", { value: `+connection+` });`))
			p.Open("fr")
			p.Ready()
			p.Until("the page asks, with the size", `() => {
				const button = document.querySelector("[data-act=keep-offline]");
				return seen(button) && /[0-9],[0-9]/.test(button.parentElement.textContent);
			}`)
			if n := p.Host.Count("worker.js"); n != 0 {
				t.Errorf("the worker was fetched %d times before anybody agreed", n)
			}
			p.Act("keep-offline")
			p.Offline()
			p.Reload()
			p.Ready()
			p.Offline() // it is not asked twice
			if Eval[bool](p, `() => !!document.querySelector("[data-act=keep-offline]")`) {
				t.Error("the page asks again")
			}
		})
	}
}
