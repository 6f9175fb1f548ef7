package main

import (
	"encoding/json"
	"flag"
	"fmt"
	"io"
	"os"
	"slices"

	"bothends/app/i18n"
	"bothends/questions"
	"bothends/questions/checkup"
	"bothends/questions/whatif"
)

func scoreFile(c call) int {
	flags := flag.NewFlagSet("score", flag.ContinueOnError)
	asJSON := flags.Bool("json", false, "print every figure as JSON")
	lang := flags.String("lang", i18n.Reference, "language of the result")
	pack := flags.String("pack", "", "folder of another questionnaire")
	name, status, ok := c.parse(flags, "FILE")
	if !ok {
		return status
	}
	if name == "" {
		return c.misused("the file of answers is missing", "give its name, or - to read standard input")
	}
	questionnaire, found := checkup.Open(packFolder(*pack))
	if questionnaire == nil {
		return c.refuseAll(found)
	}
	if !slices.Contains(spoken(questionnaire), *lang) {
		return c.misused(fmt.Sprintf("there are no words in %q", *lang), "the languages are "+i18n.New(i18n.Reference).List(spoken(questionnaire)))
	}
	words := questionnaire.Words[*lang]
	data, err := c.read(name)
	if err != nil {
		return c.refuse(err)
	}
	answers, found := questionnaire.Pack.Decode(data)
	if len(found) > 0 {
		for i := range found {
			found[i].File = name
		}
		return c.refuseAll(found)
	}
	study, err := whatif.New(questionnaire, answers)
	if err != nil {
		return c.refuse(fmt.Errorf("%s: %w", name, err))
	}
	if !*asJSON {
		io.WriteString(c.stdout, text{i18n.New(*lang), words, questionnaire, study.Base, study}.String())
		return done
	}
	e := json.NewEncoder(c.stdout)
	e.SetIndent("", " ")
	if err := e.Encode(study.Base); err != nil {
		return c.refuse(err)
	}
	return done
}

// spoken are the languages of a questionnaire that the interface speaks too.
func spoken(c *checkup.Checkup) []string {
	return slices.DeleteFunc(slices.Clone(c.Pack.Languages), func(lang string) bool {
		return !slices.Contains(i18n.Languages(), lang)
	})
}

// read reads a file of answers, never more than such a file may hold.
func (c call) read(name string) ([]byte, error) {
	in := c.stdin
	if name != "-" {
		f, err := os.Open(name)
		if err != nil {
			return nil, err
		}
		defer f.Close()
		in = f
	}
	// One byte more lets Decode see that it is too much, and say so.
	data, err := io.ReadAll(io.LimitReader(in, questions.MaxFileSize+1))
	if err != nil {
		return nil, fmt.Errorf("reading %s: %w", name, err)
	}
	return data, nil
}
