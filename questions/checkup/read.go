package checkup

import (
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"

	"bothends/questions"
	"bothends/questions/score"
	"bothends/questions/steps"
)

// Read reads the questionnaire of the pack that Both Ends ships, and returns
// what completes it in one language: steps to call in order, which fill in
// Words, Model, Steps and Tables. It is for the browser, where every moment of
// start-up holds up the page: the steps can run one by one while nobody types,
// and nothing is proved again that tests and every build have proved with Open.
func Read(lang string) (c *Checkup, rest []func() error, err error) {
	fsys := Shipped()
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
