package say

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"

	"bothends/questions"
	"bothends/questions/checkup"
	"bothends/questions/jobad"
)

// AdWords say what was read in a job ad. The page and the terminal show the
// same sentences. Rules they keep: a flag is something to ask about and never
// an accusation, and what an ad does not say is a question too.
type AdWords struct {
	Voice   Voice
	Checkup *checkup.Checkup
	Ad      jobad.Ad
	Writer  bool // turns it round for whoever writes the ad (adwriter.go)
}

// A Found is one thing that an ad says, with a number that both the lists and
// the marked text show.
type Found struct {
	Number   int
	Kind     string // "duty", "term", "flag"
	Key      string
	Name     string
	Text     string // the value of a term, the sentence of a flag
	Evidence []jobad.Evidence
}

// Found lists everything in the order in which it is shown: responsibilities,
// flags, terms.
func (w AdWords) Found() []Found {
	var all []Found
	add := func(kind, key, name, text string, evidence []jobad.Evidence) {
		all = append(all, Found{len(all) + 1, kind, key, name, text, evidence})
	}
	for _, f := range w.Ad.Responsibilities {
		add(jobad.Duty, f.Key, w.Voice.Pack.Get("responsibilities.option."+f.Key), "", f.Evidence)
	}
	for _, f := range w.Ad.RedFlags {
		if slices.Contains(derivedFlags, f.Key) {
			f.Evidence = nil
		}
		add(jobad.Flag, f.Key, w.Voice.T("ad.flag."+f.Key+".name"), w.Voice.T(w.turned("ad.flag."+f.Key)), f.Evidence)
	}
	for _, t := range w.terms() {
		add(jobad.Term, t[0], w.Voice.T("ad.term."+t[0]), t[1], w.Ad.Facts.Evidence[t[0]])
	}
	return all
}

// ID names a finding among all of an ad.
func (f Found) ID() string { return f.Kind + "." + f.Key }

// IDs names everything that is said.
func (w AdWords) IDs() []string {
	var ids []string
	for _, f := range w.Found() {
		ids = append(ids, f.ID())
	}
	return ids
}

// derivedFlags are the flags that say something about many findings rather than
// about words: nothing in the text is marked for them.
var derivedFlags = []string{"broad_scope", "many_crafts"}

// Headline says how many jobs one person would do.
func (w AdWords) Headline() string {
	v := w.Voice
	switch jobs := w.Jobs(); {
	case len(w.Ad.Responsibilities) == 0:
		return v.T("ad.none.title")
	case jobs > 0:
		return v.N(w.turned("ad.jobs"), jobs)
	default:
		return v.N("ad.found", len(w.Ad.Responsibilities))
	}
}

// Summary goes on from Headline.
func (w AdWords) Summary() string {
	v := w.Voice
	n := len(w.Ad.Responsibilities)
	switch {
	case n == 0:
		return v.T("ad.none.text")
	case w.Jobs() > 0:
		return v.N("ad.found", n) + " " + v.T("ad.rome", "jobs", v.N("pay.jobs", w.Jobs()))
	default:
		return v.T("ad.knows")
	}
}

// Jobs is the number of different jobs by ROME 4.0, 0 when nothing was found.
func (w AdWords) Jobs() int {
	if len(w.Ad.Responsibilities) == 0 {
		return 0
	}
	r := w.Checkup.Tables.Compute(questions.Answers{AskResponsibilities: KeysOf(w.Ad.Responsibilities)})
	if r == nil || r.Jobs == nil {
		return 0
	}
	return *r.Jobs
}

// KeysOf names findings of one kind.
func KeysOf(findings []jobad.Finding) []string {
	keys := make([]string, len(findings))
	for i, f := range findings {
		keys[i] = f.Key
	}
	return keys
}

// terms are the facts an ad states: the JSON name and what it says.
func (w AdWords) terms() [][2]string {
	v, f := w.Voice, w.Ad.Facts
	var list [][2]string
	add := func(key, text string) { list = append(list, [2]string{key, text}) }
	if f.Pay != nil {
		add("pay", w.pay())
	}
	if r := f.HoursPerWeek; r != nil {
		add("hours_per_week", v.T("ad.hours", "n", v.between(v.Plain(r[0]), v.Plain(r[1]))))
	}
	if r := f.DaysPerWeek; r != nil {
		add("days_per_week", v.T("ad.days", "n", v.between(v.Plain(r[0]), v.Plain(r[1]))))
	}
	if len(f.Contract) > 0 {
		var kinds []string
		for _, key := range f.Contract {
			kinds = append(kinds, v.T("ad.contract."+key))
		}
		add("contract", v.List(kinds))
	}
	if y := f.YearsExperience; y != nil {
		if *y == 0 {
			add("years_experience_min", v.T("ad.years.none"))
		} else {
			add("years_experience_min", v.N("ad.years", *y))
		}
	}
	if len(f.Platforms) > 0 {
		var names []string
		for _, key := range f.Platforms {
			names = append(names, platformName(key))
		}
		add("platforms", v.List(names))
	}
	if f.EveningsWeekend {
		add("evenings_weekends", v.T("ad.stated"))
	}
	if f.OnCall {
		add("on_call", v.T("ad.stated"))
	}
	if f.BenefitsWait != nil {
		add("benefits_wait_days", v.N("ad.wait", *f.BenefitsWait))
	}
	if f.Team != nil {
		add("team", v.T("ad.team."+*f.Team))
	}
	return list
}

func (w AdWords) pay() string {
	v, p := w.Voice, w.Ad.Facts.Pay
	amount := func(x float64) string {
		decimals := 0
		if x != float64(int64(x)) {
			decimals = 2
		}
		return v.Money(x, p.Currency, decimals)
	}
	return v.T("ad.per."+p.Period, "amount", v.between(amount(p.Min), amount(p.Max)))
}

// between is one value, or the two ends of a range.
func (v Voice) between(low, high string) string {
	if low == high {
		return low
	}
	return v.T("ad.range", "low", low, "high", high)
}

// Asks are questions about what the ad does not say.
func (w AdWords) Asks() []string {
	v, f := w.Voice, w.Ad.Facts
	var list []string
	for _, ask := range []struct {
		silent bool
		key    string
	}{
		{f.Pay == nil, "pay"},
		{w.Writer && f.Pay != nil && f.Pay.Min == f.Pay.Max, "range"},
		{f.DollarOpen, "dollar"},
		{f.HoursPerWeek == nil && f.DaysPerWeek == nil, "hours"},
		{!f.EveningsWeekend && !f.OnCall, "evenings"},
		{f.Team == nil, "team"},
		{w.Writer && f.YearsExperience == nil && !f.TitleIsManager, "experience"},
		{w.Writer && f.YearsExperience == nil && f.TitleIsManager, "title"},
	} {
		if !ask.silent {
			continue
		}
		if ask.key == "dollar" {
			list = append(list, v.T(w.turned("ad.ask.dollar"), "money", f.Pay.Currency))
		} else {
			list = append(list, v.T(w.turned("ad.ask."+ask.key)))
		}
	}
	return list
}

// Quoted are the words of the ad behind a finding, for a flag the sentence they
// stand in: each once, three at most, and how many places are left. The value
// of a term says as much as the words behind it.
func (f Found) Quoted(v Voice, ad string) string {
	if f.Kind == jobad.Term {
		return ""
	}
	var all []string
	for _, e := range f.Evidence {
		q := quote(e.Text)
		if f.Kind == jobad.Flag {
			q = sentenceAround(ad, e)
		}
		if q != "" && !slices.ContainsFunc(all, func(o string) bool { return strings.EqualFold(o, q) }) {
			all = append(all, q)
		}
	}
	const most = 3
	more := len(all) - most
	all = all[:min(len(all), most)]
	for i, q := range all {
		all[i] = v.T("ad.quote", "text", q)
	}
	text := strings.Join(all, " · ")
	if more > 0 {
		text += " " + v.N("ad.more", more)
	}
	return text
}

// quote writes evidence on one line, its middle left out when it is long.
func quote(text string) string {
	words := strings.Fields(text)
	const most, ends = 24, 11
	if len(words) > most {
		words = slices.Concat(words[:ends], []string{"…"}, words[len(words)-ends:])
	}
	return strings.Join(words, " ")
}

// sentenceAround writes the sentence or line of the ad that evidence stands in,
// and of a long one only the words on both sides.
func sentenceAround(ad string, e jobad.Evidence) string {
	if e.Start < 0 || e.Start > e.End || e.End > len(ad) {
		return quote(e.Text)
	}
	const (
		beside   = 9          // words kept on each side
		near     = 1 << 10    // bytes in which these stand; a line can be as long as an ad
		lineEnds = "\r\n<>•·" // and those of pasted markup
	)
	before, after := ad[max(0, e.Start-near):e.Start], ad[e.End:min(len(ad), e.End+near)]
	if at := strings.LastIndexAny(before, lineEnds); at >= 0 {
		_, width := utf8.DecodeRuneInString(before[at:])
		before = before[at+width:]
	}
	if at := strings.IndexAny(after, lineEnds); at >= 0 {
		after = after[:at]
	}
	for _, stop := range []string{". ", "! ", "? ", "; "} {
		if at := strings.LastIndex(before, stop); at >= 0 {
			before = before[at+len(stop):]
		}
		if at := strings.Index(after, stop); at >= 0 {
			after = after[:at+1]
		}
	}
	head, tail := strings.Fields(strings.TrimLeft(before, " \t-–—*")), strings.Fields(after)
	if len(head) > beside {
		before = "… " + strings.Join(head[len(head)-beside:], " ") + before[len(strings.TrimRight(before, " \t")):]
	} else {
		before = strings.TrimLeft(before, " \t-–—*")
	}
	if len(tail) > beside {
		after = after[:len(after)-len(strings.TrimLeft(after, " \t"))] + strings.Join(tail[:beside], " ") + " …"
	}
	return strings.Join(strings.Fields(before+quote(e.Text)+after), " ")
}

// platformNames are names that are not their key with a capital.
var platformNames = map[string]string{
	"tiktok": "TikTok", "linkedin": "LinkedIn", "youtube": "YouTube", "whatsapp": "WhatsApp",
	"twitter": "X (Twitter)", "wechat": "WeChat",
}

func platformName(key string) string { return cmp.Or(platformNames[key], Capital(key)) }

// Taken tells the check-up what came from the ad.
func (w AdWords) Taken(filled, stayed []string) string {
	v := w.Voice
	var text string
	if len(filled) == 0 {
		text = v.T("ad.taken.nothing")
	} else {
		text = v.T("ad.taken", "list", v.shorts(filled))
		if slices.Contains(filled, AskAmount) && w.Ad.Facts.Pay.Min != w.Ad.Facts.Pay.Max {
			text += " " + v.T("ad.taken.range")
		}
		if slices.Contains(filled, AskAmount) && w.Ad.Facts.DollarOpen {
			text += " " + v.T("ad.taken.dollar", "money", w.Ad.Facts.Pay.Currency)
		}
		if slices.Contains(filled, askExperience) {
			text += " " + v.T("ad.taken.experience")
		}
	}
	if len(stayed) > 0 {
		text += " " + v.T("ad.taken.stayed", "list", v.shorts(stayed))
	}
	return text
}

func (v Voice) shorts(ids []string) string {
	var names []string
	for _, id := range ids {
		names = append(names, v.Pack.Get(id+".short"))
	}
	return v.List(names)
}
