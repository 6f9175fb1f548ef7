package i18n

import (
	"math"
	"strings"
	"testing"
)

func TestMoney(t *testing.T) {
	for _, tt := range []struct {
		lang     string
		x        float64
		currency string
		decimals int
		want     string
	}{
		{"en", 27.88, "USD", 2, "$27.88"},
		{"en", 19.08, "GBP", 2, "£19.08"},
		{"en", 36.5, "CAD", 2, "CA$36.50"},
		{"en", 10.88, "EUR", 2, "€10.88"},
		{"en", 9369.23, "USD", 0, "$9,369"},
		{"en", -8.01, "USD", 2, "−$8.01"},
		{"en", 27.88, "CHF", 2, "CHF\u00a027.88"},
		{"en", 1850.4, "JPY", 2, "¥1,850"},
		{"en", 12.5, "", 2, "12.50"},
		{"fr", 10.88, "EUR", 2, "10,88\u00a0€"},
		{"fr", 27.88, "USD", 2, "27,88\u00a0$US"},
		{"fr", 36.5, "CAD", 2, "36,50\u00a0$CA"},
		{"fr", 1850.5, "EUR", 2, "1\u202f850,50\u00a0€"},
		{"fr", 2448, "EUR", 0, "2\u202f448\u00a0€"},
		{"fr", -1.95, "EUR", 2, "−1,95\u00a0€"},
		{"fr", 1850.4, "JPY", 2, "1\u202f850\u00a0JPY"},
		{"fr", -3, "", 0, "−3"},
	} {
		if got := New(tt.lang).Money(tt.x, tt.currency, tt.decimals); got != tt.want {
			t.Errorf("%s Money(%v, %q, %d) = %q, want %q", tt.lang, tt.x, tt.currency, tt.decimals, got, tt.want)
		}
	}
}

// The largest amount that a file may hold is written out, not as infinity.
func TestMoneyBeyondMeasure(t *testing.T) {
	for _, lang := range Languages() {
		if got := New(lang).Money(math.MaxFloat64, "USD", 2); strings.Contains(got, "Inf") {
			t.Errorf("%s: %s", lang, got)
		}
	}
}
