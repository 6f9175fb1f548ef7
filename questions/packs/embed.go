// Package packs holds the questionnaires and tables that Both Ends ships, as
// data. Package checkup reads them.
package packs

import "embed"

// Pack is the folder of the questionnaire, Pay that of the pay tables, Help that
// of the help lines and the names of countries, and Ads that of the lexicon that
// the reader of job ads uses.
const (
	Pack = "social-media-manager"
	Pay  = "pay"
	Help = "help"
	Ads  = "jobad"
)

// Files holds Pack, Pay and Help: only what the program needs, so personas stay
// outside. A pattern, as a pack that takes the place of ours may have fewer
// files.
//
//go:embed social-media-manager/*.json
//go:embed pay/*.csv
//go:embed help/*.json
var Files embed.FS

// AdFiles holds Ads. It is apart, because the program for the browser does not
// embed it: it fetches what checkup.AdLexicon makes of it.
//
//go:embed jobad/*.json
var AdFiles embed.FS
