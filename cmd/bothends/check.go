package main

import (
	"flag"
	"fmt"
	"os"
	"strings"

	"bothends/questions/packs"
)

// check without a folder proves the questionnaire inside this program.
func check(c call) int {
	dir, status, ok := c.parse(flag.NewFlagSet("check", flag.ContinueOnError), "PACK_DIR")
	if !ok {
		return status
	}
	fsys := packs.SocialMediaManager()
	if dir != "" {
		fsys = os.DirFS(dir)
	}
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
	fmt.Fprintf(c.stdout, "%s %s: no problems (%d questions; words in %s; pay in %d countries)\n",
		checkup.Pack.ID, checkup.Pack.Version, asked, strings.Join(checkup.Pack.Languages, ", "), len(checkup.Tables.Countries()))
	return done
}
