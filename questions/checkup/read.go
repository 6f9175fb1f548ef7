package checkup

import (
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"

	"bothends/questions"
	"bothends/questions/letter"
	"bothends/questions/score"
	"bothends/questions/steps"
)

// Read reads the questionnaire of the pack that Both Ends ships, and returns
// what completes it in one language: steps to call in order, which fill in
// Words and help lines, Model, Steps, Letter and Tables. It is for the browser, where every moment of
// start-up holds up the page: the steps can run one by one while nobody types,
// and nothing is proved again that tests and every build have proved with Open.
func Read(lang string) (c *Checkup, rest []func() error, err error) {
	fsys := Shipped()
	c = &Checkup{Pack: &questions.Pack{}, Words: map[string]questions.Words{}}
	rest = []func() error{
		func() error {
			var own, help map[string]string
			var lines questions.Help
			err := errors.Join(
				readJSON(fsys, questions.WordsFile(lang), &own),
				readJSON(helpFiles(fsys), questions.WordsFile(lang), &help),
				readJSON(helpFiles(fsys), questions.HelpFile, &lines),
			)
			delete(own, questions.SchemaKey)
			delete(help, questions.SchemaKey)
			c.Words[lang] = questions.NewWords(lang, own).Join(questions.NewWords(lang, help))
			c.Pack.HelpLines = lines.Lines
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
			return readOptional(fsys, steps.File, c.Steps)
		},
		func() error {
			c.Letter = &letter.Outline{}
			return readOptional(fsys, letter.File, c.Letter)
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

// readOptional reads a file that a pack may leave out, as Open does.
func readOptional(fsys fs.FS, name string, into any) error {
	err := readJSON(fsys, name, into)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	return err
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
