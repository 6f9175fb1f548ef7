package i18n

import (
	"regexp"
	"slices"
	"strings"
	"testing"
)

var placeholder = regexp.MustCompile(`\{[a-z_]+\}`)

func TestLanguagesAreComplete(t *testing.T) {
	reference := New(Languages[0])
	for _, lang := range Languages[1:] {
		p := New(lang)
		if got, want := p.Keys(), reference.Keys(); !slices.Equal(got, want) {
			for _, k := range want {
				if !p.Has(k) {
					t.Errorf("%s lacks %q", lang, k)
				}
			}
			for _, k := range got {
				if !reference.Has(k) {
					t.Errorf("%s has %q, which %s has not", lang, k, Languages[0])
				}
			}
		}
		for _, k := range p.Keys() {
			got, want := placeholders(p.T(k)), placeholders(reference.T(k))
			if !slices.Equal(got, want) {
				t.Errorf("%s %q: placeholders %v, want %v", lang, k, got, want)
			}
			if strings.TrimSpace(p.T(k)) == "" {
				t.Errorf("%s %q is empty", lang, k)
			}
		}
	}
}

func placeholders(s string) []string {
	found := placeholder.FindAllString(s, -1)
	slices.Sort(found)
	return slices.Compact(found)
}

// French sets a space that may not break before : ; ? ! and inside « ».
func TestFrenchSpaces(t *testing.T) {
	p := New("fr")
	wrong := regexp.MustCompile(`[^\x{00a0}\x{202f}:?!;/][:;?!](\s|$)|«[^\x{00a0}\x{202f}]|[^\x{00a0}\x{202f}]»|'`)
	for _, k := range p.Keys() {
		if m := wrong.FindString(p.T(k)); m != "" {
			t.Errorf("%q: %q in %q", k, m, p.T(k))
		}
	}
}

func TestNumber(t *testing.T) {
	for _, tt := range []struct {
		lang     string
		x        float64
		decimals int
		want     string
	}{
		{"en", 1850.5, 2, "1,850.50"},
		{"fr", 1850.5, 2, "1\u202f850,50"},
		{"en", 0.5, 0, "1"},
		{"fr", 1234567, 0, "1\u202f234\u202f567"},
		{"en", 999.999, 2, "1,000.00"},
		{"en", -3.25, 1, "−3.2"},
		{"en", 1.005, 2, "1.01"},
	} {
		if got := New(tt.lang).Number(tt.x, tt.decimals); got != tt.want {
			t.Errorf("%s Number(%v, %d) = %q, want %q", tt.lang, tt.x, tt.decimals, got, tt.want)
		}
	}
}

func TestPlain(t *testing.T) {
	for _, tt := range []struct {
		lang string
		x    float64
		want string
	}{{"en", 38, "38"}, {"fr", 46.5, "46,5"}, {"en", 0.125, "0.125"}, {"fr", 7.25, "7,25"}} {
		if got := New(tt.lang).Plain(tt.x); got != tt.want {
			t.Errorf("%s Plain(%v) = %q, want %q", tt.lang, tt.x, got, tt.want)
		}
	}
}

func TestCounts(t *testing.T) {
	for _, tt := range []struct {
		lang string
		n    int
		form string
	}{{"en", 0, "other"}, {"en", 1, "one"}, {"en", 2, "other"}, {"fr", 0, "one"}, {"fr", 1, "one"}, {"fr", 2, "other"}} {
		p := New(tt.lang)
		p.words = map[string]string{"x.one": "{n} one", "x.other": "{n} other"}
		if got := p.N("x", tt.n); !strings.HasSuffix(got, tt.form) {
			t.Errorf("%s N(%d) = %q, want form %q", tt.lang, tt.n, got, tt.form)
		}
	}
}
