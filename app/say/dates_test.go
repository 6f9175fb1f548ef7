package say

import (
	"testing"

	"bothends/app/i18n"
)

func TestDay(t *testing.T) {
	for _, tt := range []struct{ lang, date, want string }{
		{"en", "2026-11-25", "25 November 2026"},
		{"en", "2026-01-01", "1 January 2026"},
		{"fr", "2026-11-25", "25 novembre 2026"},
		{"fr", "2026-08-01", "1er août 2026"},
		{"de", "2026-11-25", "25. November 2026"},
		{"de", "2026-08-01", "1. August 2026"},
		{"fr", "soon", "soon"},
	} {
		if got := (Voice{Printer: i18n.New(tt.lang)}).Day(tt.date); got != tt.want {
			t.Errorf("%s: got %q, want %q", tt.lang, got, tt.want)
		}
	}
}
