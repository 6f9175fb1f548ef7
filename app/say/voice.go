package say

import (
	"bothends/app/i18n"
	"bothends/questions"
	"bothends/questions/checkup"
)

// A Voice speaks one language: the interface's words and the pack's.
type Voice struct {
	*i18n.Printer
	Pack questions.Words
}

// NewVoice speaks a language in which c has words.
func NewVoice(c *checkup.Checkup, lang string) Voice { return Voice{i18n.New(lang), c.Words[lang]} }

// Optional returns the pack's words for key, or "" where a pack has none.
func (v Voice) Optional(key string) string {
	if !v.Pack.Has(key) {
		return ""
	}
	return v.Pack.Get(key)
}

// counted is the key of the pack's words for this number. A pack that does not have
// the form which its language takes has the one for any number.
func (v Voice) counted(key string, n float64) string {
	if form := key + "." + v.Form(n); v.Pack.Has(form) {
		return form
	}
	return key + ".other"
}

// Minutes is how long an act takes, in words.
func (v Voice) Minutes(p *questions.Pack, a questions.Act) string {
	return v.N("act.minutes", p.Minutes(a, v.Pack))
}

// ActAdds is what an act adds to the result, and how long it takes.
func (v Voice) ActAdds(p *questions.Pack, a questions.Act) string {
	return v.T("act.adds", "adds", v.Pack.Get("act."+a.ID+".adds"), "minutes", v.Minutes(p, a))
}

// BandName is the name of a place on the map.
func (v Voice) BandName(key string) string { return v.Pack.Get("band." + key + ".name") }

// DriverName is the name of a part of the job that adds to the strain.
func (v Voice) DriverName(key string) string { return v.Pack.Get("driver." + key + ".name") }

// LimitName is the name of a limit.
func (v Voice) LimitName(key string) string { return v.Pack.Get("limit." + key + ".name") }

// QuestionName is the short name of a question, as it begins a line.
func (v Voice) QuestionName(id string) string { return Capital(v.Pack.Get(id + ".short")) }
