package questions_test

import (
	"io/fs"
	"os"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"bothends/questions"
)

func TestLoadHelp(t *testing.T) {
	lines, problems := questions.LoadHelp(os.DirFS("testdata/help"))
	if len(problems) > 0 || len(lines) != 2 || lines[0].Listening[0].Number != "3114" {
		t.Fatalf("got %v, %v", lines, problems)
	}
	want := strings.Fields("country.FR country.other help.always help.by_text_deaf help.directory help.free help.in help.language.fr")
	if got := questions.HelpWordKeys(lines); !slices.Equal(got, want) {
		t.Errorf("words %q, want %q", got, want)
	}
}

// Every case breaks the help lines in one way and names all the problems that
// must be reported.
func TestLoadHelpRefuses(t *testing.T) {
	data, err := fs.ReadFile(os.DirFS("testdata/help"), questions.HelpFile)
	if err != nil {
		t.Fatal(err)
	}
	whole := string(data)
	tests := map[string]struct {
		old, new string
		want     []string
	}{
		"duplicate country":    {`"country": "FR"`, `"country": "*"`, []string{"lines[1].country: duplicate_id"}},
		"bad country":          {`"country": "FR"`, `"country": "fr"`, []string{"lines[0].country: unknown_code"}},
		"nothing for the rest": {`"country": "*"`, `"country": "BE"`, []string{"lines: missing_field"}},
		"nobody listens":       {`[{"link": "https://findahelpline.com", "word": "help.directory", "sources": ["the directory"]}]`, `[]`, []string{"lines[1].listening: empty_list"}},
		"empty line":           {`{"number": "112", "by": ["call"], `, `{`, []string{"lines[0].emergency[0].number: missing_field"}},
		"text to nobody":       {`{"number": "112", "by": ["call"], `, `{"link": "https://example.org", "text": "HOME", `, []string{"lines[0].emergency[0].text: misplaced"}},
		"reached in no way":    {`"112", "by": ["call"]`, `"112"`, []string{"lines[0].emergency[0].by: missing_field"}},
		"no way in the list":   {`"112", "by": ["call"]`, `"112", "by": []`, []string{"lines[0].emergency[0].by: empty_list"}},
		"way to nobody":        {`{"number": "112", "by": ["call"], `, `{"link": "https://example.org", "by": ["call"], `, []string{"lines[0].emergency[0].by: misplaced"}},
		"unknown way":          {`"112", "by": ["call"]`, `"112", "by": ["fax"]`, []string{"lines[0].emergency[0].by[0]: unknown_key"}},
		"text line called":     {`"114", "by": ["text"]`, `"114", "by": ["call"]`, []string{"lines[0].emergency[1].by: misplaced"}},
		"text line called too": {`"114", "by": ["text"]`, `"114", "by": ["call", "text"]`, []string{"lines[0].emergency[1].by: misplaced"}},
		"call with a word":     {`"3114", "by": ["call"]`, `"3114", "by": ["call"], "text": "HOME"`, []string{"lines[0].listening[0].by: misplaced"}},
		"number and link":      {`"number": "3114"`, `"link": "https://example.org", "number": "3114"`, []string{"lines[0].listening[0].number: misplaced"}},
		"rests on nothing":     {`, "sources": ["the service"]`, ``, []string{"lines[0].listening[0].sources: empty_list"}},
		"danger from nowhere":  {`"by": ["call"], "sources": ["the state"]`, `"by": ["call"], "sources": []`, []string{"lines[0].emergency[0].sources: empty_list"}},
		"rests on no name":     {`["the service"]`, `[""]`, []string{"lines[0].listening[0].sources[0]: missing_field"}},
		"nobody answers":       {`"name": "Listening", `, ``, []string{"lines[0].listening[0].name: missing_field"}},
		"no language":          {`["fr"]`, `["French"]`, []string{"lines[0].listening[0].languages[0]: bad_language"}},
		"http link":            {`https://`, `http://`, []string{"lines[1].listening[0].link: bad_link"}},
		"foreign word":         {`help.by_text_deaf`, `by_text_deaf`, []string{"lines[0].emergency[1].word: bad_name"}},
		"bad date":             {`"as_of": "2026-01-31"`, `"as_of": "31/01/2026"`, []string{"lines[0].as_of: bad_date"}},
		"checked somehow":      {`"second-hand"`, `"surely"`, []string{"lines[0].checked: unknown_key"}},
		"unknown field":        {`"free": true`, `"fee": true`, []string{"lines[0].listening[0].fee: unknown_field"}},
		"no lines":             {whole, `{"lines": []}`, []string{"lines: empty_list"}},
		"not JSON":             {whole, `{"lines"`, []string{": truncated"}},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			broken := strings.Replace(whole, tt.old, tt.new, 1)
			if broken == whole {
				t.Fatalf("%s does not occur", tt.old)
			}
			lines, problems := questions.LoadHelp(fstest.MapFS{questions.HelpFile: {Data: []byte(broken)}})
			var got []string
			for _, p := range problems {
				got = append(got, p.Path+": "+p.Code)
			}
			if lines != nil || !slices.Equal(got, tt.want) {
				t.Errorf("got %q, want %q", got, tt.want)
			}
		})
	}
}
