package e2e

import "testing"

// A copy of the program goes through start-up and a result before the page
// does, so that nothing waits for functions to be translated. It must come to
// the very result: a rehearsal that breaks off early is not noticed otherwise.
func TestTheProgramIsRehearsedBesideThePage(t *testing.T) {
	t.Parallel()
	for _, path := range []string{"en/", "fr/", "job-posting/", "fr/annonce/"} {
		t.Run(path, func(t *testing.T) {
			core(t, path == "fr/")
			t.Parallel()
			// However busy the machine is, the page waits for a worker's first word.
			p := visitor(t, Meets(`const later = window.setTimeout; window.setTimeout = (f, ms, ...args) => ms === 4000 ? 0 : later(f, ms, ...args);`))
			p.Go(p.Host.Base + path)
			p.Ready()
			// On a machine that is busy with other tests it may take too long.
			if how := Eval[string](p, `() => document.documentElement.dataset.rehearsed ?? ""`); how != "result" && how != "late" {
				t.Errorf("the rehearsal ended with %q, not with a result", how)
			}
			if Eval[bool](p, `() => performance.getEntriesByType("resource").some((e) => e.name.includes(".wasm"))`) {
				t.Error("the program was fetched by the page, not beside it")
			}
			if n := p.Host.Count(".wasm"); n != 1 {
				t.Errorf("the program travelled %d times", n)
			}
		})
	}
}

// A worker that compiles, or a rehearsal, that cannot be or never ends holds nobody
// up.
func TestWithoutARehearsalTheProgramStartsAllTheSame(t *testing.T) {
	t.Parallel()
	for name, script := range map[string]string{
		"no workers": `window.Worker = function () { throw new Error("refused"); };`,
		"no module can be handed over": `window.Worker = class extends Worker {
				set onmessage(hear) { super.onmessage = (event) => event.data.module ? this.onmessageerror(event) : hear(event); }
			};`,
		"not Chromium":    `Object.defineProperty(navigator, "userAgentData", { value: undefined });`,
		"never a word":    `window.Worker = class { postMessage() {} terminate() {} };`,
		"ends with error": `window.Worker = class { postMessage() { this.onerror(new Event("error", { cancelable: true })); } terminate() {} };`,
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			p := visitor(t, Meets(script))
			p.Open("fr")
			p.Answer("workload_overflow", "often")
			// Who waits for a result does not wait for a rehearsal.
			p.Act("finish")
			p.AwaitResult()
		})
	}
}
