package main

import (
	"flag"
	"fmt"
	"io/fs"
	"os"
	"strings"

	"bothends/questions/packs"
)

// packFolder is the folder of a questionnaire; "" is the one inside this program.
func packFolder(dir string) fs.FS {
	if dir == "" {
		return packs.SocialMediaManager()
	}
	return os.DirFS(dir)
}

// check without a folder proves the questionnaire inside this program.
func check(c call) int {
	dir, status, ok := c.parse(flag.NewFlagSet("check", flag.ContinueOnError), "PACK_DIR")
	if !ok {
		return status
	}
	fsys := packFolder(dir)
	if found := packs.Check(fsys); len(found) > 0 {
		return c.refuseAll(found)
	}
	checkup, found := packs.Open(fsys)
	if checkup == nil {
		return c.refuseAll(found) // changed between the two looks
	}
	asked := 0
	for _, s := range checkup.Pack.Sections {
		asked += len(s.Questions)
	}
	pay := ""
	if _, ok := checkup.Pack.Question("country"); ok {
		pay = fmt.Sprintf("; pay in %d countries", len(checkup.Tables.Countries()))
	}
	places := fmt.Sprintf("; %d places to turn to", len(checkup.Steps.Places))
	if len(checkup.Steps.Places) == 0 {
		places = "; no place to turn to, as there is no steps.json"
	}
	fmt.Fprintf(c.stdout, "%s %s: no problems (%d questions; words in %s%s%s)\n",
		checkup.Pack.ID, checkup.Pack.Version, asked, strings.Join(checkup.Pack.Languages, ", "), pay, places)
	return done
}
