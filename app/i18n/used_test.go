package i18n_test

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"bothends/app/i18n"
	"bothends/questions"
	"bothends/questions/checkup"
	"bothends/questions/hours"
	"bothends/questions/jobad"
	"bothends/questions/pay"
	"bothends/questions/score"
)

// computed are the keys that stand in no string of the code because a program
// puts them together: a pattern with * for what it puts in, and what that can be.
// A key that is put together in a new way is added here, with who does it.
func computed(t *testing.T) map[string][]string {
	c, problems := checkup.Open(checkup.Shipped())
	if c == nil {
		t.Fatal(problems)
	}
	var cuts []string
	for _, cut := range c.Model.Scoring.Signs.CutPoints {
		cuts = append(cuts, strings.ToLower(strings.NewReplacer(" ", "_", ",", "").Replace(cut.Name)))
	}
	var levels, grades, checked, currencies, countries []string
	for _, l := range c.Model.Scoring.Signs.Levels {
		levels = append(levels, "signs."+l.Key)
	}
	for _, l := range c.Model.Scoring.Strain.Levels {
		levels = append(levels, "strain."+l.Key)
	}
	for _, g := range c.Model.Scoring.Grades {
		grades = append(grades, g.Key)
	}
	for _, s := range c.Model.Scoring.Sources {
		checked = append(checked, strings.ReplaceAll(s.Checked, " ", "_"))
	}
	for _, f := range c.Model.Scoring.Factors {
		checked = append(checked, strings.ReplaceAll(f.Evidence.Checked, " ", "_"))
	}
	if q, ok := c.Pack.Question("currency"); ok {
		currencies = q.Options
	}
	if q, ok := c.Pack.Question("country"); ok {
		countries = q.Options
	}
	terms := []string{"pay", "hours_per_week", "days_per_week", "contract", "years_experience_min", "platforms", "evenings_weekends",
		"on_call", "benefits_wait_days", "team"} // say.AdWords, by the JSON names of jobad.Facts
	kinds := []string{jobad.Duty, jobad.Flag, jobad.Term}
	var pages, routes []string
	for _, key := range i18n.New("en").Keys() {
		if name, ok := strings.CutPrefix(key, "route."); ok {
			if routes = append(routes, name); name != "away" && name != "waiting" {
				pages = append(pages, name)
			}
		}
	}
	sections := []string{"balance", "bands", "drivers", "gaps", "idea", "limits", "open", "rounding", "signs", "sources", "strain"}
	basis := []string{pay.Gross, pay.Net}
	parts, ways := pay.CheckKeys()
	for i, way := range ways {
		ways[i] = strings.ReplaceAll(way, " ", "_")
	}
	reasons := []string{"signs." + score.NotEnoughAnswers, "signs." + score.NotEnoughCoreItems, "strain." + score.NotEnoughAnswers, "strain." + score.NotEnoughBlocks}
	return map[string][]string{
		// say: what is not written down in the log of hours; page: what of it cannot be read
		"hours.fault.*": {hours.Backwards, hours.Nothing, hours.TooLong, hours.Breaks, hours.Later, hours.Overlaps, hours.DayFull, hours.LogFull},
		"hours.page.*":  {"damaged", "newer"}, "hours.*": {"day", "from", "to", "worked"},
		// say: what was read in an ad
		"ad.flag.*": jobad.FlagKeys(), "ad.flag.*.name": jobad.FlagKeys(), "ad.legend.*": kinds, "ad.*.title": kinds, "ad.term.*": terms,
		"ad.ask.*": {"pay", "hours", "evenings", "team"}, "ad.per.*": {"hour", "day", "week", "fortnight", "month", "year"},
		"ad.problem.*": {string(jobad.RichText), string(jobad.Mail), string(jobad.PDF), string(jobad.Office), string(jobad.Binary)},
		"ad.format.*":  {string(jobad.RichText), string(jobad.Mail)},
		"ad.writer.*":  {"jobs", "asks.title", "flags.what", "ask.dollar"}, "ad.writer.*.title": kinds, "ad.writer.flag.*": jobad.FlagKeys(),
		"ad.writer.ask.*": {"pay", "range", "hours", "evenings", "team", "experience", "title"}, "ad.team.*": {"team", "alone"},
		"ad.contract.*": {"full-time", "part-time", "permanent", "temporary", "freelance", "internship", "volunteer", "civic-service"},
		// say: pay
		"pay.reason.*": append(pay.ReasonKeys(), "minimum_is_gross"), "pay.share.*": {pay.SharesZero, pay.SharesPartial},
		"pay.verdict.*": pay.VerdictKeys(), "pay.old.*": pay.VerdictKeys(), "pay.step.*": pay.StepKeys(), "pay.amount.*": basis, "pay.basis.*": basis,
		"pay.basisword.*": basis, "pay.more.*": {"year"}, "pay.less.*": {"year"}, "pay.title_alone.*": {"no_gap", "old", "old.no_gap"},
		"pay.minimum.*": countries, "pay.note.*": countries, "pay.fit.*": pay.FitKeys(),
		"pay.hint.*": pay.HintKeys(),
		"pay.figure.*": {"own_hourly", "effective_hourly", "unpaid_value_year", "jobs", "reference_hourly", "ratio", "band_low",
			"reference_default_hourly", "ratio_default", "minimum_hourly", pay.ForComparison},
		// say: the result, problems, the note, what would have to change
		"access.result.*": {"supports", "not-applicable", "not-evaluated"}, "hosts.key.*": {"bothends.draft", "bothends.letter", "bothends.place", "bothends.taken", "bothends.record", "bothends.hours", "bothends.unkept", "bothends.theme", "bothends.lang"},
		"hosts.context.*": {"site", "frame", "sandbox", "offline"}, "hosts.context.*.keeps": {"site", "frame", "sandbox", "offline"},
		"hosts.context.*.sends": {"site", "frame", "sandbox", "offline"}, "hosts.context.*.learns": {"site", "frame", "sandbox", "offline"},
		"hosts.dpia.*": {"data", "purpose", "basis", "who", "where", "long", "rights", "risk", "need"}, "hosts.dpia.*.what": {"data", "purpose", "basis", "who", "where", "long", "rights", "risk", "need"},
		"level.*": levels, "reason.*": reasons, "problem.*": append(questions.AnswerCodes(), "one_file", "other", "unreadable", "no_text", "entry", "line"),
		"appraisal.*":     {"job.title", "client.title", "job.1", "job.2", "job.3", "client.1", "client.2", "client.3"},
		"appraisal.*.ask": {"job", "client"}, "appraisal.*.jobs": {"job", "client"},
		"letter.to.*": {"manager", "hr", "client"}, "letter.start.*": {"manager", "hr", "client"}, "letter.end.*": {"manager", "hr", "client"},
		"plan.*": {"if", "then"}, "plan.worked.*": {"yes", "partly", "no"}, "whatif.step.*": {"person", "employer"}, "whatif.who.*": {"person", "employer", "both"}, "whatif.target.*": {"band", "level"}, "whatif.target.near.*": {"level", "limits"}, "whatif.target.far.*": {"band", "level"},
		"candle.*": {"title"}, "method.cut.*": cuts, "evidence.part.*": parts, "evidence.check.*": ways,
		// i18n and routes: what a language does by rule, and where its pages stand
		"language.money.*": currencies, "route.*": routes,
		"month.*": {"01", "02", "03", "04", "05", "06", "07", "08", "09", "10", "11", "12"},
		// page: documents, made when the site is built
		"page.*.title": pages, "page.*.description": pages, "foot.*": {"about", "history", "method", "privacy", "sources"},
		"about.*":   {"title", "1.title", "1.text", "2.title", "2.text", "3.title", "3.text"},
		"privacy.*": {"title", "1.title", "1.text", "2.title", "2.text", "3.title", "3.text", "4.title", "4.text"},
		"script.*":  {"keep", "metered", "never", "unread"}, // web/boot
		"boot.*":    {"loading", "failed", "missing", "page.loading", "page.failed"}, "ad.boot.*": {"loading", "failed", "missing"},
		"embed.hosts.*.what": {"html", "wordpress", "ghost", "drupal", "notion"}, "embed.size.*.what": {"width", "height", "weight"},
		"method.*.title": sections, "method.grade.*": grades, "method.checked.*": checked, "method.scale.*": {"up", "down"},
		"method.basis.*": {"convention", "judgement"}, "method.open.*": c.Model.Scoring.OpenPoints,
	}
}

// A word that nothing says is translated for nothing.
func TestEveryWordIsUsed(t *testing.T) {
	var code strings.Builder
	for _, pattern := range []string{"../*/*.go", "../../cmd/bothends/*.go"} {
		files, _ := filepath.Glob(pattern)
		for _, name := range files {
			if strings.HasSuffix(name, "_test.go") {
				continue
			}
			data, err := os.ReadFile(name)
			if err != nil {
				t.Fatal(err)
			}
			code.Write(data)
		}
	}
	patterns := computed(t)
	used := map[string]bool{}
	put := func(key string) bool {
		for pattern, values := range patterns {
			before, after, _ := strings.Cut(pattern, "*")
			value, begins := strings.CutPrefix(key, before)
			value, ends := strings.CutSuffix(value, after)
			if begins && ends && slices.Contains(values, value) {
				used[pattern] = true
				return true
			}
		}
		return false
	}
	for _, key := range i18n.New("en").Keys() {
		base := strings.TrimSuffix(strings.TrimSuffix(key, ".one"), ".other")
		if !put(key) && !put(base) && !strings.Contains(code.String(), `"`+base+`"`) {
			t.Errorf("nothing says %q", key)
		}
	}
	for pattern := range patterns {
		if !used[pattern] {
			t.Errorf("no key is like %s", pattern)
		}
	}
}
