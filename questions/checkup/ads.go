package checkup

import (
	"bothends/questions"
	"bothends/questions/jobad"
	"bothends/questions/packs"
)

// AdReader loads the reader of job ads. It takes a moment, so it is for those
// who have an ad to read.
func AdReader() (*jobad.Reader, []questions.Problem) {
	r, problems := jobad.Load(folder(packs.AdFiles, packs.Ads))
	return r, inFolder(packs.Ads, problems)
}

// AdLexicon returns the lexicon of the reader of job ads, encoded for the
// program in the browser.
func AdLexicon() ([]byte, []questions.Problem) {
	r, problems := AdReader()
	if r == nil {
		return nil, problems
	}
	return r.Encode(), nil
}

// checkAdReader tries every pattern of the lexicon on its examples.
func checkAdReader() []questions.Problem {
	r, problems := AdReader()
	if r == nil {
		return problems
	}
	return inFolder(packs.Ads, r.Check())
}
