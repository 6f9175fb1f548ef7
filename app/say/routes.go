package say

import "strings"

// Routes maps a page to its address in each language.
var Routes = map[string]map[string]string{
	"checkup": {"en": "/en/", "fr": "/fr/"},
	"waiting": {"en": "/embed/en/", "fr": "/embed/fr/"},
	"ad":      {"en": "/ad/", "fr": "/fr/annonce/"},
	"method":  {"en": "/en/method/", "fr": "/fr/methode/"},
	"sources": {"en": "/en/sources/", "fr": "/fr/sources/"},
	"privacy": {"en": "/en/privacy/", "fr": "/fr/confidentialite/"},
	"about":   {"en": "/en/about/", "fr": "/fr/a-propos/"},
	"history": {"en": "/en/history/", "fr": "/fr/historique/"},
	"group":   {"en": "/en/group/", "fr": "/fr/groupe/"},
	"away":    {"en": "/en/minutes/", "fr": "/fr/minutes/"},
	"embed":   {"en": "/embed/", "fr": "/fr/integrer/"},
}

// Below tells the program at which base the site stands, "/tools/check/", once
// at its start. The builder puts the base before the links of documents; those
// that the program draws are resolved by nobody else.
func Below(base string) {
	for _, addresses := range Routes {
		for lang, path := range addresses {
			addresses[lang] = strings.TrimSuffix(base, "/") + path
		}
	}
}
