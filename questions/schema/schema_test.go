package schema_test

import (
	"bytes"
	"encoding/json"
	"flag"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"reflect"
	"regexp"
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
)

var update = flag.Bool("update", false, "write the schemas anew")

// names of the schemas.
var names = []string{"pack.json", "scoring.json", "steps.json", "letter.json", "text.json", "help.json"}

func TestSchemasAreThoseOfTheTypes(t *testing.T) {
	comments := commentsOf(t, "..", "../score", "../steps", "../letter")
	g := generator{t: t, comments: comments, valid: validator.New(validator.WithRequiredStructEnabled())}
	made := map[string]object{
		"pack.json":    g.file("The questions of a pack: what is asked and what may be answered. No word that a person reads.", questions.Pack{}),
		"scoring.json": g.file("The model of a pack: doses, weights and thresholds, each with its source.", score.Scoring{}),
		"steps.json":   g.file("What to do next, by driver and by limit: the place to turn to, with the countries where it has a name of its own, and the sources behind it.", steps.Guide{}),
		"letter.json":  g.file("What a note to an employer can say: statements in order, each made from an answer or from a part of the result. No word that a person reads.", letter.Outline{}),
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

// object is a JSON object; encoding/json sorts its names.
type object map[string]any

// A generator turns Go types into schemas. A tag that it does not know fails the
// test, so that no rule is left out in silence.
type generator struct {
	t        *testing.T
	comments map[string]string // of "Type" and "Type.Field"
	valid    *validator.Validate
}

const (
	key      = `^[a-z][a-z0-9_]*$`
	slug     = `^[a-z][a-z0-9-]*$`
	modelKey = `^[A-Za-z][A-Za-z0-9_-]*$` // a name in scoring.json
	placeKey = `^[a-z][a-z_]*$`           // a name in steps.json
)

func (g *generator) file(title string, v any) object {
	s := g.of(reflect.TypeOf(v), "")
	s["$schema"] = "https://json-schema.org/draft/2020-12/schema"
	s["title"] = title
	s["properties"].(object)["$schema"] = object{"type": "string", "description": "Where the schema of this file is. For editors only."}
	return s
}

// of returns the schema of a type; place is "Type.Field" of where it stands.
func (g *generator) of(t reflect.Type, place string) object {
	switch t.Kind() {
	case reflect.Pointer:
		return g.of(t.Elem(), place)
	case reflect.String:
		return object{"type": "string"}
	case reflect.Bool:
		return object{"type": "boolean"}
	case reflect.Float64:
		return object{"type": "number"}
	case reflect.Int:
		return object{"type": "integer"}
	case reflect.Slice:
		return object{"type": "array", "items": g.of(t.Elem(), place)}
	case reflect.Map:
		return object{"type": "object", "additionalProperties": g.of(t.Elem(), place)}
	case reflect.Struct:
		return g.structure(t)
	}
	g.t.Fatalf("%s: a %s is in no schema", place, t)
	return nil
}

func (g *generator) structure(t reflect.Type) object {
	properties := object{}
	s := object{"type": "object", "additionalProperties": false, "properties": properties}
	if text := g.comments[t.Name()]; text != "" {
		s["description"] = text
	}
	var required []string
	var conditions []any
	for i := range t.NumField() {
		field := t.Field(i)
		name, _, _ := strings.Cut(field.Tag.Get("json"), ",")
		if name == "-" { // in no file
			continue
		}
		place := t.Name() + "." + field.Name
		property := g.of(field.Type, place)
		if text := g.comments[place]; text != "" {
			property["description"] = text
		}
		must, more := g.rules(place, name, field.Tag.Get("validate"), property)
		if rule, ok := modelRules[place]; ok {
			must = must || rule.required
			rule.used = true
			modelRules[place] = rule
			for k, v := range rule.on {
				property[k] = v
			}
			if rule.each != nil {
				items := property["items"].(object)
				for k, v := range rule.each {
					items[k] = v
				}
			}
			if rule.values != nil {
				values := property["additionalProperties"].(object)
				for k, v := range rule.values {
					values[k] = v
				}
			}
		}
		if must {
			required = append(required, name)
		}
		conditions = append(conditions, more...)
		properties[name] = property
	}
	if required != nil {
		s["required"] = required
	}
	if t == reflect.TypeFor[questions.Question]() {
		conditions = append(conditions, ofQuestions(g)...)
	}
	if t == reflect.TypeFor[questions.Line]() {
		textOnly := object{"anyOf": []any{
			object{"required": []string{"text"}},
			object{"required": []string{"word"}, "properties": object{"word": object{"pattern": `^help\.by_text`}}},
		}}
		conditions = append(conditions, object{"if": textOnly, "then": object{"properties": object{"by": object{"const": []string{questions.ByText}}}}})
	}
	if t == reflect.TypeFor[steps.Step]() {
		conditions = append(conditions, object{"oneOf": []any{
			object{"required": []string{"driver"}}, object{"required": []string{"limit"}},
		}})
	}
	if t == reflect.TypeFor[letter.Statement]() {
		conditions = append(conditions, object{"oneOf": []any{
			object{"required": []string{"question"}}, object{"required": []string{"result"}}, object{"required": []string{"always"}},
		}})
	}
	if conditions != nil {
		s["allOf"] = conditions
	}
	return s
}

// rules turns the validate tag of a field into keywords: those of the property
// itself, whether it must be there, and what depends on other properties.
func (g *generator) rules(place, name, tag string, property object) (required bool, conditions []any) {
	on := property
	if tag == "" {
		return false, nil
	}
	for _, rule := range strings.Split(tag, ",") {
		rule, param, _ := strings.Cut(rule, "=")
		switch rule {
		case "required":
			required = true
			if on["type"] == "string" && on["enum"] == nil {
				on["minLength"] = 1
			}
		case "min":
			required = required || on["type"] == "array" && !strings.Contains(tag, "omitempty")
			on["minItems"] = json.Number(param)
		case "unique":
			on["uniqueItems"] = true
		case "dive":
			on = on["items"].(object)
		case "omitempty":
		case "key":
			on["pattern"] = key
			delete(on, "minLength")
		case "slug":
			on["pattern"] = slug
			delete(on, "minLength")
		case "language":
			on["pattern"] = `^[a-z][a-z0-9]{1,2}(-[A-Za-z0-9]+)*$`
		case "version":
			on["pattern"] = `^[0-9]+\.[0-9]+\.[0-9]+(-.*)?$`
			delete(on, "minLength")
		case "oneof":
			on["enum"] = strings.Fields(param)
			delete(on, "minLength")
		case "eq": // eq=*|iso3166_1_alpha2
			on["enum"] = append([]string{"*"}, g.codes(2, "iso3166_1_alpha2")...)
			delete(on, "minLength")
		case "datetime":
			on["pattern"] = `^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$`
			delete(on, "minLength")
		case "https_url":
			on["pattern"] = `^https://[^/\s]+`
		case "startswith":
			on["pattern"] = "^" + regexp.QuoteMeta(param)
		case "required_if":
			conditions = append(conditions, ifType(param, object{"required": []string{name}}, nil))
		case "excluded_unless":
			conditions = append(conditions, ifType(param, nil, object{"properties": object{name: false}}))
		case "excluded_if":
			conditions = append(conditions, ifType(param, object{"properties": object{name: false}}, nil))
		case "excluded_with":
			conditions = append(conditions, object{"not": object{"required": []string{strings.ToLower(param), name}}})
		case "excluded_without":
			conditions = append(conditions, object{"dependentRequired": object{name: []string{strings.ToLower(param)}}})
		case "required_with":
			conditions = append(conditions, object{"dependentRequired": object{strings.ToLower(param): []string{name}}})
		case "required_without":
			conditions = append(conditions, object{"anyOf": []any{
				object{"required": []string{name}}, object{"required": []string{strings.ToLower(param)}},
			}})
		default:
			g.t.Errorf("%s: no schema says %q", place, rule)
		}
	}
	return required, conditions
}

// ifType is a condition on the type of a question; param is "Type choice".
func ifType(param string, then, otherwise object) object {
	_, kind, _ := strings.Cut(param, " ")
	c := object{"if": object{"properties": object{"type": object{"const": kind}}, "required": []string{"type"}}}
	if then != nil {
		c["then"] = then
	}
	if otherwise != nil {
		c["else"] = otherwise
	}
	return c
}

// ofQuestions are the rules that load.go has for single questions.
func ofQuestions(g *generator) []any {
	standard := func(name string, codes []string) object {
		return object{
			"if":   object{"properties": object{"standard": object{"const": name}}, "required": []string{"standard"}},
			"then": object{"properties": object{"options": object{"items": object{"enum": codes}}}},
			"else": object{},
		}
	}
	return []any{
		ifType("Type choice", object{"anyOf": []any{object{"required": []string{"scale"}}, object{"required": []string{"options"}}}}, nil),
		ifType("Type code", nil, object{"properties": object{"options": object{"items": object{"pattern": key, "not": object{"const": questions.NotApplicable}}}}}),
		standard(questions.Countries, g.codes(2, "iso3166_1_alpha2")),
		standard(questions.Currencies, g.codes(3, "iso4217")),
		object{"if": object{"properties": object{"above": object{"const": true}}, "required": []string{"above"}}, "then": object{"required": []string{"min"}}},
	}
}

// codes lists all codes of n capitals that a rule of the validator knows.
func (g *generator) codes(n int, rule string) []string {
	var known []string
	var grow func(code string)
	grow = func(code string) {
		if len(code) == n {
			if g.valid.Var(code, rule) == nil {
				known = append(known, code)
			}
			return
		}
		for c := 'A'; c <= 'Z'; c++ {
			grow(code + string(c))
		}
	}
	grow("")
	return known
}

// A modelRule is what questions/score/check.go, questions/steps, questions/letter or
// a check beside the tags demands of one field. Most of their types have no validate
// tags, because most of what they check
// connects fields.
type modelRule struct {
	required         bool
	on, each, values object // for the value, the entries of a list, the values of an object
	used             bool
}

var (
	aKey     = object{"pattern": modelKey}
	someKeys = modelRule{required: true, on: object{"minItems": 1, "uniqueItems": true}, each: aKey}
	some     = modelRule{required: true, on: object{"minItems": 1}}
	named    = modelRule{required: true, on: aKey}
	asking   = modelRule{required: true, on: object{"minLength": 1}}
	percent  = modelRule{required: true, on: object{"minimum": 1, "maximum": 100}}
	doses    = modelRule{values: object{"minimum": 0, "maximum": 1}}
	curve    = modelRule{on: object{"minItems": 2}, each: object{
		"minItems": 2, "maxItems": 2,
		"prefixItems": []any{
			object{"type": "number", "minimum": -1e6, "maximum": 1e6, "description": "the answer"},
			object{"type": "number", "minimum": 0, "maximum": 1, "description": "its dose"},
		},
	}}
)

var modelRules = map[string]modelRule{
	"Scoring.Version":      {required: true, on: object{"minimum": 1}},
	"Scoring.Scales":       some,
	"Scoring.Signs":        {required: true},
	"Scoring.Strain":       {required: true},
	"Scoring.Blocks":       some,
	"Scoring.Factors":      some,
	"Scoring.Drivers":      some,
	"Scoring.Limits":       some,
	"Scoring.Bands":        {required: true},
	"Scoring.EffortReward": {required: true},
	"Scoring.Grades":       some,
	"Scoring.Conversions":  some,
	"Scoring.OpenPoints":   someKeys,
	"Scoring.Sources":      some,

	"Scale.ID": named, "Scale.Doses": doses,

	"SignsRules.Facets":       someKeys,
	"SignsRules.Items":        some,
	"SignsRules.Values":       {required: true, values: object{"minimum": 0, "maximum": 100}},
	"SignsRules.MinimumItems": {required: true, on: object{"minimum": 1}},
	"SignsRules.MinimumCore":  {on: object{"minimum": 0}},
	"SignsRules.Levels":       some,
	"SignsRules.TextSplit":    {required: true},
	"SignsRules.Error":        {required: true},
	"TextSplit.At":            {required: true, on: object{"minimum": 1, "maximum": 100}},
	"SignsError.Constant":     percent,
	"CutPoint.Value":          {on: object{"minimum": 0, "maximum": 100}},
	"Item.Question":           asking,
	"Item.Facet":              named,
	"Level.Key":               named,
	"Level.From":              {required: true, on: object{"minimum": 0, "maximum": 100}},

	"StrainRules.Levels":         some,
	"StrainRules.Notable":        percent,
	"StrainRules.Minimum":        {required: true},
	"StrainMinimum.Percent":      percent,
	"StrainMinimum.Blocks":       {required: true, on: object{"minimum": 1}},
	"StrainMinimum.BlockPercent": percent,

	"Block.Key": named, "Block.Weight": percent,
	"FactorRule.ID": named, "FactorRule.Block": named, "FactorRule.Weight": percent,
	"FactorRule.Dose": {required: true}, "FactorRule.Evidence": {required: true},
	"Evidence.Grade": {required: true, on: object{"minLength": 1}},

	"Dose.Options": doses, "Dose.Knots": curve, "Dose.Ratio": curve,
	"Dose.Parts":       {on: object{"minItems": 2, "maxItems": 2}},
	"Dose.MissingPart": {on: object{"enum": []string{"other_alone", "skip"}}},
	"Part.Question":    asking, "Part.Options": doses, "Part.Knots": curve,
	"Part.Share": {on: object{"minimum": 0.01, "maximum": 1}},

	"DriverRule.Key": named, "DriverRule.Factors": some,
	"LimitRule.Key": named, "LimitRule.When": some,
	"Condition.Question": asking,
	"Condition.Compare":  {required: true, on: object{"enum": []string{">=", ">", "<", "<=", "="}}},
	"BandRules.Keys":     someKeys,
	"BandRules.Matrix":   some,
	"BandRow.Signs":      named,
	"BandRow.Bands":      {required: true, each: object{"minimum": 1}},
	"Raise.Crossed":      {required: true, on: object{"minimum": 1}},
	"Raise.To":           named,

	"EffortRewardRules.Effort": some, "EffortRewardRules.Reward": some, "EffortRewardRules.MinimumPercent": percent,
	"LeverRule.Question": asking,
	"LeverRule.Relief":   {required: true, on: object{"enum": []string{score.Less, score.More}}},
	"LeverRule.Who":      {required: true, on: object{"enum": []string{score.Employer, score.Person, score.Both}}},
	"Grade.Key":          named, "Conversion.Key": named, "Source.ID": named,

	"HelpLine.Listening": {each: object{
		"required": []string{"source"},
		"anyOf":    []any{object{"required": []string{"name"}}, object{"required": []string{"word"}}},
	}},

	"Guide.AsOf":   {required: true, on: object{"pattern": `^[2-9][0-9]{3}-(0[1-9]|1[0-2])$`}},
	"Guide.Places": some, "Guide.Steps": some,
	"Place.Key":       {required: true, on: object{"pattern": placeKey}},
	"Guide.Law":       {on: object{"uniqueItems": true}, each: object{"pattern": `^[A-Z]{2}$`}},
	"Place.Countries": {on: object{"uniqueItems": true}, each: object{"pattern": `^([A-Z]{2}|other)$`}},
	"Step.Driver":     {on: aKey}, "Step.Limit": {on: aKey},
	"Step.Place":   {required: true, on: object{"pattern": placeKey}},
	"Step.Sources": someKeys,

	"Outline.Groups": some,
	"Group.Key":      {required: true, on: object{"pattern": key}}, "Group.Statements": some,
	"Statement.Key":      {required: true, on: object{"pattern": key, "not": object{"enum": []string{"group", "unit"}}}},
	"Statement.Question": {on: object{"minLength": 1}},
	"Statement.Result":   {on: object{"enum": []string{letter.PayRate, letter.UnpaidYear, letter.Limits, letter.Changes, letter.Signs}}},
	"Statement.Always":   {on: object{"const": true}},
	"Statement.Options":  {on: object{"minItems": 1, "uniqueItems": true}},
	"Statement.Values":   {on: object{"uniqueItems": true}, each: object{"minimum": 0}},
	"Statement.Unit":     {on: object{"pattern": key}},
}

// texts is the schema of text.<language>.json: which kinds of keys there are. The
// keys themselves follow from the other two files.
func (g *generator) texts() object {
	text := object{"type": "string", "pattern": `\S`}
	kind := func(description string) object {
		return object{"type": "string", "pattern": `\S`, "description": description}
	}
	patterns := object{}
	for pattern, description := range map[string]string{
		`^section\.[a-z0-9_]+\.title$`:                                 "The title of a step: one to three words.",
		`^section\.[a-z0-9_]+\.intro$`:                                 "What stands under the title of a step: one to three sentences.",
		`^[a-z][a-z0-9_]*\.label$`:                                     "The question, or a statement about oneself. It says its unit.",
		`^[a-z][a-z0-9_]*\.short$`:                                     "The question as a noun phrase, with a small first letter: it stands in lists.",
		`^[a-z][a-z0-9_]*\.help$`:                                      "Optional: what counts, how to count. In every language or in none.",
		`^[a-z][a-z0-9_]*\.option\.[a-z0-9_]+$`:                        "An answer of this question.",
		`^[a-z][a-z0-9_]*\.word\.[a-z0-9_]+$`:                          "The word allowed instead of a number.",
		`^scale\.[a-z0-9_]+\.[a-z0-9_]+$`:                              "An answer that several questions share.",
		`^not_applicable\.[a-z0-9_]+$`:                                 "The answer “this does not apply”.",
		`^none\.[a-z0-9_]+$`:                                           "The answer “none of these”.",
		`^unit\.[a-z0-9_]+$`:                                           "A unit, shown beside a number.",
		`^hint\.[a-z0-9_]+$`:                                           "Two numbers that can hardly both be true: name both, ask to check, never insist.",
		`^country\.([A-Z]{2}|other)$`:                                  "The name of a country, or of everywhere else.",
		`^currency\.[A-Z]{3}$`:                                         "The name of a currency.",
		`^help\.`:                                                      "A remark after the number of a help line.",
		`^facet\.[A-Za-z0-9_-]+$`:                                      "A kind of signs; a name that reads worse with more points.",
		`^block\.[A-Za-z0-9_-]+$`:                                      "A group of factors.",
		`^factor\.[A-Za-z0-9_-]+\.name$`:                               "A factor, in a neutral name.",
		`^driver\.[A-Za-z0-9_-]+\.(name|employer|person|clients|own)$`: "What can weigh: its name; one thing to change; one thing to try; both for people on their own account.",
		`^limit\.[A-Za-z0-9_-]+\.(name|employer|person|clients|own)$`:  "A limit, said in full; one thing to change; one thing to try; both for people on their own account.",
		`^lever\.[a-z0-9_]+\.(zero|one|two|few|many|other)$`:           "The value of a lever with its unit, {n}; for a list what to do with {n} of its {keys}.",
		`^place\.[a-z_]+(\.own)?\.what$`:                               "What a place to turn to does: one or two sentences.",
		`^place\.[a-z_]+\.([A-Z]{2}|other|own)$`:                       "The name of a place in a country, everywhere else, or for people on their own account: a noun phrase with a small first letter.",
		`^law\.([A-Z]{2}|other)$`:                                      "What the law of a country, or of most, sets for hours and rest: one to three sentences.",
		`^source\.[A-Za-z0-9_-]+$`:                                     "What a source behind a step says, in one sentence.",
		`^band\.[A-Za-z0-9_-]+\.name$`:                                 "A band.",
		`^signs\.[A-Za-z0-9_-]+$`:                                      "The first sentence of the result: how the person has been.",
		`^strain\.[A-Za-z0-9_-]+$`:                                     "The second sentence of the result: what the job looks like.",
		`^letter\.group\.[a-z0-9_]+$`:                                  "A heading in the note to an employer.",
		`^letter\.unit\.[a-z0-9_]+\.(zero|one|two|few|many|other)$`:    "A counted amount in the note, with {n}: “{n} hour”.",
		`^letter\.[a-z0-9_]+(\.[A-Za-z0-9_-]+){0,2}$`:                  "A sentence of the note, in the first person; .option.<answer> is an answer as it stands in a list.",
		`^cell\.[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+$`:                       "The place on the map: one or two sentences after the two above.",
	} {
		patterns[pattern] = kind(description)
	}
	return object{
		"$schema": "https://json-schema.org/draft/2020-12/schema",
		"title":   "The words of a pack in one language: a flat list of keys and texts. {placeholders} are the same in every language.",
		"type":    "object",
		"properties": object{
			"$schema":         object{"type": "string", "description": "Where the schema of this file is. For editors only."},
			"pack.title":      kind("The name of the questionnaire, which heads its first page."),
			"pack.profession": kind("The name of the profession."),
			"country.other":   text,
		},
		"patternProperties":    patterns,
		"additionalProperties": false,
	}
}

// commentsOf reads the comments of exported types and their fields, each as one
// line: those before a field, else that behind it.
func commentsOf(t *testing.T, folders ...string) map[string]string {
	t.Helper()
	comments := map[string]string{}
	oneLine := func(groups ...*ast.CommentGroup) string {
		for _, g := range groups {
			if text := strings.Join(strings.Fields(g.Text()), " "); text != "" {
				return text
			}
		}
		return ""
	}
	for _, folder := range folders {
		files, _ := filepath.Glob(folder + "/*.go") // the pattern is well formed
		for _, name := range files {
			if strings.HasSuffix(name, "_test.go") {
				continue
			}
			file, err := parser.ParseFile(token.NewFileSet(), name, nil, parser.ParseComments)
			if err != nil {
				t.Fatal(err)
			}
			ast.Inspect(file, func(n ast.Node) bool {
				d, ok := n.(*ast.GenDecl)
				if !ok || d.Tok != token.TYPE {
					return true
				}
				for _, spec := range d.Specs {
					s := spec.(*ast.TypeSpec)
					structure, ok := s.Type.(*ast.StructType)
					if !ok || !s.Name.IsExported() {
						continue
					}
					if _, twice := comments[s.Name.Name]; !twice {
						comments[s.Name.Name] = oneLine(s.Doc, d.Doc)
					}
					for _, f := range structure.Fields.List {
						for _, name := range f.Names {
							comments[s.Name.Name+"."+name.Name] = oneLine(f.Comment, f.Doc)
						}
					}
				}
				return true
			})
		}
	}
	return comments
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
	for pack, want := range map[string]int{"../packs/social-media-manager": 6, "../packs/newsroom-social-desk": 6, "../packs/help": 3, "../testdata/smallest": 3} {
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
		{"pack.json", `"version": "1.0.0"`, `"version": "1.0"`},
		{"pack.json", `"version": "1.0.0",`, ``},
		{"pack.json", `["en", "fr"]`, `[]`},
		{"pack.json", `["en", "fr"]`, `["en", "en"]`},
		{"pack.json", `["en", "fr"]`, `["en", "French"]`},
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
		{"help/lines.json", `, "source": "Mairie de Villetaneuse, 2023; Orange"`, ``},
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
		{"text.en.json", `"section.desk.title"`, `"section.desk.heading"`},
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
