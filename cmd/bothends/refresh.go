package main

import (
	"cmp"
	"flag"
	"fmt"
	"io"
	"math"
	"os"
	"path/filepath"
	"slices"
	"text/tabwriter"

	"bothends/questions"
	"bothends/questions/packs"
	"bothends/questions/pay"
)

// refresh proves next year's pay tables and says what changed from the present
// ones. It writes nothing: the person who made the tables puts them in place.
func refresh(c call) int {
	flags := flag.NewFlagSet("refresh", flag.ContinueOnError)
	dir := flags.String("pack", "", "folder of another questionnaire")
	next, status, ok := c.parse(flags, "TABLES_DIR")
	if !ok {
		return status
	}
	if next == "" {
		return c.misused("the folder of the new tables is missing", "copy questions/packs/pay, edit the copy and name it")
	}
	fsys := packs.SocialMediaManager()
	if *dir != "" {
		fsys = os.DirFS(*dir)
	}
	checkup, found := packs.Open(fsys)
	if checkup == nil {
		return c.refuseAll(found)
	}
	tables, found := loadTables(next)
	if len(found) > 0 {
		return c.refuseAll(found)
	}
	changes := pay.Diff(checkup.Tables, tables)
	if len(changes) == 0 {
		fmt.Fprintln(c.stdout, "no problems, and nothing changed")
		return done
	}
	printChanges(c.stdout, changes)
	return done
}

// loadTables reads and proves the tables of a folder.
func loadTables(dir string) (*pay.Tables, []questions.Problem) {
	tables, found := pay.Load(os.DirFS(dir))
	if tables != nil {
		found = tables.Check()
	}
	for i := range found {
		// Some problems name the row in Path ("benchmarks.csv:12").
		if found[i].File == "" {
			found[i].File, found[i].Path = found[i].Path, ""
		}
		found[i].File = filepath.Join(dir, found[i].File)
	}
	return tables, found
}

// bigStep is a change of pay in percent that is more often a column read wrong
// than a rise.
const bigStep = 10.0

// printChanges lists the biggest steps first, then everything file by file.
func printChanges(out io.Writer, changes []pay.Change) {
	w := tabwriter.NewWriter(out, 0, 0, 2, ' ', 0)
	defer w.Flush()
	big := slices.DeleteFunc(slices.Clone(changes), func(ch pay.Change) bool { return math.Abs(percent(ch)) <= bigStep })
	slices.SortStableFunc(big, func(a, b pay.Change) int { return cmp.Compare(math.Abs(percent(b)), math.Abs(percent(a))) })
	if len(big) > 0 {
		fmt.Fprintf(w, "Look at these first: they changed by more than %.0f %%.\n", bigStep)
		for _, ch := range big {
			fmt.Fprintln(w, "  "+ch.File+" "+describe(ch))
		}
		fmt.Fprintln(w)
	}
	file := ""
	for _, ch := range changes {
		if ch.File != file {
			file = ch.File
			fmt.Fprintln(w, file)
		}
		fmt.Fprintln(w, "  "+describe(ch))
	}
	fmt.Fprintf(w, "\nchanges: %d, of more than %.0f %%: %d\n", len(changes), bigStep, len(big))
}

// percent is how much a number changed, 0 for what is not a number.
func percent(ch pay.Change) float64 {
	if ch.Percent == nil {
		return 0
	}
	return *ch.Percent
}

func describe(ch pay.Change) string {
	switch {
	case ch.Column == "":
		return ch.Row + "\trow " + ch.Kind + "\t"
	case ch.Kind == pay.Added:
		return ch.Row + "\t" + ch.Column + "\t" + ch.New + " added"
	case ch.Kind == pay.Removed:
		return ch.Row + "\t" + ch.Column + "\t" + ch.Old + " removed"
	case ch.Percent != nil:
		return fmt.Sprintf("%s\t%s\t%s -> %s (%+.1f %%)", ch.Row, ch.Column, ch.Old, ch.New, *ch.Percent)
	}
	return fmt.Sprintf("%s\t%s\t%q -> %q", ch.Row, ch.Column, ch.Old, ch.New)
}
