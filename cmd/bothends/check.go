package main

import (
	"flag"
	"fmt"
	"io/fs"
	"os"
	"strings"

	"bothends/questions/checkup"
	"bothends/questions/readability"
)

// packFolder is the folder of a questionnaire; "" is the one inside this program.
func packFolder(dir string) fs.FS {
	if dir == "" {
		return checkup.Shipped()
	}
	return os.DirFS(dir)
}

// check without a folder proves the questionnaire inside this program.
func check(c call) int {
	flags := flag.NewFlagSet("check", flag.ContinueOnError)
	reading := flags.Bool("reading", false, "print the twenty sentences of each language that are hardest to read")
	dir, status, ok := c.parse(flags, "PACK_DIR")
	if !ok {
		return status
	}
	questionnaire, found := checkup.Check(packFolder(dir))
	if questionnaire == nil {
		return c.refuseAll(found)
	}
	asked := 0
	for _, s := range questionnaire.Pack.Sections {
		asked += len(s.Questions)
	}
	pay := ""
	if _, ok := questionnaire.Pack.Question("country"); ok {
		pay = fmt.Sprintf("; pay in %d countries", len(questionnaire.Tables.Countries()))
	}
	places := fmt.Sprintf("; %d places to turn to", len(questionnaire.Steps.Places))
	if len(questionnaire.Steps.Places) == 0 {
		places = "; no place to turn to, as there is no steps.json"
	}
	note := ""
	if len(questionnaire.Letter.Groups) == 0 {
		note = "; no note to an employer, as there is no letter.json"
	}
	fmt.Fprintf(c.stdout, "%s %s: no problems (%d questions; words in %s%s%s%s)\n",
		questionnaire.Pack.ID, questionnaire.Pack.Version, asked, strings.Join(questionnaire.Pack.Languages, ", "), pay, places, note)
	if *reading {
		hardest(c, questionnaire)
	}
	return done
}

// hardest prints at which age the words of each language are read with ease, and
// the sentences that need the most.
func hardest(c call, questionnaire *checkup.Checkup) {
	const most = 20
	for _, lang := range questionnaire.Pack.Languages {
		texts := map[string]string{}
		for _, key := range questionnaire.Words[lang].Keys() {
			texts[key] = questionnaire.Words[lang].Get(key)
		}
		sentences, age, ok := readability.Judge(lang, texts)
		if !ok {
			fmt.Fprintf(c.stdout, "\n%s: no formula for this language\n", lang)
			continue
		}
		fmt.Fprintf(c.stdout, "\n%s: read with ease at %.1f years on average; hardest first:\n", lang, age)
		for _, s := range sentences[:min(most, len(sentences))] {
			fmt.Fprintf(c.stdout, "  %2.0f  %s: %s\n", s.Age, s.Key, s.Text)
		}
	}
}
