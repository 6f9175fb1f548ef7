package say

import "strings"

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
