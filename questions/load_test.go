package questions_test

import (
	"encoding/json"
	"io/fs"
	"os"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"bothends/questions"
)

// deskPack is a questionnaire with one question of every kind.
func deskPack(t testing.TB) *questions.Pack {
	t.Helper()
	p, problems := questions.Load(os.DirFS("testdata/desk"))
	if len(problems) > 0 {
		t.Fatalf("testdata/desk does not load: %v", problems)
	}
	return p
}

func deskFile(t testing.TB, name string) string {
	t.Helper()
	data, err := os.ReadFile("testdata/desk/" + name)
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

// places lists problems as "path: code", the form tests compare.
func places(problems []questions.Problem) []string {
	var list []string
	for _, p := range problems {
		list = append(list, p.Path+": "+p.Code)
	}
	return list
}

func TestLoad(t *testing.T) {
	p := deskPack(t)
	q, ok := p.Question("boss_helps")
	if !ok || !q.NotApplicable || q.Type != questions.Choice {
		t.Errorf("boss_helps = %+v, %v", q, ok)
	}
	if _, ok := p.Question("nobody"); ok {
		t.Error("there is a question nobody asked")
	}
	for id, want := range map[string]string{
		"tasks":    "phone mail filing",
		"overflow": "never seldom sometimes often always",
		"noise":    "quiet loud",
		"shares":   "phone mail filing",
		"country":  "US FR",
		"currency": "",
		"desks":    "",
	} {
		q, _ := p.Question(id)
		if got := strings.Join(p.QuestionOptions(q), " "); got != want {
			t.Errorf("options of %s = %q, want %q", id, got, want)
		}
	}
}

// Every case breaks the desk pack in one way (or several) and names all the
// problems that must be reported at once.
func TestLoadRefuses(t *testing.T) {
	whole := deskFile(t, "pack.json")
	const overflow = `{"id": "overflow", "type": "choice", "scale": "frequency"}`
	tests := map[string]struct {
		old, new string
		want     []string
	}{
		"unknown field":                      {`"id": "desk"`, `"id": "desk", "colour": "red"`, []string{"colour: unknown_field"}},
		"field in other case":                {`"whole": true, "unit": "desks"`, `"Whole": true, "unit": "desks"`, []string{"sections[0].questions[1].Whole: unknown_field"}},
		"duplicate key":                      {`"id": "desk"`, `"id": "desk", "id": "desk"`, []string{"id: duplicate_field"}},
		"deep duplicate key":                 {`"max": 200`, `"max": 200, "max": 2`, []string{"sections[0].questions[1].max: duplicate_field"}},
		"trailing data":                      {`"from": 24}`, `"from": 24}]}{`, []string{": not_json"}},
		"wrong type":                         {`"max": 200`, `"max": "200"`, []string{"sections[0].questions[1].max: wrong_type"}},
		"null":                               {`"max": 200`, `"max": null`, []string{"sections[0].questions[1].max: wrong_type"}},
		"number without end":                 {`"max": 200`, `"max": 1e999`, []string{"sections[0].questions[1].max: wrong_type"}},
		"list as text":                       {`["phone", "mail", "filing"]`, `"phone"`, []string{"sections[0].questions[0].options: wrong_type"}},
		"unknown type":                       {overflow, `{"id": "overflow", "type": "choise", "scale": "frequency"}`, []string{"sections[0].questions[2].type: unknown_key"}},
		"no type":                            {overflow, `{"id": "overflow", "scale": "frequency"}`, []string{"sections[0].questions[2].type: missing_field"}},
		"type is a number":                   {overflow, `{"id": "overflow", "type": 5, "scale": "frequency"}`, []string{"sections[0].questions[2].type: wrong_type"}},
		"no id":                              {overflow, `{"type": "choice", "scale": "frequency"}`, []string{"sections[0].questions[2].id: missing_field"}},
		"bad id":                             {`"id": "overflow"`, `"id": "Over-flow"`, []string{"sections[0].questions[2].id: bad_name"}},
		"unknown scale":                      {`"scale": "frequency"},`, `"scale": "frequence"},`, []string{"sections[0].questions[2].scale: unknown_reference"}},
		"neither":                            {overflow, `{"id": "overflow", "type": "choice"}`, []string{"sections[0].questions[2]: missing_field"}},
		"scale and options":                  {overflow, `{"id": "overflow", "type": "choice", "scale": "frequency", "options": ["a", "b"]}`, []string{"sections[0].questions[2].options: misplaced"}},
		"unit of a choice":                   {overflow, `{"id": "overflow", "type": "choice", "scale": "frequency", "unit": "days"}`, []string{"sections[0].questions[2].unit: misplaced"}},
		"unknown of":                         {`"of": "tasks"`, `"of": "task"`, []string{"sections[0].questions[4].of: unknown_reference"}},
		"of a number":                        {`"of": "tasks"`, `"of": "desks"`, []string{"sections[0].questions[4].of: unknown_reference"}},
		"shares of nothing":                  {`"type": "shares", "of": "tasks"`, `"type": "shares"`, []string{"sections[0].questions[4].of: missing_field"}},
		"unknown hint":                       {`"exceeds": "weekly_hours"`, `"exceeds": "hours"`, []string{"hints[0].exceeds: unknown_reference"}},
		"hint on a list":                     {`"question": "unpaid_hours"`, `"question": "tasks"`, []string{"hints[0].question: unknown_reference"}},
		"duplicate question":                 {`"id": "noise"`, `"id": "tasks"`, []string{"sections[0].questions[3].id: duplicate_id"}},
		"in another section":                 {`"id": "country"`, `"id": "noise"`, []string{"sections[2].questions[0].id: duplicate_id"}},
		"duplicate section":                  {`"id": "hours",`, `"id": "work",`, []string{"sections[1].id: duplicate_id"}},
		"duplicate hint":                     {`"id": "rest_and_day"`, `"id": "unpaid_above_week"`, []string{"hints[1].id: duplicate_id"}},
		"min above max":                      {`"min": 0, "max": 200`, `"min": 300, "max": 200`, []string{"sections[0].questions[1].max: bad_range"}},
		"nothing between":                    {`"above": true, "max": 168`, `"above": true, "max": 0`, []string{"sections[2].questions[3].max: bad_range"}},
		"above nothing":                      {`"min": 0, "above": true, "unit": "money"`, `"above": true, "unit": "money"`, []string{"sections[2].questions[2].above: missing_field"}},
		"empty options":                      {`["phone", "mail", "filing"]`, `[]`, []string{"sections[0].questions[0].options: empty_list"}},
		"no options":                         {`"type": "list", "options": ["phone", "mail", "filing"]`, `"type": "list"`, []string{"sections[0].questions[0].options: missing_field"}},
		"repeated option":                    {`"phone", "mail"`, `"phone", "phone"`, []string{"sections[0].questions[0].options: repeated_key"}},
		"option with a space":                {`"phone", "mail"`, `"phone", "e mail"`, []string{"sections[0].questions[0].options[1]: bad_name"}},
		"option n/a":                         {`"quiet", "loud"`, `"quiet", "not_applicable"`, []string{"sections[0].questions[3].options[1]: bad_name"}},
		"option none":                        {`"phone", "mail"`, `"phone", "none"`, []string{"sections[0].questions[0].options[1]: bad_name"}},
		"empty scale":                        {`["never", "seldom", "sometimes", "often", "always"]`, `[]`, []string{"scales[0].options: empty_list"}},
		"unknown standard":                   {`"standard": "iso4217"`, `"standard": "iso4271"`, []string{"sections[2].questions[1].standard: unknown_key"}},
		"no standard":                        {`"type": "code", "standard": "iso4217"`, `"type": "code"`, []string{"sections[2].questions[1].standard: missing_field"}},
		"no such country":                    {`["US", "FR"]`, `["US", "UK"]`, []string{"sections[2].questions[0].options[1]: unknown_code"}},
		"bad version":                        {`"1.2.0"`, `"1.2"`, []string{"version: bad_version"}},
		"bad pack id":                        {`"id": "desk"`, `"id": "Desk"`, []string{"id: bad_name"}},
		"no language":                        {`["en", "fr"]`, `[]`, []string{"languages: empty_list"}},
		"bad language":                       {`["en", "fr"]`, `["en", "french language"]`, []string{"languages[1]: bad_language"}},
		"act of nothing":                     {`"languages": ["en", "fr"],`, `"languages": ["en", "fr"], "acts": [{"id": "all", "sections": []}],`, []string{"acts[0].sections: empty_list", "sections[0].id: unknown_reference", "sections[1].id: unknown_reference", "sections[2].id: unknown_reference"}},
		"section in no act":                  {`"languages": ["en", "fr"],`, `"languages": ["en", "fr"], "acts": [{"id": "all", "sections": ["work", "pay"]}],`, []string{"sections[1].id: unknown_reference"}},
		"section in two acts":                {`"languages": ["en", "fr"],`, `"languages": ["en", "fr"], "acts": [{"id": "a", "sections": ["work", "hours"]}, {"id": "b", "sections": ["hours", "pay"]}],`, []string{"acts[1].sections[0]: duplicate_id"}},
		"sections out of order":              {`"languages": ["en", "fr"],`, `"languages": ["en", "fr"], "acts": [{"id": "a", "sections": ["hours", "work"]}, {"id": "b", "sections": ["pay"]}],`, []string{"acts[0].sections[1]: misplaced"}},
		"all that is wrong with acts":        {`"languages": ["en", "fr"],`, `"languages": ["en", "fr"], "acts": [{"id": "a", "sections": ["work", "hour"]}, {"id": "a", "sections": ["pay", "pay"], "agreement": {"forms": 0, "points": 3, "same_band": 101}}],`, []string{"acts[0].sections[1]: unknown_reference", "acts[1].agreement.forms: out_of_range", "acts[1].agreement.same_band: out_of_range", "acts[1].id: duplicate_id", "acts[1].sections[1]: duplicate_id", "sections[1].id: unknown_reference"}},
		"asked after nothing":                {overflow, `{"id": "overflow", "type": "choice", "scale": "frequency", "asked_if": [{"question": "nois", "is": ["loud"]}]}`, []string{"sections[0].questions[2].asked_if[0].question: unknown_reference"}},
		"asked after itself":                 {overflow, `{"id": "overflow", "type": "choice", "scale": "frequency", "asked_if": [{"question": "overflow", "is": ["often"]}]}`, []string{"sections[0].questions[2].asked_if[0].question: unknown_reference"}},
		"asked after an answer that is none": {overflow, `{"id": "overflow", "type": "choice", "scale": "frequency", "asked_if": [{"question": "noise", "is": ["quiet", "lowd"]}, {"question": "noise", "not": ["silent"]}]}`, []string{"sections[0].questions[2].asked_if[0].is[1]: unknown_key", "sections[0].questions[2].asked_if[1].not[0]: unknown_key"}},
		"asked after a key of a number":      {overflow, `{"id": "overflow", "type": "choice", "scale": "frequency", "asked_if": [{"question": "desks", "is": ["2"]}]}`, []string{"sections[0].questions[2].asked_if[0].question: wrong_type"}},
		"asked and after nothing":            {overflow, `{"id": "overflow", "type": "choice", "scale": "frequency", "asked_if": [{"question": "noise", "is": ["loud"], "and": {"question": "noise", "is": ["lowd"]}}, {"question": "noise", "is": ["loud"], "and": {"question": "noise"}}]}`, []string{"sections[0].questions[2].asked_if[0].and.is[0]: unknown_key", "sections[0].questions[2].asked_if[1].and: missing_field"}},
		"asked if nothing or both":           {overflow, `{"id": "overflow", "type": "choice", "scale": "frequency", "asked_if": [{"question": "noise"}, {"question": "noise", "is": ["loud"], "answered": true}]}`, []string{"sections[0].questions[2].asked_if[0]: missing_field", "sections[0].questions[2].asked_if[1]: missing_field"}},
		"proposes nothing":                   {`"unit": "desks"`, `"unit": "desks", "propose": {}`, []string{"sections[0].questions[1].propose: missing_field"}},
		"proposes too much":                  {`"unit": "desks"`, `"unit": "desks", "propose": {"value": 1, "question": "weekly_hours"}`, []string{"sections[0].questions[1].propose: missing_field"}},
		"proposes half":                      {`"unit": "desks"`, `"unit": "desks", "propose": {"question": "noise"}`, []string{"sections[0].questions[1].propose: missing_field", "sections[0].questions[1].propose.question: unknown_reference"}},
		"proposes to a choice":               {overflow, `{"id": "overflow", "type": "choice", "scale": "frequency", "propose": {"value": 1}}`, []string{"sections[0].questions[2].propose: misplaced"}},
		"more than no most":                  {`"max": 200, "whole": true`, `"whole": true, "or_more": true`, []string{"sections[0].questions[1].or_more: missing_field"}},
		"several": {`"id": "desk",
  "version": "1.2.0",
  "languages": ["en", "fr"],`, `"id": "desk", "versoin": "1.2.0", "languages": 5,`, []string{
			"languages: wrong_type", "version: missing_field", "versoin: unknown_field",
		}},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			broken := strings.Replace(whole, test.old, test.new, 1)
			if broken == whole {
				t.Fatalf("%s does not occur", test.old)
			}
			p, problems := loadText(broken)
			if got := places(problems); !slices.Equal(got, test.want) || p != nil {
				t.Errorf("got  %q\nwant %q\n%v", got, test.want, problems)
			}
			for _, problem := range problems {
				if problem.File != "pack.json" || problem.Message == "" {
					t.Errorf("no file or no message: %+v", problem)
				}
			}
		})
	}
}

func TestLoadRefusesFiles(t *testing.T) {
	whole := deskFile(t, "pack.json")
	for name, test := range map[string]struct{ text, want, message string }{
		"empty":       {"", "empty", "the file is empty"},
		"blank":       {" \n\t\n", "empty", "the file is empty"},
		"truncated":   {whole[:len(whole)/2], "truncated", "the file stops in the middle"},
		"not JSON":    {"id: desk\n", "not_json", "the file is not JSON from line 1, column 1 on: invalid character 'i' looking for beginning of value"},
		"a comma":     {"{\n \"id\": \"desk\",\n}", "not_json", "the file is not JSON from line 3, column 1 on: invalid character '}' looking for beginning of object key string"},
		"too large":   {whole + strings.Repeat(" ", 1<<20), "too_large", "the file is larger than 1 MiB"},
		"Latin-1":     {"{\"id\": \"caf\xe9\"}", "not_text", "the file is not UTF-8 text"},
		"too deep":    {strings.Repeat("[", 100) + strings.Repeat("]", 100), "too_deep", "lists and objects are nested deeper than 16 levels"},
		"much deeper": {strings.Repeat("[", 500_000) + strings.Repeat("]", 500_000), "too_deep", "lists and objects are nested deeper than 16 levels"},
		"a list":      {"[]", "wrong_type", "a list stands where an object belongs"},
	} {
		t.Run(name, func(t *testing.T) {
			_, problems := loadText(test.text)
			if len(problems) != 1 || problems[0].Code != test.want || problems[0].Message != test.message {
				t.Errorf("got %+v, want one %s: %s", problems, test.want, test.message)
			}
		})
	}
	_, problems := questions.Load(fstest.MapFS{})
	if got := places(problems); !slices.Equal(got, []string{": unreadable"}) {
		t.Errorf("without a file: %q", got)
	}
	if _, problems := loadText("\uFEFF" + whole); len(problems) > 0 {
		t.Errorf("with a byte order mark: %v", problems)
	}
}

func TestProblemError(t *testing.T) {
	_, problems := loadText(strings.Replace(deskFile(t, "pack.json"), `"scale": "frequency"`, `"scael": "frequency"`, 1))
	const want = `pack.json: sections[0].questions[2].scael: "scael" is not known here, only id, type, scale, ` +
		`not_applicable, options, min, max, above, whole, or_more, unit, word, asked_if, propose, standard, of (hint: did you mean "scale"?)`
	if got := problems[len(problems)-1].Error(); got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
}

// ReadJSON is what the other packages of a pack read their files with.
func TestReadJSON(t *testing.T) {
	type row struct {
		Name  string         `json:"name"`
		Count int            `json:"count"`
		Table map[string]int `json:"table"`
		Inner *struct {
			On bool `json:"on"`
		} `json:"inner"`
		Never int `json:"-"`
	}
	fsys := fstest.MapFS{"rows.json": {Data: []byte(`[
		{"name": "a", "count": 3, "table": {"x": 1}, "inner": {"on": true}},
		{"name": 5, "count": 3.5, "table": {"x": true, "y z": null}, "inner": {"on": "yes", "off": 1}, "Never": 1},
		true
	]`)}}
	var rows []row
	problems := questions.ReadJSON(fsys, "rows.json", &rows)
	want := []string{
		"[1].name: wrong_type", "[1].count: wrong_type", "[1].table.x: wrong_type", `[1].table["y z"]: wrong_type`,
		"[1].inner.on: wrong_type", "[1].inner.off: unknown_field", "[1].Never: unknown_field", "[2]: wrong_type",
	}
	if got := places(problems); !slices.Equal(got, want) {
		t.Errorf("got  %q\nwant %q", got, want)
	}
	if len(rows) != 3 || rows[0].Count != 3 || rows[0].Never != 0 || !rows[0].Inner.On {
		t.Errorf("what could be read is not there: %+v", rows)
	}
}

func loadText(text string) (*questions.Pack, []questions.Problem) {
	return questions.Load(fstest.MapFS{"pack.json": {Data: []byte(text)}})
}

// Whatever the bytes, there is a pack or a list of problems with messages, and
// a pack survives being written and read again.
func FuzzLoad(f *testing.F) {
	whole := deskFile(f, "pack.json")
	f.Add(whole)
	f.Add(whole[:900])
	f.Add(strings.Replace(whole, "choice", "number", 1))
	f.Add(`{"id": "a", "version": "1.0.0", "languages": ["en"], "sections": [{"id": "a", "questions": [{"id": "b", "type": "list", "options": ["c"]}]}]}`)
	f.Fuzz(func(t *testing.T, text string) {
		p, problems := loadText(text)
		if (p == nil) == (len(problems) == 0) {
			t.Fatalf("pack %v with problems %v", p, problems)
		}
		for _, problem := range problems {
			if problem.Code == "" || problem.Message == "" {
				t.Errorf("a problem without words: %+v", problem)
			}
		}
		if p == nil {
			return
		}
		p.WordKeys()
		again, err := json.Marshal(p)
		if err != nil {
			t.Fatal(err)
		}
		again = []byte(strings.NewReplacer(`:null`, `:[]`).Replace(string(again)))
		if _, problems := loadText(string(again)); len(problems) > 0 {
			t.Errorf("refused after writing: %v\n%s", problems, again)
		}
	})
}

// The real questionnaire and its six worked people.
func TestSocialMediaManager(t *testing.T) {
	folder := os.DirFS("packs/social-media-manager")
	p, problems := questions.Load(folder)
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	files, _ := fs.Glob(folder, "personas/*.json")
	people := 0
	for _, file := range files {
		if strings.HasSuffix(file, ".expected.json") {
			continue
		}
		people++
		data, err := fs.ReadFile(folder, file)
		if err != nil {
			t.Fatal(err)
		}
		answers, problems := p.Decode(data)
		if len(problems) > 0 {
			t.Errorf("%s: %v", file, problems)
			continue
		}
		if got, want := normal(t, p.Encode(answers)), normal(t, data); got != want {
			t.Errorf("%s encodes as\n%s", file, got)
		}
	}
	if people != 6 {
		t.Errorf("%d personas, want 6", people)
	}
}

// normal returns JSON without white space and with sorted names.
func normal(t *testing.T, data []byte) string {
	t.Helper()
	var value any
	if err := json.Unmarshal(data, &value); err != nil {
		t.Fatal(err)
	}
	text, _ := json.Marshal(value)
	return string(text)
}

func BenchmarkLoad(b *testing.B) {
	folder := os.DirFS("packs/social-media-manager")
	for b.Loop() {
		if _, problems := questions.Load(folder); len(problems) > 0 {
			b.Fatal(problems)
		}
	}
}
