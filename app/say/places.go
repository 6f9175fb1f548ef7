package say

import (
	"slices"
	"strings"

	"bothends/questions"
)

// CountryName is what a country is called; "*" is every other one.
func CountryName(v Voice, code string) string {
	if code == "*" {
		return v.Pack.Get("country.other")
	}
	return v.Pack.Get("country." + code)
}

// About puts together what is known of a line.
func About(v Voice, h questions.HelpLine, l questions.Line) string {
	var parts []string
	if l.Name != "" {
		parts = append(parts, l.Name)
	}
	if l.Word != "" {
		parts = append(parts, v.Pack.Get(l.Word))
	}
	if len(l.Languages) > 0 && !onlyIn(h, v.Lang()) {
		parts = append(parts, v.Pack.Fill("help.in", "languages", languageNames(v, l.Languages)))
	}
	if l.Free {
		parts = append(parts, v.Pack.Get("help.free"))
	}
	if l.Always {
		parts = append(parts, v.Pack.Get("help.always"))
	}
	return strings.Join(parts, ", ")
}

// onlyIn reports whether all lines of a country answer in the language of the
// page, which then goes without saying.
func onlyIn(h questions.HelpLine, lang string) bool {
	return !slices.ContainsFunc(h.Listening, func(l questions.Line) bool {
		return len(l.Languages) > 0 && !slices.Equal(l.Languages, []string{lang})
	})
}

func languageNames(v Voice, codes []string) string {
	var names []string
	for _, code := range codes {
		names = append(names, v.Pack.Get("help.language."+code))
	}
	return v.List(names)
}

// Month writes 2026-11-23 as "November 2026".
func Month(v Voice, iso string) string {
	if len(iso) < 7 {
		return iso
	}
	return v.T("month."+iso[5:7]) + " " + iso[:4]
}
