// Package packs brings one questionnaire together: what is asked
// (package questions), how it is scored (score), what the market pays (pay),
// and the words of each language. The packs themselves are data beside this
// file.
package packs

import (
	"embed"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"math"
	"slices"
	"strings"

	"bothends/questions"
	"bothends/questions/jobad"
	"bothends/questions/pay"
	"bothends/questions/score"
	"bothends/questions/steps"
)

// Only what the program needs is embedded: personas stay outside. A pattern, as
// a pack that takes the place of ours may have fewer files.
//
//go:embed social-media-manager/*.json
//go:embed pay/*.csv
var files embed.FS

// The lexicon of the reader of job ads is apart, because the program for the
// browser does not embed it: it fetches what AdLexicon makes of it.
//
//go:embed jobad/*.json
var adFiles embed.FS

// SocialMediaManager is the folder of the pack that Both Ends ships.
func SocialMediaManager() fs.FS { return folder(files, "social-media-manager") }

// OtherResult is the code for a persona whose result is not the expected one.
const OtherResult = "other_result"

// payFolder holds pay tables. A pack may bring its own; without, it uses ours.
const payFolder = "pay"

// A Checkup is a pack with everything needed to ask and to answer.
type Checkup struct {
	Pack   *questions.Pack
	Model  *score.Model
	Tables *pay.Tables
	Steps  *steps.Guide
	Words  map[string]questions.Words // by language
}

// Open reads the files of a pack folder and refuses them with every problem
// found. Without langs it reads all languages that the pack names.
func Open(fsys fs.FS, langs ...string) (*Checkup, []questions.Problem) {
	c, problems := assemble(fsys, langs...)
	return c, questions.Locate(fsys, problems)
}

func assemble(fsys fs.FS, langs ...string) (*Checkup, []questions.Problem) {
	pack, problems := questions.Load(fsys)
	if pack == nil {
		return nil, problems
	}
	c := &Checkup{Pack: pack, Words: map[string]questions.Words{}}

	model, wrong := score.Load(fsys, pack)
	c.Model = model
	problems = append(problems, wrong...)

	tables, wrong := openTables(fsys)
	c.Tables = tables
	problems = append(problems, wrong...)

	// Which words are needed follows from the three files above, and one more.
	if model == nil || tables == nil {
		return nil, problems
	}
	guide, wrong := openSteps(fsys, pack, model)
	c.Steps = guide
	problems = append(problems, wrong...)
	if guide == nil {
		return nil, problems
	}
	required := slices.Concat(pack.WordKeys(), model.WordKeys(), tableWordKeys(pack, tables), guide.WordKeys())
	if len(langs) == 0 {
		langs = pack.Languages
	}
	for _, lang := range langs {
		words, wrong := questions.LoadWords(fsys, lang, required)
		problems = append(problems, wrong...)
		c.Words[lang] = words
	}
	if len(problems) > 0 {
		return nil, problems
	}
	return c, nil
}

// Read reads the questionnaire of the pack that Both Ends ships, and returns
// what completes it in one language: steps to call in order, which fill in
// Words, Model, Steps and Tables. It is for the browser, where every moment of
// start-up holds up the page: the steps can run one by one while nobody types,
// and nothing is proved again that tests and every build have proved with Open.
func Read(lang string) (c *Checkup, rest []func() error, err error) {
	fsys := SocialMediaManager()
	c = &Checkup{Pack: &questions.Pack{}, Words: map[string]questions.Words{}}
	rest = []func() error{
		func() error {
			var texts map[string]string
			err := readJSON(fsys, questions.WordsFile(lang), &texts)
			delete(texts, questions.SchemaKey)
			c.Words[lang] = questions.NewWords(lang, texts)
			return err
		},
		func() error {
			var scoring score.Scoring
			err := readJSON(fsys, score.File, &scoring)
			c.Model = score.New(scoring, c.Pack)
			return err
		},
		func() error {
			c.Steps = &steps.Guide{}
			err := readJSON(fsys, steps.File, c.Steps)
			if errors.Is(err, fs.ErrNotExist) {
				return nil // as openSteps
			}
			return err
		},
		func() error {
			tables, problems := openTables(fsys)
			if c.Tables = tables; tables == nil {
				return problems[0]
			}
			return nil
		},
	}
	return c, rest, readJSON(fsys, questions.PackFile, c.Pack)
}

func readJSON(fsys fs.FS, name string, into any) error {
	data, err := fs.ReadFile(fsys, name)
	if err != nil {
		return err
	}
	if err := json.Unmarshal(data, into); err != nil {
		return fmt.Errorf("%s: %w", name, err)
	}
	return nil
}

func openTables(fsys fs.FS) (*pay.Tables, []questions.Problem) {
	if _, err := fs.Stat(fsys, payFolder); errors.Is(err, fs.ErrNotExist) {
		fsys = files
	}
	tables, problems := pay.Load(folder(fsys, payFolder))
	return tables, inFolder(payFolder, problems)
}

// adFolder holds the lexicon of the reader of job ads.
const adFolder = "jobad"

// AdReader loads the reader of job ads. It takes a moment, so it is for those
// who have an ad to read.
func AdReader() (*jobad.Reader, []questions.Problem) {
	r, problems := jobad.Load(folder(adFiles, adFolder))
	return r, inFolder(adFolder, problems)
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
	return inFolder(adFolder, r.Check())
}

// openSteps reads the steps of a pack. The file may be missing: results then say
// what to change and what to try, and name no place to turn to.
func openSteps(fsys fs.FS, pack *questions.Pack, model *score.Model) (*steps.Guide, []questions.Problem) {
	if _, err := fs.Stat(fsys, steps.File); errors.Is(err, fs.ErrNotExist) {
		return &steps.Guide{}, nil
	}
	return steps.Load(fsys, known(pack, model))
}

// known is what steps may refer to.
func known(pack *questions.Pack, model *score.Model) steps.Known {
	var k steps.Known
	for _, d := range model.Scoring.Drivers {
		k.Drivers = append(k.Drivers, d.Key)
	}
	for _, l := range model.Scoring.Limits {
		k.Limits = append(k.Limits, l.Key)
	}
	for _, s := range model.Scoring.Sources {
		k.Sources = append(k.Sources, s.ID)
	}
	// Where no question asks for the country, it is the one whose help lines the
	// person chooses.
	if country, ok := pack.Question("country"); ok {
		k.Countries = country.Options
		return k
	}
	for _, h := range pack.HelpLines {
		if h.Country != "*" {
			k.Countries = append(k.Countries, h.Country)
		}
	}
	return k
}

// tableWordKeys returns the keys of the countries and currencies that results
// about pay name: none where nobody is asked for a country.
func tableWordKeys(p *questions.Pack, t *pay.Tables) []string {
	if _, asked := p.Question("country"); !asked {
		return nil
	}
	var keys []string
	for _, code := range t.Countries() {
		country, _ := t.Country(code)
		keys = append(keys, "country."+code, "currency."+country.Currency)
	}
	return keys
}

// Check opens a pack and proves what no single file shows: that languages
// differ in nothing but prose, that the pay tables hold together and know
// every responsibility asked for, that the personas get the results that are
// written beside them, and that the reader of job ads finds what its examples say.
func Check(fsys fs.FS) []questions.Problem {
	c, problems := Open(fsys)
	if c == nil {
		return problems
	}
	first := c.Words[c.Pack.Languages[0]]
	for _, lang := range c.Pack.Languages[1:] {
		problems = append(problems, questions.CompareWords(first, c.Words[lang])...)
	}
	problems = append(problems, inFolder(payFolder, c.Tables.Check())...)
	problems = append(problems, c.checkResponsibilities()...)
	problems = append(problems, c.checkPersonas(fsys)...)
	return append(questions.Locate(fsys, problems), checkAdReader()...)
}

// checkResponsibilities compares what is asked with what the tables can price.
func (c *Checkup) checkResponsibilities() []questions.Problem {
	q, ok := c.Pack.Question("responsibilities")
	if !ok {
		return nil // this questionnaire does not count jobs
	}
	priced := map[string]bool{}
	for _, r := range c.Tables.Responsibilities {
		priced[r.Key] = true
	}
	var problems []questions.Problem
	for _, key := range q.Options {
		if !priced[key] {
			problems = append(problems, questions.Problem{
				File: payFolder + "/responsibilities.csv", Path: key, Code: questions.MissingField,
				Message: "the questionnaire asks for this responsibility, but the pay tables do not know it",
				Hint:    "add a row that names its occupations",
			})
		}
		delete(priced, key)
	}
	for _, key := range slices.Sorted(maps.Keys(priced)) {
		problems = append(problems, questions.Problem{
			File: payFolder + "/responsibilities.csv", Path: key, Code: questions.UnknownKey,
			Message: "the pay tables know this responsibility, but the questionnaire does not ask for it",
			Hint:    "remove the row, or add the option to pack.json",
		})
	}
	return problems
}

// checkPersonas reads the answers of every persona.
func (c *Checkup) checkPersonas(fsys fs.FS) []questions.Problem {
	names, _ := fs.Glob(fsys, "personas/*.json") // the pattern is well formed
	var problems []questions.Problem
	for _, name := range names {
		if strings.HasSuffix(name, ".expected.json") {
			continue
		}
		data, err := fs.ReadFile(fsys, name)
		if err != nil {
			problems = append(problems, questions.Problem{
				File: name, Code: questions.UnreadableFile, Message: fmt.Sprintf("cannot be read: %v", err),
			})
			continue
		}
		answers, wrong := c.Pack.Decode(data)
		if len(wrong) == 0 {
			wrong = c.Pack.Check(answers)
		}
		if len(wrong) == 0 {
			problems = append(problems, c.checkExpected(fsys, strings.TrimSuffix(name, ".json")+".expected.json", answers)...)
		}
		for _, p := range wrong {
			p.File = name
			problems = append(problems, p)
		}
	}
	return problems
}

// expectation is the result that a persona must get, as worked out apart from
// this program.
type expectation struct {
	Expected struct {
		Signs, Strain *struct{ Score float64 }
		Band          *struct{ Number int }
		Factors       map[string]float64
		Limits        []string
		EffortReward  *float64 `json:"effort_reward"`
	}
}

// nearEnough is the distance that two ways of adding up may have.
const nearEnough = 1e-9

// checkExpected scores a persona and compares, where a result is given.
func (c *Checkup) checkExpected(fsys fs.FS, name string, answers questions.Answers) []questions.Problem {
	var want expectation
	switch err := readJSON(fsys, name, &want); {
	case errors.Is(err, fs.ErrNotExist):
		return nil
	case err != nil:
		return []questions.Problem{{File: name, Code: questions.UnreadableFile, Message: fmt.Sprintf("cannot be read: %v", err)}}
	}
	got, err := c.Score(answers)
	if err != nil {
		return []questions.Problem{{File: name, Code: questions.UnreadableFile, Message: err.Error()}}
	}
	var problems []questions.Problem
	differs := func(path string, got, want any) {
		problems = append(problems, questions.Problem{
			File: name, Path: "expected." + path, Code: OtherResult,
			Message: fmt.Sprintf("the persona gets %v, not %v", got, want),
			Hint:    "if the new result is right, work it out again by hand and write it here",
		})
	}
	near := func(path string, got *float64, want float64) {
		if got == nil {
			differs(path, "nothing", want)
		} else if math.Abs(*got-want) > nearEnough {
			differs(path, *got, want)
		}
	}
	e := want.Expected
	if e.Signs != nil {
		near("signs.score", scoreOf(got.Signs != nil, func() float64 { return got.Signs.Score }), e.Signs.Score)
	}
	if e.Strain != nil {
		near("strain.score", scoreOf(got.Strain != nil, func() float64 { return got.Strain.Score }), e.Strain.Score)
	}
	if e.Band != nil {
		near("band.number", scoreOf(got.Band != nil, func() float64 { return float64(got.Band.Number) }), float64(e.Band.Number))
	}
	if e.EffortReward != nil {
		near("effort_reward", got.EffortReward, *e.EffortReward)
	}
	if e.Limits != nil && !slices.Equal(got.Limits, e.Limits) {
		differs("limits", strings.Join(got.Limits, ", "), strings.Join(e.Limits, ", "))
	}
	contributions := map[string]float64{}
	for _, f := range got.Factors {
		contributions[f.ID] = f.Contribution
	}
	for _, id := range slices.Sorted(maps.Keys(e.Factors)) {
		n, there := contributions[id]
		near("factors."+id, scoreOf(there, func() float64 { return n }), e.Factors[id])
	}
	return problems
}

func scoreOf(there bool, score func() float64) *float64 {
	if !there {
		return nil
	}
	n := score()
	return &n
}

// A Report is the result of one check-up as it is written to a file: the
// scores, and what the pay tables say.
type Report struct {
	PackID      string `json:"pack"`
	PackVersion string `json:"pack_version"`
	score.Result
	Pay *pay.Result `json:"pay"`
}

// Score works out the result of a: pay first, because the ratio to the market
// is one of the conditions that are scored. Result.Reasons also holds those of
// the pay figures.
func (c *Checkup) Score(a questions.Answers) (Report, error) {
	paid := c.Tables.Compute(a)
	result, err := c.Model.Score(a, paid.Ratio())
	if err != nil {
		return Report{}, fmt.Errorf("scoring: %w", err)
	}
	reasons := maps.Clone(result.Reasons)
	if reasons == nil {
		reasons = map[string]string{}
	}
	if paid == nil {
		reasons["pay"] = pay.NoPay
	} else {
		maps.Copy(reasons, paid.Reasons)
	}
	result.Reasons = reasons
	return Report{PackID: c.Pack.ID, PackVersion: c.Pack.Version, Result: result, Pay: paid}, nil
}

// inFolder puts the folder before the files that problems name.
func inFolder(name string, problems []questions.Problem) []questions.Problem {
	for i := range problems {
		if problems[i].File != "" {
			problems[i].File = name + "/" + problems[i].File
		}
	}
	return problems
}

// folder returns a folder of fsys. Its name is one of the constants above, so
// the error of fs.Sub (a name that is not valid) cannot happen.
func folder(fsys fs.FS, name string) fs.FS {
	sub, err := fs.Sub(fsys, name)
	if err != nil {
		panic(err)
	}
	return sub
}
