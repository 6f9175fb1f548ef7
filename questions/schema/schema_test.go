package schema_test

import (
	"bytes"
	"encoding/json"
	"flag"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/go-playground/validator/v10"
	"github.com/santhosh-tekuri/jsonschema/v6"

	"bothends/questions"
	"bothends/questions/checkup"
	"bothends/questions/letter"
	"bothends/questions/packs"
	"bothends/questions/schema"
	"bothends/questions/score"
	"bothends/questions/steps"
	"bothends/questions/surveys"
)

var update = flag.Bool("update", false, "write the schemas anew")

// names of the schemas.
var names = []string{"pack.json", "scoring.json", "steps.json", "letter.json", "context.json", "text.json", "help.json"}

func TestSchemasAreThoseOfTheTypes(t *testing.T) {
	comments := commentsOf(t, "..", "../score", "../steps", "../letter", "../surveys")
	g := generator{t: t, comments: comments, valid: validator.New(validator.WithRequiredStructEnabled())}
	made := map[string]object{
		"pack.json":    g.file("The questions of a pack: what is asked and what may be answered. No word that a person reads.", questions.Pack{}),
		"scoring.json": g.file("The model of a pack: doses, weights and thresholds, each with its source.", score.Scoring{}),
		"steps.json":   g.file("What to do next, by driver and by limit: the place to turn to, with the countries where it has a name of its own, and the sources behind it.", steps.Guide{}),
		"letter.json":  g.file("What a note to an employer can say: statements in order, each made from an answer or from a part of the result. No word that a person reads.", letter.Outline{}),
		"context.json": g.file("What others answered: published figures of surveys, each about a question. No word that a person reads.", surveys.Context{}),
		"text.json":    g.texts(),
		"help.json":    g.file("Who listens, by country: numbers, how each is reached, and what it rests on. All questionnaires share it.", questions.Help{}),
	}
	for _, name := range names {
		var b bytes.Buffer
		e := json.NewEncoder(&b)
		e.SetEscapeHTML(false)
		e.SetIndent("", " ")
		if err := e.Encode(made[name]); err != nil {
			t.Fatal(err)
		}
		if *update {
			if err := os.WriteFile(name, b.Bytes(), 0o644); err != nil {
				t.Fatal(err)
			}
			continue
		}
		kept, err := fs.ReadFile(schema.Files, name)
		if err != nil {
			t.Fatal(err)
		}
		if !bytes.Equal(kept, b.Bytes()) {
			t.Errorf("%s is not that of the types: run this test with -update", name)
		}
	}
}

// compiled returns the schemas ready to use.
func compiled(t testing.TB) map[string]*jsonschema.Schema {
	t.Helper()
	all := map[string]*jsonschema.Schema{}
	c := jsonschema.NewCompiler()
	c.AssertFormat()
	for _, name := range names {
		data, err := fs.ReadFile(schema.Files, name)
		if err != nil {
			t.Fatal(err)
		}
		tree, err := jsonschema.UnmarshalJSON(bytes.NewReader(data))
		if err == nil {
			err = c.AddResource("file:///"+name, tree)
		}
		if err == nil {
			all[name], err = c.Compile("file:///" + name)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	return all
}

// refused reports what a schema has against a text.
func refused(t testing.TB, s *jsonschema.Schema, data []byte) error {
	t.Helper()
	tree, err := jsonschema.UnmarshalJSON(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	return s.Validate(tree)
}

// schemaOf returns the schema of a file of a pack.
func schemaOf(name string) string {
	switch name = path.Base(name); {
	case strings.HasPrefix(name, "text."):
		return "text.json"
	case name == questions.HelpFile:
		return "help.json"
	}
	return name
}

func TestOurPacksFollowTheirSchemas(t *testing.T) {
	schemas := compiled(t)
	for pack, want := range map[string]int{"../packs/social-media-manager": 8, "../packs/newsroom-social-desk": 7, "../packs/help": 4, "../testdata/smallest": 3} {
		files, _ := filepath.Glob(pack + "/*.json")
		if len(files) != want {
			t.Fatalf("%s has the files %q", pack, files)
		}
		for _, file := range files {
			data, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			name := filepath.Base(file)
			if err := refused(t, schemas[schemaOf(name)], data); err != nil {
				t.Errorf("%s/%s: %v", pack, name, err)
			}
			var top struct {
				Schema string `json:"$schema"`
			}
			if err := json.Unmarshal(data, &top); err != nil || top.Schema != "../../schema/"+schemaOf(name) {
				t.Errorf("%s/%s names the schema %q (%v)", pack, name, top.Schema, err)
			}
		}
	}
}

// Whatever the loaders refuse because of one place in one file, the schemas
// refuse as well.
func TestSchemasAreAsStrictAsTheLoaders(t *testing.T) {
	schemas := compiled(t)
	tests := []struct{ file, old, new string }{
		{"pack.json", `"id": "newsroom-social-desk"`, `"id": "Newsroom"`},
		{"pack.json", `"version": "1.1.0"`, `"version": "1.0"`},
		{"pack.json", `"version": "1.1.0",`, ``},
		{"pack.json", `["en", "fr", "de"]`, `[]`},
		{"pack.json", `["en", "fr", "de"]`, `["en", "en"]`},
		{"pack.json", `["en", "fr", "de"]`, `["en", "French"]`},
		{"pack.json", `"hints"`, `"hint"`},
		{"pack.json", `"id": "channels"`, `"id": "Channels"`},
		{"pack.json", `"id": "channels", "type": "number"`, `"id": "channels", "type": "numbers"`},
		{"pack.json", `"id": "channels", "type": "number"`, `"id": "channels"`},
		{"pack.json", `"min": 0, "max": 100`, `"min": "0", "max": 100`},
		{"pack.json", `"min": 0, "max": 100`, `"above": true, "max": 100`},
		{"pack.json", `"min": 0, "max": 100`, `"min": null, "max": 100`},
		{"pack.json", `"id": "desk_overflow", "type": "choice", "scale": "how_often"`, `"id": "desk_overflow", "type": "choice"`},
		{"pack.json", `"id": "desk_overflow", "type": "choice", "scale": "how_often"`, `"id": "desk_overflow", "type": "choice", "scale": "how_often", "options": ["a"]`},
		{"pack.json", `"id": "desk_overflow", "type": "choice"`, `"id": "desk_overflow", "type": "choice", "min": 1`},
		{"pack.json", `"id": "desk_overflow", "type": "choice", "scale": "how_often"`, `"id": "desk_overflow", "type": "list"`},
		{"pack.json", `"id": "desk_overflow", "type": "choice", "scale": "how_often"`, `"id": "desk_overflow", "type": "code"`},
		{"pack.json", `"id": "desk_overflow", "type": "choice", "scale": "how_often"`, `"id": "desk_overflow", "type": "code", "standard": "iso4217", "options": ["EURO"]`},
		{"pack.json", `"id": "desk_overflow", "type": "choice", "scale": "how_often"`, `"id": "desk_overflow", "type": "shares"`},
		{"pack.json", `["yes", "no"]`, `["yes", "yes"]`},
		{"pack.json", `["yes", "no"]`, `["yes", "Not this"]`},
		{"pack.json", `["yes", "no"]`, `["yes", "not_applicable"]`},
		{"help/lines.json", `"country": "FR"`, `"country": "XX"`},
		{"help/lines.json", `"number": "3114"`, `"text": "HELLO"`},
		{"help/lines.json", `"number": "3114"`, `"number": "3114", "link": "https://example.org"`},
		{"help/lines.json", `"link": "https://findahelpline.com"`, `"link": "http://findahelpline.com"`},
		{"help/lines.json", `"word": "help.by_text_deaf"`, `"word": "by_text_deaf"`},
		{"help/lines.json", `"3114", "by": ["call"]`, `"3114"`},
		{"help/lines.json", `"3114", "by": ["call"]`, `"3114", "by": []`},
		{"help/lines.json", `"3114", "by": ["call"]`, `"3114", "by": ["fax"]`},
		{"help/lines.json", `"114", "by": ["text"]`, `"114", "by": ["call"]`},
		{"help/lines.json", `"85258", "by": ["text"]`, `"85258", "by": ["call", "text"]`},
		{"help/lines.json", `"name": "SOS Amitié", `, ``},
		{"help/lines.json", `, "sources": ["Mairie de Villetaneuse 2023", "Orange"]`, ``},
		{"help/lines.json", `"free": true`, `"free": "yes"`},
		{"help/lines.json", `"as_of": "2026-11-30"`, `"as_of": "30.11.2026"`},
		{"help/lines.json", `"as_of": "2026-11-30"`, `"of": "2026-11-30"`},
		{"pack.json", `"exceeds": "weekly_hours"`, `"exceeds": ""`},

		{"scoring.json", `"version": 1`, `"version": 0`},
		{"scoring.json", `"version": 1`, `"version": 1.5`},
		{"scoring.json", `"seldom": 0.25`, `"seldom": 1.25`},
		{"scoring.json", `"seldom": 25`, `"seldom": 250`},
		{"scoring.json", `"minimum_items": 6`, `"minimum_items": 0`},
		{"scoring.json", `"minimum_items": 6`, `"minimum_item": 6`},
		{"scoring.json", `"notable": 3`, `"notable": 0`},
		{"scoring.json", `"percent": 60`, `"percent": 160`},
		{"scoring.json", `"id": "R1"`, `"id": "1 R"`},
		{"scoring.json", `"id": "R1"`, `"id": ""`},
		{"scoring.json", `[3, 0], [8, 0.5]`, `[3, 0, 1], [8, 0.5]`},
		{"scoring.json", `[3, 0], [8, 0.5]`, `[3, 0], [8, 1.5]`},
		{"scoring.json", `"missing_part": "other_alone"`, `"missing_part": "other"`},
		{"scoring.json", `"share": 0.6`, `"share": 0`},
		{"scoring.json", `"compare": ">="`, `"compare": "=>"`},
		{"scoring.json", `"crossed": 1`, `"crossed": 0`},
		{"scoring.json", `"minimum_percent": 50`, `"minimum_percent": 0`},
		{"scoring.json", `"core": true`, `"core": "yes"`},

		{"steps.json", `"as_of": "2026-11"`, `"as_of": "2026-13"`},
		{"steps.json", `"as_of": "2026-11"`, `"as_of": "2026-+1"`},
		{"steps.json", `"as_of": "2026-11"`, `"as_of": "1999-11"`},
		{"steps.json", `"as_of": "2026-11"`, `"as_of": 202611`},
		{"steps.json", `"as_of": "2026-11",`, ``},
		{"steps.json", `"as_of"`, `"of"`},
		{"steps.json", `"$schema": "../../schema/steps.json"`, `"$schema": 1`},
		{"steps.json", `"places"`, `"place"`},
		{"steps.json", `"key": "hr"`, `"key": "HR"`},
		{"steps.json", `"key": "hr"`, `"key": "h2"`},
		{"steps.json", `"key": "hr", `, ``},
		{"steps.json", `"countries": []`, `"countries": null`},
		{"steps.json", `"countries": []`, `"countries": ["France"]`},
		{"steps.json", `"countries": []`, `"countries": ["FR", "FR"]`},
		{"steps.json", `"countries": []`, `"country": []`},
		{"steps.json", `"steps"`, `"step"`},
		{"steps.json", `"driver": "breadth", `, ``},
		{"steps.json", `"driver": "breadth"`, `"driver": "breadth", "limit": "no_leave"`},
		{"steps.json", `"driver": "breadth"`, `"driver": "wide range"`},
		{"steps.json", `"limit": "no_leave"`, `"limit": ""`},
		{"steps.json", `"limit": "no_leave", "place": "labour_law"`, `"limit": "no_leave"`},
		{"steps.json", `"limit": "no_leave", "place": "labour_law"`, `"limit": "no_leave", "place": "Labour law"`},
		{"steps.json", `["hootsuite-2023"]`, `[]`},
		{"steps.json", `["hootsuite-2023"]`, `["hootsuite-2023", "hootsuite-2023"]`},
		{"steps.json", `["hootsuite-2023"]`, `["hootsuite 2023"]`},
		{"steps.json", `["hootsuite-2023"]`, `"hootsuite-2023"`},

		{"letter.json", `"groups"`, `"group"`},
		{"letter.json", `"key": "shifts"`, `"key": "Shifts"`},
		{"letter.json", `"key": "shifts",`, ``},
		{"letter.json", `"key": "weekly_hours"`, `"key": "unit"`},
		{"letter.json", `"question": "weekly_hours", `, ``},
		{"letter.json", `"question": "weekly_hours"`, `"question": "weekly_hours", "always": true`},
		{"letter.json", `"result": "limits"`, `"result": "limit"`},
		{"letter.json", `"always": true`, `"always": false`},
		{"letter.json", `["often", "always"]`, `[]`},
		{"letter.json", `["often", "always"]`, `["often", "often"]`},
		{"letter.json", `"values": [0, 1]`, `"values": [0, -1]`},
		{"letter.json", `"values": [0, 1]`, `"values": [0, 0]`},
		{"letter.json", `"values": [0, 1]`, `"values": ["0"]`},
		{"letter.json", `"unit": "late_shifts"`, `"unit": "late shifts"`},
		{"letter.json", `"none": true`, `"none": "yes"`},
		{"letter.json", `"apart": true`, `"a_part": true`},

		{"text.en.json", `"place.hr.what"`, `"place.hr.who"`},
		{"text.en.json", `"place.safety.FR"`, `"place.safety.fr"`},
		{"text.en.json", `"pack.title"`, `"pack.titel"`},
		{"text.en.json", `"channels.short": "channels"`, `"channels.short": " "`},
		{"text.en.json", `"channels.short": "channels"`, `"channels.short": null`},
		{"text.en.json", `"section.work.title"`, `"section.work.heading"`},
		{"text.en.json", `"$schema": "../../schema/text.json"`, `"$schema": 1`},
	}
	pack := os.DirFS("../packs/newsroom-social-desk")
	for _, tt := range tests {
		t.Run(fmt.Sprintf("%s %s", tt.file, tt.new), func(t *testing.T) {
			m := fstest.MapFS{}
			for _, name := range []string{"pack.json", "scoring.json", "steps.json", "letter.json", "text.en.json", "text.fr.json"} {
				data, err := fs.ReadFile(pack, name)
				if err != nil {
					t.Fatal(err)
				}
				m[name] = &fstest.MapFile{Data: data}
			}
			help, err := fs.ReadFile(packs.Files, "help/lines.json")
			if err != nil {
				t.Fatal(err)
			}
			m["help/lines.json"] = &fstest.MapFile{Data: help}
			text := string(m[tt.file].Data)
			if !strings.Contains(text, tt.old) {
				t.Fatalf("%s has no %s", tt.file, tt.old)
			}
			m[tt.file].Data = []byte(strings.Replace(text, tt.old, tt.new, 1))
			_, problems := checkup.Open(m)
			if !slices.ContainsFunc(problems, func(p questions.Problem) bool { return p.File == tt.file && p.Line > 0 }) {
				t.Errorf("the loader names no line of %s: %v", tt.file, problems)
			}
			if err := refused(t, schemas[schemaOf(tt.file)], m[tt.file].Data); err == nil {
				t.Error("the schema has nothing against it")
			}
		})
	}
}

func TestEveryRuleIsAboutAField(t *testing.T) {
	g := generator{t: t, comments: map[string]string{}, valid: validator.New(validator.WithRequiredStructEnabled())}
	g.file("", score.Scoring{})
	g.file("", steps.Guide{})
	g.file("", letter.Outline{})
	g.file("", questions.Help{})
	for place, rule := range modelRules {
		if !rule.used {
			t.Errorf("%s is no field of any file", place)
		}
	}
}
