package main

import (
	"flag"
	"fmt"
	"io/fs"
	"os"
	"strings"

	"bothends/questions/checkup"
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
	dir, status, ok := c.parse(flag.NewFlagSet("check", flag.ContinueOnError), "PACK_DIR")
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
	return done
}
