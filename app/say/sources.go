package say

import (
	"strconv"
	"strings"
)

// AuthorYear shortens "Lin RT et al. 2021, J Occup Health 63:e12228" to its
// author and year, and what has no year to what stands before the comma.
func AuthorYear(cite string) string {
	words := strings.Fields(cite)
	for i, w := range words {
		if year := strings.TrimSuffix(w, ","); len(year) == 4 && (year[:2] == "19" || year[:2] == "20") {
			return strings.Join(words[:i], " ") + " " + year
		}
	}
	name, _, _ := strings.Cut(cite, ",")
	return name
}

// Cited lists texts by name and date: "RTBF 2023" and "CNA 2025-06" are in English
// "RTBF (2023) and CNA (June 2025)". The lists of other projects are called by letters.
func Cited(v Voice, sources []string) string {
	var said []string
	for _, text := range sources {
		name, date := text, ""
		if i := strings.LastIndexByte(text, ' '); i > 0 && isDate(text[i+1:]) {
			name, date = text[:i], Month(v, text[i+1:])
		}
		if letter, ours := strings.CutPrefix(name, "list "); ours {
			name = v.T("evidence.list", "name", letter)
		}
		if date != "" {
			name = v.T("evidence.dated", "name", name, "date", date)
		}
		said = append(said, name)
	}
	return v.List(said)
}

// isDate reports whether text is a year of our time or a month of one.
func isDate(text string) bool {
	year, month, long := strings.Cut(text, "-")
	_, err := strconv.Atoi(year + month)
	return err == nil && len(year) == 4 && strings.HasPrefix(year, "20") && (!long || len(month) == 2)
}
