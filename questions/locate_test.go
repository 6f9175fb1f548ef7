package questions_test

import (
	"io/fs"
	"strings"
	"testing"
	"testing/fstest"

	"bothends/questions"
)

func TestLocate(t *testing.T) {
	desk := strings.Split(deskFile(t, "pack.json"), "\n")
	lineWith := func(text string) int {
		t.Helper()
		for i, line := range desk {
			if strings.Contains(line, text) {
				return i + 1
			}
		}
		t.Fatalf("no line has %s", text)
		return 0
	}
	tests := map[string]struct{ old, new, near string }{
		"a value of a wrong kind":        {`"max": 200`, `"max": "many"`, `"id": "desks"`},
		"a field that nothing knows":     {`"unit": "desks"`, `"unity": "desks"`, `"id": "desks"`},
		"a field that is missing":        {`"type": "shares", "of": "tasks"`, `"type": "shares"`, `"id": "shares"`},
		"a name that stands twice":       {`"id": "noise"`, `"id": "noise", "id": "noise"`, `"id": "noise"`},
		"a reference that leads nowhere": {`"exceeds": "weekly_hours"`, `"exceeds": "weekly"`, `"unpaid_above_week"`},
		"not JSON":                       {`"id": "hours",`, `"id": "hours"`, `"questions": [`},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			text := deskFile(t, "pack.json")
			if !strings.Contains(text, tt.old) {
				t.Fatalf("testdata has no %s", tt.old)
			}
			fsys := fstest.MapFS{"pack.json": {Data: []byte("\uFEFF" + strings.Replace(text, tt.old, tt.new, 1))}}
			_, problems := questions.Load(fsys)
			problems = questions.Locate(fsys, problems)
			want := lineWith(tt.near)
			if name == "not JSON" {
				want = lineWith(`"id": "hours",`) + 1 // where the comma is missed
			}
			if len(problems) != 1 || problems[0].Line != want {
				t.Fatalf("got %+v, want one on line %d", problems, want)
			}
			if !strings.HasPrefix(problems[0].Error(), "pack.json:") {
				t.Errorf("%v does not name the line", problems[0])
			}
		})
	}
}

func TestLocateLeavesAloneWhatHasNoLine(t *testing.T) {
	problems := questions.Locate(fstest.MapFS{}, []questions.Problem{{File: "pack.json"}, {File: "pay/a.csv", Path: "x"}, {Path: "answers.x"}})
	for _, p := range problems {
		if p.Line != 0 {
			t.Errorf("%+v has a line", p)
		}
	}
}

// Whatever the bytes, every line that is named exists.
func FuzzLocate(f *testing.F) {
	f.Add([]byte(deskFile(f, "pack.json")), "sections[1].questions[0].max")
	f.Add([]byte(`{"a": [1, {"b"`), "a[1].b")
	f.Add([]byte(`{"a": {"a": 1},`+"\n"+`"a": 2}`), "a.a")
	f.Fuzz(func(t *testing.T, data []byte, path string) {
		var fsys fs.FS = fstest.MapFS{"pack.json": {Data: data}}
		p := questions.Locate(fsys, []questions.Problem{{File: "pack.json", Path: path}})[0]
		if p.Line < 0 || p.Line > 1+strings.Count(string(data), "\n") {
			t.Errorf("line %d of %q", p.Line, data)
		}
	})
}
