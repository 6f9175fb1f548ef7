// Package checkup brings one questionnaire together: what is asked
// (package questions), how it is scored (score), what the market pays (pay),
// what to try (steps), what a note to an employer can say (letter), what others
// answered (surveys) and the words of each language.
//
//	checkup.go  a check-up, and how it is opened with every problem found
//	read.go     the same without checks, in steps, for the browser
//	help.go     the help lines that all questionnaires share
//	check.go    what no single file of a pack shows
//	persona.go  people whose results are written beside a pack
//	report.go   the result of one person
//	ads.go      the reader of job ads
package checkup

import (
	"errors"
	"io/fs"
	"slices"

	"bothends/questions"
	"bothends/questions/letter"
	"bothends/questions/packs"
	"bothends/questions/pay"
	"bothends/questions/score"
	"bothends/questions/steps"
	"bothends/questions/surveys"
)

// Shipped is the folder of the pack that Both Ends ships.
func Shipped() fs.FS { return folder(packs.Files, packs.Pack) }

// A Checkup is a pack with everything needed to ask and to answer.
type Checkup struct {
	Pack   *questions.Pack
	Model  *score.Model
	Tables *pay.Tables
	Steps  *steps.Guide
	Letter *letter.Outline            // without groups where the pack offers no note
	Others *surveys.Context           // without figures where the pack has none
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

	lines, wrong := openHelp(fsys)
	pack.HelpLines = lines
	problems = append(problems, wrong...)

	model, wrong := score.Load(fsys, pack)
	c.Model = model
	problems = append(problems, wrong...)

	tables, wrong := openTables(fsys)
	c.Tables = tables
	problems = append(problems, wrong...)

	// Which words are needed follows from the files above, and two more.
	if lines == nil || model == nil || tables == nil {
		return nil, problems
	}
	guide, wrong := openSteps(fsys, pack, model)
	c.Steps = guide
	problems = append(problems, wrong...)
	sayable := knownToLetter(pack, model)
	outline, wrong := openLetter(fsys, sayable)
	c.Letter = outline
	problems = append(problems, wrong...)
	others, wrong := openSurveys(fsys, pack)
	c.Others = others
	problems = append(problems, wrong...)
	if guide == nil || outline == nil || others == nil {
		return nil, problems
	}
	required := slices.Concat(pack.WordKeys(), model.WordKeys(), tableWordKeys(pack, tables), guide.WordKeys(), outline.WordKeys(sayable), others.WordKeys())
	if len(langs) == 0 {
		langs = pack.Languages
	}
	shared := map[string]bool{} // said once for all questionnaires
	for _, key := range questions.HelpWordKeys(lines) {
		shared[key] = true
	}
	for _, lang := range langs {
		words, wrong := questions.LoadWords(fsys, lang, without(required, shared))
		problems = append(problems, wrong...)
		problems = append(problems, outline.CheckWords(words, sayable)...)
		help, wrong := helpWords(fsys, lang, lines)
		problems = append(problems, wrong...)
		c.Words[lang] = words.Join(help)
	}
	if len(problems) > 0 {
		return nil, withReference(fsys, pack.Languages[0], problems)
	}
	return c, nil
}

// openTables reads the pay tables of a pack. A pack may bring its own; without,
// it uses ours.
func openTables(fsys fs.FS) (*pay.Tables, []questions.Problem) {
	tables, problems := pay.Load(tableFiles(fsys))
	return tables, inFolder(packs.Pay, problems)
}

// tableFiles are the pay tables of a pack, or ours where it has none.
func tableFiles(fsys fs.FS) fs.FS {
	if _, err := fs.Stat(fsys, packs.Pay); errors.Is(err, fs.ErrNotExist) {
		fsys = packs.Files
	}
	return folder(fsys, packs.Pay)
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
	for _, s := range pack.Sections {
		for _, q := range s.Questions {
			if q.NotApplicable {
				k.NotApplicable = append(k.NotApplicable, q.ID)
			}
			if slices.Contains(q.Options, steps.OwnAccount) {
				k.Status = append(k.Status, q.ID)
			}
		}
	}
	k.Countries = countries(pack)
	return k
}

// countries are those that a person can be in. Where no question asks for the
// country, it is the one whose help lines the person chooses.
func countries(pack *questions.Pack) []string {
	if country, ok := pack.Question("country"); ok {
		return country.Options
	}
	var all []string
	for _, h := range pack.HelpLines {
		if h.Country != "*" {
			all = append(all, h.Country)
		}
	}
	return all
}

// openSurveys reads what others answered. The file may be missing: results then say
// nothing of others.
func openSurveys(fsys fs.FS, pack *questions.Pack) (*surveys.Context, []questions.Problem) {
	if _, err := fs.Stat(fsys, surveys.File); errors.Is(err, fs.ErrNotExist) {
		return &surveys.Context{}, nil
	}
	known := surveys.Known{Countries: countries(pack)}
	for _, s := range pack.Sections {
		for _, q := range s.Questions {
			known.Questions = append(known.Questions, q.ID)
		}
	}
	return surveys.Load(fsys, known)
}

// openLetter reads what a note to an employer can say. The file may be missing:
// there is no note then.
func openLetter(fsys fs.FS, known letter.Known) (*letter.Outline, []questions.Problem) {
	if _, err := fs.Stat(fsys, letter.File); errors.Is(err, fs.ErrNotExist) {
		return &letter.Outline{}, nil
	}
	return letter.Load(fsys, known)
}

// knownToLetter is what a note may refer to.
func knownToLetter(pack *questions.Pack, model *score.Model) letter.Known {
	_, pay := pack.Question("pay_amount")
	k := letter.Known{Pack: pack, Pay: pay}
	for _, item := range model.Scoring.Signs.Items {
		k.Signs = append(k.Signs, item.Question)
	}
	for _, level := range model.Scoring.Signs.Levels {
		k.SignLevels = append(k.SignLevels, level.Key)
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
