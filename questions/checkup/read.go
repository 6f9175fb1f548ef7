package checkup

import (
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"path"

	"bothends/questions"
	"bothends/questions/letter"
	"bothends/questions/packs"
	"bothends/questions/pay"
	"bothends/questions/score"
	"bothends/questions/steps"
	"bothends/questions/surveys"
)

// Files returns the files that Read needs to ask and to answer in one language:
// those of the pack folder fsys, with our pay tables and our help lines where it has none.
func Files(fsys fs.FS, lang string) (map[string][]byte, error) {
	files := map[string][]byte{}
	add := func(fsys fs.FS, folder, name string) error {
		content, err := fs.ReadFile(fsys, name)
		files[path.Join(folder, name)] = content
		return err
	}
	for _, name := range []string{questions.PackFile, score.File, questions.WordsFile(lang)} {
		if err := add(fsys, "", name); err != nil {
			return nil, err
		}
	}
	for _, name := range []string{steps.File, letter.File, surveys.File} { // a pack may do without
		if err := add(fsys, "", name); errors.Is(err, fs.ErrNotExist) {
			delete(files, name)
		} else if err != nil {
			return nil, err
		}
	}
	for _, name := range pay.Files() {
		if err := add(tableFiles(fsys), packs.Pay, name); err != nil {
			return nil, err
		}
	}
	for _, name := range []string{questions.HelpFile, questions.WordsFile(lang)} {
		if err := add(helpFiles(fsys), packs.Help, name); err != nil {
			return nil, err
		}
	}
	return files, nil
}

// Read reads a questionnaire in one language from what Files returns. It is for
// the browser, where every moment of start-up holds up the page: what asking does
// not need is left to the loader. Nothing is proved again that every build has
// proved with Open.
func Read(fsys fs.FS, lang string) (*Checkup, *Loader, error) {
	c := &Checkup{Pack: &questions.Pack{}, Words: map[string]questions.Words{}}
	loader := &Loader{parts: []func() error{
		func() error {
			var own, help map[string]string
			helpFiles := folder(fsys, packs.Help)
			var lines questions.Help
			err := errors.Join(
				readJSON(fsys, questions.WordsFile(lang), &own),
				readJSON(helpFiles, questions.WordsFile(lang), &help),
				readJSON(helpFiles, questions.HelpFile, &lines),
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
			c.Others = &surveys.Context{}
			return readOptional(fsys, surveys.File, c.Others)
		},
		func() error {
			tables, problems := pay.Load(folder(fsys, packs.Pay))
			if c.Tables = tables; tables == nil {
				return problems[0]
			}
			return nil
		},
	}}
	return c, loader, readJSON(fsys, questions.PackFile, c.Pack)
}

// A Loader completes a [Checkup] that [Read] has begun, a part at a time: words
// and help lines, model, steps, letter, surveys, pay tables. The browser has its turn in
// between. A nil Loader has nothing left to read.
type Loader struct {
	parts []func() error
}

// Next reads the next part, if there is one. Once more is false, the check-up is
// complete.
func (l *Loader) Next() (more bool, err error) {
	if l.Done() {
		return false, nil
	}
	read := l.parts[0]
	l.parts = l.parts[1:]
	return !l.Done(), read()
}

// Done reports whether nothing is left to be read.
func (l *Loader) Done() bool { return l == nil || len(l.parts) == 0 }

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
