package questions_test

import (
	"math"
	"os"
	"reflect"
	"slices"
	"strings"
	"testing"

	"bothends/questions"
)

// file returns an answers file of the desk pack around the given answers.
func file(answers string) string {
	return `{"format": "bothends-answers", "version": 1, "pack": "desk", "pack_version": "1.2.0", "answers": {` + answers + `}}`
}

func TestDecode(t *testing.T) {
	p := deskPack(t)
	const all = `"tasks": ["mail", "phone"], "desks": 12, "overflow": "often", "noise": "loud",
		"shares": {"phone": 3, "filing": 0.5}, "weekly_hours": 46.5, "days_off": "none",
		"country": "BE", "currency": "EUR", "amount": 0.1, "boss_helps": "not_applicable"`
	for name, test := range map[string]struct {
		text string
		want questions.Answers
	}{
		"nothing": {file(""), questions.Answers{}},
		"all": {file(all), questions.Answers{
			"tasks": []string{"mail", "phone"}, "desks": 12.0, "overflow": "often", "noise": "loud",
			"shares": map[string]float64{"phone": 3, "filing": 0.5}, "weekly_hours": 46.5, "days_off": "none",
			"country": "BE", "currency": "EUR", "amount": 0.1, "boss_helps": "not_applicable",
		}},
		"null is skipped":      {file(`"tasks": null, "desks": null, "overflow": null, "shares": null`), questions.Answers{}},
		"empty is an answer":   {file(`"tasks": [], "shares": {}`), questions.Answers{"tasks": []string{}, "shares": map[string]float64{}}},
		"null share":           {file(`"shares": {"phone": null, "mail": 1}`), questions.Answers{"shares": map[string]float64{"mail": 1}}},
		"share of an unticked": {file(`"tasks": [], "shares": {"mail": 1}`), questions.Answers{"tasks": []string{}, "shares": map[string]float64{"mail": 1}}},
		"edges":                {file(`"desks": 200, "weekly_hours": 0, "longest_day": 24, "contract_hours": 168`), questions.Answers{"desks": 200.0, "weekly_hours": 0.0, "longest_day": 24.0, "contract_hours": 168.0}},
		"other spellings":      {file(`"desks": 1.2e1, "weekly_hours": -0, "amount": 5e-324`), questions.Answers{"desks": 12.0, "weekly_hours": 0.0, "amount": 5e-324}},
		"nearest float64":      {file(`"weekly_hours": 0.1000000000000000055511151231257827021181583404541015625, "amount": 9007199254740993`), questions.Answers{"weekly_hours": 0.1, "amount": 9007199254740992.0}},
		"number and its word":  {file(`"days_off": 0`), questions.Answers{"days_off": 0.0}},
		"byte order mark":      {"\uFEFF" + file(`"desks": 1`), questions.Answers{"desks": 1.0}},
		"older pack":           {strings.Replace(file(`"desks": 1`), "1.2.0", "0.9.7-beta", 1), questions.Answers{"desks": 1.0}},
		"newer minor pack":     {strings.Replace(file(`"desks": 1`), "1.2.0", "1.30.0", 1), questions.Answers{"desks": 1.0}},
		"version as 1.0":       {strings.Replace(file(""), `"version": 1`, `"version": 1.0`, 1), questions.Answers{}},
	} {
		t.Run(name, func(t *testing.T) {
			got, problems := p.Decode([]byte(test.text))
			if len(problems) > 0 {
				t.Fatal(problems)
			}
			if !reflect.DeepEqual(got, test.want) {
				t.Errorf("got  %v\nwant %v", got, test.want)
			}
			for id, value := range got {
				if n, ok := value.(float64); ok && math.Signbit(n) {
					t.Errorf("%s is -0", id)
				}
			}
		})
	}
}

func TestDecodeRefuses(t *testing.T) {
	p := deskPack(t)
	head := func(old, new string) string {
		whole := file(`"desks": 1`)
		broken := strings.Replace(whole, old, new, 1)
		if broken == whole {
			t.Fatalf("%s does not occur", old)
		}
		return broken
	}
	for name, test := range map[string]struct {
		text string
		want []string
	}{
		"empty":             {"", []string{": empty"}},
		"mark only":         {"\uFEFF", []string{": empty"}},
		"truncated":         {file(`"desks": 1`)[:90], []string{": truncated"}},
		"in a string":       {file(`"desks": 1`)[:10], []string{": truncated"}},
		"not JSON":          {"answers.xlsx", []string{": not_json"}},
		"NaN":               {file(`"desks": NaN`), []string{": not_json"}},
		"trailing":          {file("") + "{}", []string{": not_json"}},
		"invalid UTF-8":     {file("\"desks\xff\": 1"), []string{": not_text"}},
		"half of UTF-16":    {"\xff\xfe{\x00}", []string{": not_text"}},
		"a picture":         {"\x89PNG\r\n\x1a\n\x00\x00\xff\xfe", []string{": not_text"}},
		"too deep":          {file(`"desks": ` + strings.Repeat("[", 20) + strings.Repeat("]", 20)), []string{": too_deep"}},
		"a list":            {`[1]`, []string{": wrong_type"}},
		"null":              {`null`, []string{": wrong_type"}},
		"another program's": {`{"name": "x", "dependencies": {}}`, []string{"format: foreign_format"}},
		"foreign format":    {head("bothends-answers", "survey"), []string{"format: foreign_format"}},
		"and bad answers":   {head(`"bothends-answers", "version": 1`, `["bothends-answers"], "version": 2`), []string{"format: foreign_format", "version: newer_version"}},
		"no format":         {head(`"format": "bothends-answers", `, ""), []string{"format: foreign_format"}},
		"newer version":     {head(`"version": 1`, `"version": 2`), []string{"version: newer_version"}},
		"newest version":    {head(`"version": 1`, `"version": 1e999`), []string{"version: newer_version"}},
		"version 0":         {head(`"version": 1`, `"version": 0`), []string{"version: unknown_version"}},
		"version 1.5":       {head(`"version": 1`, `"version": 1.5`), []string{"version: unknown_version"}},
		"version as text":   {head(`"version": 1`, `"version": "1"`), []string{"version: wrong_type"}},
		"no version":        {head(`"version": 1, `, ""), []string{"version: missing_field"}},
		"other pack":        {head(`"desk"`, `"nurse"`), []string{"pack: other_pack"}},
		"newer pack":        {head("1.2.0", "2.0.0"), []string{"pack_version: newer_version"}},
		"far newer pack":    {head("1.2.0", "99999999999999999999.0.0"), []string{"pack_version: newer_version"}},
		"bad pack version":  {head("1.2.0", "one"), []string{"pack_version: unknown_version"}},
		"no answers":        {`{"format": "bothends-answers", "version": 1, "pack": "desk", "pack_version": "1.2.0"}`, []string{"answers: missing_field"}},
		"answers as list":   {`{"format": "bothends-answers", "version": 1, "pack": "desk", "pack_version": "1.2.0", "answers": []}`, []string{"answers: wrong_type"}},
		"unknown top key":   {head(`"version": 1`, `"version": 1, "score": 12`), []string{"score: unknown_field"}},
		"top key twice":     {head(`"version": 1`, `"version": 1, "version": 1`), []string{"version: duplicate_field"}},

		"unknown id":          {file(`"desk": 1, "a b": 2, "": 3`), []string{"answers.desk: unknown_id", `answers["a b"]: unknown_id`, `answers[""]: unknown_id`}},
		"unknown id, null":    {file(`"desk": null`), []string{"answers.desk: unknown_id"}},
		"id twice":            {file(`"desks": 1, "desks": 1`), []string{"answers.desks: duplicate_field"}},
		"id twice, escaped":   {file(`"desks": 1, "desk\u0073": 1`), []string{"answers.desks: duplicate_field"}},
		"share twice":         {file(`"shares": {"mail": 1, "mail": 1}`), []string{"answers.shares.mail: duplicate_field"}},
		"number as text":      {file(`"desks": "1"`), []string{"answers.desks: wrong_type"}},
		"wrong word":          {file(`"days_off": "None"`), []string{"answers.days_off: wrong_type"}},
		"word elsewhere":      {file(`"desks": "none"`), []string{"answers.desks: wrong_type"}},
		"choice as number":    {file(`"overflow": 3`), []string{"answers.overflow: wrong_type"}},
		"choice as list":      {file(`"overflow": ["often"]`), []string{"answers.overflow: wrong_type"}},
		"choice as object":    {file(`"overflow": {"often": 1}`), []string{"answers.overflow: wrong_type"}},
		"choice as bool":      {file(`"noise": true`), []string{"answers.noise: wrong_type"}},
		"list as text":        {file(`"tasks": "mail"`), []string{"answers.tasks: wrong_type"}},
		"shares as list":      {file(`"shares": ["mail"]`), []string{"answers.shares: wrong_type"}},
		"parts of a list":     {file(`"tasks": ["mail", 5, null, "fax", "mail", ["mail"]]`), []string{"answers.tasks[1]: wrong_type", "answers.tasks[2]: wrong_type", "answers.tasks[5]: wrong_type", "answers.tasks[4]: repeated_key", "answers.tasks[3]: unknown_key"}},
		"parts of shares":     {file(`"shares": {"mail": "1", "fax": 1, "phone": -1, "filing": 1e999}`), []string{"answers.shares.mail: wrong_type", "answers.shares.fax: unknown_key", "answers.shares.filing: not_a_number", "answers.shares.phone: out_of_range"}},
		"unknown keys":        {file(`"overflow": "oftne", "noise": "Loud", "tasks": [""]`), []string{"answers.overflow: unknown_key", "answers.noise: unknown_key", "answers.tasks[0]: unknown_key"}},
		"not applicable here": {file(`"overflow": "not_applicable"`), []string{"answers.overflow: unknown_key"}},
		"unknown codes":       {file(`"country": "UK", "currency": "eur"`), []string{"answers.country: unknown_code", "answers.currency: unknown_code"}},
		"no code":             {file(`"country": ""`), []string{"answers.country: unknown_code"}},
		"out of range":        {file(`"desks": 201, "weekly_hours": -1, "longest_day": 24.000000000000004`), []string{"answers.desks: out_of_range", "answers.weekly_hours: out_of_range", "answers.longest_day: out_of_range"}},
		"not whole":           {file(`"desks": 1.5, "days_off": 0.1`), []string{"answers.desks: not_whole", "answers.days_off: not_whole"}},
		"not above":           {file(`"amount": 0, "contract_hours": -3`), []string{"answers.amount: must_be_above", "answers.contract_hours: must_be_above"}},
		"underflow":           {file(`"amount": 1e-400`), []string{"answers.amount: must_be_above"}},
		"overflow":            {file(`"amount": 1e999, "weekly_hours": 1e999, "desks": -1e999`), []string{"answers.amount: not_a_number", "answers.weekly_hours: out_of_range", "answers.desks: out_of_range"}},
		"all at once":         {`{"format": "x", "version": 3, "pack": "y", "more": 1, "answers": {"desks": 1.5, "desks": "2", "zz": 1}}`, []string{"answers.desks: duplicate_field", "format: foreign_format", "version: newer_version", "pack: other_pack", "pack_version: missing_field", "more: unknown_field", "answers.desks: not_whole", "answers.desks: wrong_type", "answers.zz: unknown_id"}},
	} {
		t.Run(name, func(t *testing.T) {
			got, problems := p.Decode([]byte(test.text))
			if got != nil {
				t.Errorf("half-imported %v", got)
			}
			if got := places(problems); !slices.Equal(got, test.want) {
				t.Errorf("got  %q\nwant %q\n%v", got, test.want, problems)
			}
		})
	}
}

// What a person reads: place, sentence and hint.
func TestDecodeMessages(t *testing.T) {
	p := deskPack(t)
	for text, want := range map[string]string{
		file(`"desks": 201`):                          `answers.desks: 201 is not allowed: the number must be from 0 to 200`,
		file(`"desks": 1.5`):                          `answers.desks: 1.5 is not a whole number (hint: this is a count: leave out the fraction)`,
		file(`"desks": "1"`):                          `answers.desks: "1" stands where a number belongs (hint: write the number without quotes)`,
		file(`"days_off": "no"`):                      `answers.days_off: "no" stands where a number belongs (hint: write the number without quotes, or "none")`,
		file(`"amount": 0`):                           `answers.amount: 0 is not allowed: the number must be above 0`,
		file(`"contract_hours": 169`):                 `answers.contract_hours: 169 is not allowed: the number must be above 0 and at most 168`,
		file(`"shares": {"mail": -0.5}`):              `answers.shares.mail: -0.5 is not allowed: the number must be at least 0`,
		file(`"weekly_hour": 40`):                     `answers.weekly_hour: there is no question "weekly_hour" (hint: did you mean "weekly_hours"?)`,
		file(`"overflow": "oftne"`):                   `answers.overflow: "oftne" is not one of never, seldom, sometimes, often, always (hint: did you mean "often"?)`,
		file(`"boss_helps": "maybe"`):                 `answers.boss_helps: "maybe" is not one of never, seldom, sometimes, often, always, not_applicable`,
		file(`"tasks": ["mail", "mail"]`):             `answers.tasks[1]: "mail" stands in this list already (hint: keep one of them)`,
		file(`"country": "fr"`):                       `answers.country: "fr" is not a country code of ISO 3166-1 (hint: capital letters, as in "FR")`,
		file(`"desks": 1, "desks": 2`):                `answers.desks: "desks" stands twice here (hint: keep one of them)`,
		strings.Replace(file(""), "1", "2", 1):        `version: this file was written by a newer version of Both Ends (2, this one reads 1) (hint: reload the page or update the program, then open the file again)`,
		strings.Replace(file(""), "desk", "nurse", 1): `pack: these are answers to "nurse", not to "desk"`,
		`{"a": 1}`: `format: this is not a file of answers of Both Ends: the format is nothing, not "bothends-answers"`,
	} {
		_, problems := p.Decode([]byte(text))
		if len(problems) != 1 || problems[0].Error() != want {
			t.Errorf("got  %v\nwant %s", problems, want)
		}
	}
	_, problems := p.Decode([]byte(file(`"desks": 201`)))
	want := map[string]string{"id": "desks", "got": "201", "min": "0", "max": "200"}
	if !reflect.DeepEqual(problems[0].Args, want) {
		t.Errorf("args = %v, want %v", problems[0].Args, want)
	}
	_, problems = p.Decode([]byte(file(`"shares": {"mail": -1}`)))
	want = map[string]string{"id": "shares", "got": "-1", "min": "0", "max": "∞"}
	if !reflect.DeepEqual(problems[0].Args, want) {
		t.Errorf("args = %v, want %v", problems[0].Args, want)
	}
}

// Text from a file is shortened and kept off the terminal's controls.
func TestDecodeForeignText(t *testing.T) {
	p := deskPack(t)
	_, problems := p.Decode([]byte(file(`"\u001b[31m` + strings.Repeat("é", 5000) + `": 1`)))
	got := problems[0].Error()
	if len(got) > 300 || strings.Contains(got, "\x1b") {
		t.Errorf("got %q", got)
	}
}

func TestDecodeLimits(t *testing.T) {
	p := deskPack(t)
	// Not text at all: whoever looks at the content first says so.
	_, problems := p.Decode(make([]byte, 50<<20))
	if got := places(problems); !slices.Equal(got, []string{": too_large"}) {
		t.Errorf("50 MB: %q", got)
	}

	// As many problems as fit into the largest file: the list is cut.
	for name, text := range map[string]string{
		"unknown ids":    file(`"x": 1` + strings.Repeat(`,"weekly_houses": 1`, 50_000)),
		"unknown keys":   file(`"tasks": ["mail"` + strings.Repeat(`,"male"`, 140_000) + `]`),
		"wrong elements": file(`"tasks": [1` + strings.Repeat(`,1`, 100_000) + `]`),
	} {
		_, problems := p.Decode([]byte(text))
		if n := len(problems); n != 1001 || problems[1000].Code != questions.MoreProblems {
			t.Errorf("%s: %d problems, the last %v", name, n, problems[n-1])
		}
	}
}

// Decode never panics, returns answers or problems, and only answers that
// Check accepts and Encode keeps.
func FuzzDecode(f *testing.F) {
	p := deskPack(f)
	f.Add(file(`"tasks": ["mail"], "desks": 12, "shares": {"mail": 1.5}, "days_off": "none"`))
	f.Add(file(`"desks": 1, "desks": 2, "overflow": null, "amount": 1e999`))
	f.Add(`{"format": "bothends-answers", "version": 2}`)
	f.Add("\uFEFF[[[")
	f.Fuzz(func(t *testing.T, text string) {
		a, problems := p.Decode([]byte(text))
		if (a == nil) == (len(problems) == 0) {
			t.Fatalf("answers %v with problems %v", a, problems)
		}
		for _, problem := range problems {
			if !slices.Contains(questions.AnswerCodes(), problem.Code) || problem.Message == "" {
				t.Errorf("a problem without words: %+v", problem)
			}
		}
		if a == nil {
			return
		}
		if problems := p.Check(a); len(problems) > 0 {
			t.Errorf("Check refuses what Decode accepts: %v", problems)
		}
		again, problems := p.Decode(p.Encode(a))
		if len(problems) > 0 || !reflect.DeepEqual(again, a) {
			t.Errorf("got %v, want %v: %v", again, a, problems)
		}
	})
}

func BenchmarkDecode(b *testing.B) {
	p, problems := questions.Load(os.DirFS("packs/social-media-manager"))
	data, err := os.ReadFile("packs/social-media-manager/personas/sports-league.json")
	if len(problems) > 0 || err != nil {
		b.Fatal(problems, err)
	}
	for b.Loop() {
		if _, problems := p.Decode(data); len(problems) > 0 {
			b.Fatal(problems)
		}
	}
}
