package e2e

// A Trait makes a person, or their browser, differ from the others.
type Trait func(*traits)

type traits struct {
	width, height int64
	scale         float64
	mobile        bool
	languages     string
	still         bool
	noScript      bool
	scripts       []string
	preferences   map[string]any
	profile       string
	slow          bool
	browser       *Browser
}

// Screen gives the size of the window in CSS pixels.
func Screen(width, height int64) Trait {
	return func(t *traits) { t.width, t.height = width, height }
}

// Phone is Screen for a touch screen, which has no room for scroll bars.
func Phone(width, height int64) Trait {
	return func(t *traits) { t.width, t.height, t.scale, t.mobile = width, height, 2, true }
}

// Speaks gives the languages that the browser asks for, such as "fr-FR,fr".
func Speaks(languages string) Trait { return func(t *traits) { t.languages = languages } }

// LikesStillness asks for no motion: no scrolling that takes its time.
func LikesStillness() Trait { return func(t *traits) { t.still = true } }

// SlowPhone is a phone of the cheaper kind on a slow mobile network: 1.6 Mb/s,
// 150 ms to the host and back (see slowLine), and a processor at a quarter of this
// machine's speed for the page. Its workers run at full speed: no browser slows them.
func SlowPhone() Trait {
	return func(t *traits) {
		Phone(412, 823)(t)
		t.scale, t.slow = 1.75, true
	}
}

// Returns is somebody who was here before: their profile is in a folder, which
// stays.
func Returns(profile string) Trait { return func(t *traits) { t.profile = profile } }

// Shares is somebody who has no browser of their own, but a profile of their own
// in one that runs: that starts in a fraction of the time. The traits of the
// browser (Speaks, Returns, Prefers) are those of whoever started it.
func Shares(b *Browser) Trait { return func(t *traits) { t.browser = b } }

// WithoutJavaScript runs no script of any page.
func WithoutJavaScript() Trait { return func(t *traits) { t.noScript = true } }

// Meets runs a script in every page before its own scripts.
func Meets(script string) Trait { return func(t *traits) { t.scripts = append(t.scripts, script) } }

// Prefers sets a preference of the browser by its path in the profile.
func Prefers(path string, value any) Trait {
	return func(t *traits) {
		if t.preferences == nil {
			t.preferences = map[string]any{}
		}
		t.preferences[path] = value
	}
}

var defaultTraits = traits{width: 1280, height: 800, scale: 1, languages: "en-GB,en"}
