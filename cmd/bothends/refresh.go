package main

import (
	"cmp"
	"errors"
	"flag"
	"fmt"
	"io"
	"io/fs"
	"math"
	"os"
	"path/filepath"
	"slices"
	"text/tabwriter"

	"bothends/questions"
	"bothends/questions/checkup"
	"bothends/questions/pay"
	"bothends/questions/pay/official"
)

// defaultTables is where the tables of the product are, seen from the project's
// folder.
const defaultTables = "questions/packs/pay"

// maxOfficialFiles is more than one edition of all countries needs.
const maxOfficialFiles = 20

// refresh brings the pay tables to next year. With the publishers' files it
// makes the new tables; with a folder it proves tables that were edited by
// hand. Both say what changed. Only -out writes, and only to a new folder: the
// person puts the tables in place.
func refresh(c call) int {
	flags := flag.NewFlagSet("refresh", flag.ContinueOnError)
	dir := flags.String("pack", "", "folder of another questionnaire")
	base := flags.String("tables", defaultTables, "folder of the tables to bring up to date")
	out := flags.String("out", "", "new folder for the updated copy")
	names, status, ok := c.parseAll(flags)
	if !ok {
		return status
	}
	if len(names) == 0 {
		return c.misused("neither official files nor the folder of new tables are named",
			"name the files as the publishers give them, or an edited copy of "+defaultTables)
	}
	given := make(map[string]bool)
	flags.Visit(func(f *flag.Flag) { given[f.Name] = true })
	if info, err := os.Stat(names[0]); err == nil && info.IsDir() {
		switch {
		case len(names) > 1:
			return c.misused(fmt.Sprintf("%q is one argument too many after a folder", names[1]), "name official files or one folder, not both")
		case given["tables"] || given["out"]:
			return c.misused("-tables and -out go with official files, not with a folder", "")
		}
		return c.prove(*dir, names[0])
	}
	switch {
	case given["pack"]:
		return c.misused("-pack goes with a folder of tables, not with official files", "-tables names the folder of other tables")
	case len(names) > maxOfficialFiles:
		return c.misused(fmt.Sprintf("%d files are more than %d", len(names), maxOfficialFiles), "name one file of each publisher")
	}
	return c.renew(*base, *out, names)
}

// prove proves tables that a person edited against those in use.
func (c call) prove(pack, next string) int {
	fsys := checkup.Shipped()
	if pack != "" {
		fsys = os.DirFS(pack)
	}
	questionnaire, found := checkup.Open(fsys)
	if questionnaire == nil {
		return c.refuseAll(found)
	}
	tables, found := loadTables(os.DirFS(next), next)
	if len(found) > 0 {
		return c.refuseAll(found)
	}
	changes := pay.Diff(questionnaire.Tables, tables)
	if len(changes) == 0 {
		fmt.Fprintln(c.stdout, "no problems, and nothing changed")
		return done
	}
	printChanges(c.stdout, changes)
	return done
}

// renew makes next year's tables of official files, proves them and says what
// changed. Files that cannot be read change nothing at all; rows that need a
// person are problems, but the copy is written so that they can be mended.
func (c call) renew(base, out string, names []string) int {
	fsys := os.DirFS(base)
	if _, err := os.Stat(base); err != nil {
		return c.misused("there are no tables in "+base, "run this in the project's folder, or name the folder with -tables")
	}
	before, found := loadTables(fsys, base)
	if len(found) > 0 {
		return c.refuseAll(found)
	}
	if out != "" {
		if entries, err := os.ReadDir(out); err == nil && len(entries) > 0 || err != nil && !os.IsNotExist(err) {
			return c.misused(fmt.Sprintf("%s is not a new or empty folder", out), "nothing that exists is overwritten; name another one")
		}
	}
	var all []official.Publication
	for _, name := range names {
		data, err := readLimited(name)
		if err != nil {
			found = append(found, questions.Problem{File: name, Message: err.Error(), Hint: "name the file as it was downloaded"})
			continue
		}
		p, wrong := official.Read(name, data, before)
		all = append(all, p)
		found = append(found, wrong...)
	}
	if len(found) > 0 {
		return c.refuseAll(found)
	}
	next, err := official.Apply(fsys, all)
	if err != nil {
		return c.refuse(fmt.Errorf("%s: %w", base, err))
	}
	place := out
	if place == "" {
		place = base + " as updated"
	}
	// The tables are compared even when the proof finds something: the change
	// usually shows what went wrong.
	after, wrong := pay.Load(next.Tables)
	if after != nil {
		wrong = after.Check()
	}
	next.Problems = append(next.Problems, located(wrong, place)...)

	printRead(c.stdout, next)
	if after != nil {
		if changes := pay.Diff(before, after); len(changes) > 0 {
			printChanges(c.stdout, changes)
		} else {
			fmt.Fprintln(c.stdout, "nothing changed")
		}
	}
	if out == "" {
		fmt.Fprintln(c.stdout, "nothing was written; -out DIR writes the updated copy")
	} else if err := writeTables(out, next.Tables); err != nil {
		return c.refuse(fmt.Errorf("writing %s: %w", out, err))
	} else {
		fmt.Fprintf(c.stdout, "the updated copy is in %s; \"bothends refresh %s\" proves it again after you edited it\n", out, out)
	}
	if len(next.Problems) > 0 {
		return c.refuseAll(next.Problems)
	}
	return done
}

// readLimited reads a file, and never much more than an official one has.
func readLimited(name string) ([]byte, error) {
	f, err := os.Open(name)
	if err != nil {
		if bad, ok := errors.AsType[*os.PathError](err); ok {
			err = bad.Err
		}
		return nil, fmt.Errorf("it cannot be read: %w", err)
	}
	defer f.Close()
	data, err := io.ReadAll(io.LimitReader(f, official.MaxFile+1))
	if err != nil {
		return nil, fmt.Errorf("it cannot be read: %w", err)
	}
	return data, nil
}

// writeTables puts the tables into a new folder, or an empty one.
func writeTables(dir string, tables fs.FS) error {
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return err
	}
	entries, err := fs.ReadDir(tables, ".")
	if err != nil {
		return err
	}
	for _, entry := range entries {
		if !entry.Type().IsRegular() {
			continue
		}
		data, err := fs.ReadFile(tables, entry.Name())
		if err != nil {
			return err
		}
		if err := os.WriteFile(filepath.Join(dir, entry.Name()), data, 0o644); err != nil {
			return err
		}
	}
	return nil
}

// printRead says what was found in which file, and what to look at.
func printRead(out io.Writer, next official.Update) {
	w := tabwriter.NewWriter(out, 0, 0, 2, ' ', 0)
	for _, text := range next.Read {
		fmt.Fprintln(w, text)
	}
	w.Flush()
	for _, note := range next.Notes {
		fmt.Fprintln(out, "note: "+note)
	}
	fmt.Fprintln(out)
}

// loadTables reads and proves the tables of a folder.
func loadTables(fsys fs.FS, dir string) (*pay.Tables, []questions.Problem) {
	tables, found := pay.Load(fsys)
	if tables != nil {
		found = tables.Check()
	}
	return tables, located(found, dir)
}

// located names the folder in problems of its files.
func located(found []questions.Problem, dir string) []questions.Problem {
	for i := range found {
		// Some problems name the row in Path ("benchmarks.csv:12").
		if found[i].File == "" {
			found[i].File, found[i].Path = found[i].Path, ""
		}
		found[i].File = filepath.Join(dir, found[i].File)
	}
	return found
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
