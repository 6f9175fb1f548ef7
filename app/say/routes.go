package say

import "strings"

// base is where the site stands, "/tools/check", or "" for the root.
var base string

// SetBase tells the program at which base the site stands, "/tools/check/", once
// at its start. The builder puts the base before the links of documents; those
// that the program draws are resolved by nobody else.
func SetBase(address string) { base = strings.TrimSuffix(address, "/") }

// Address is where a page stands in the language of v: "/fr/methode/".
func (v Voice) Address(page string) string { return base + v.T("route."+page) }
