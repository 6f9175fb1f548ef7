package score_test

import (
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"bothends/questions/score"
)

// README.md is the method; scoring.json and these tests are held to it.
func readme(t *testing.T) string {
	t.Helper()
	content, err := os.ReadFile("README.md")
	if err != nil {
		t.Fatal(err)
	}
	return string(content)
}

// rows returns the table of README.md whose first line begins so, one line for
// each row, its cells joined as they are there.
func rows(t *testing.T, head string) []string {
	t.Helper()
	lines := strings.Split(readme(t), "\n")
	i := slices.IndexFunc(lines, func(line string) bool { return strings.HasPrefix(line, head) })
	if i < 0 {
		t.Fatalf("README.md has no table that begins %q", head)
	}
	var rows []string
	for _, line := range lines[i+2:] {
		if !strings.HasPrefix(line, "|") {
			break
		}
		rows = append(rows, line)
	}
	return rows
}

// row writes cells as a table of README.md does.
func row(cells ...any) string {
	var b strings.Builder
	for _, c := range cells {
		fmt.Fprintf(&b, "| %v ", c)
	}
	return b.String() + "|"
}

func TestReadmeTables(t *testing.T) {
	s := model(t).Scoring
	weight := map[string]int{}
	var items, scales, grades, factors, drivers, limits, matrix, cuts, sources []string
	for i, x := range s.Signs.Items {
		facet := x.Facet
		if x.Core {
			facet += " (core)"
		}
		items = append(items, row(i+1, "`"+x.Question+"`", facet))
	}
	for _, x := range s.Scales {
		cells := []any{x.ID}
		for _, option := range []string{"never", "seldom", "sometimes", "often", "always"} {
			cells = append(cells, x.Doses[option])
		}
		scales = append(scales, row(cells...))
	}
	for _, x := range s.Grades {
		g := "–"
		if x.Factor > 0 {
			g = strconv.FormatFloat(x.Factor, 'g', -1, 64)
		}
		grades = append(grades, row(x.Key, g))
	}
	for _, x := range s.Factors {
		weight[x.ID] = x.Weight
		e := x.Evidence
		factors = append(factors, row(x.ID, doseText(x.Dose), e.Derivation, fmt.Sprintf("%.3f", e.Raw), fmt.Sprintf("%.2f", e.Share),
			e.Grade, strings.Join(e.Sources, ", "), x.Weight))
	}
	for i, x := range s.Drivers {
		sum := 0
		for _, id := range x.Factors {
			sum += weight[id]
		}
		drivers = append(drivers, row(i+1, "`"+x.Key+"`", strings.Join(x.Factors, " + "), sum))
	}
	for _, x := range s.Limits {
		var when []string
		for _, c := range x.When {
			value := c.Key
			if value == "" {
				value = strconv.FormatFloat(*c.Value, 'g', -1, 64)
			}
			when = append(when, c.Question+" "+c.Compare+" "+value)
		}
		limits = append(limits, row("`"+x.Key+"`", strings.Join(when, " and ")))
	}
	for _, x := range s.Bands.Matrix {
		matrix = append(matrix, row(x.Signs, x.Bands[0], x.Bands[1], x.Bands[2]))
	}
	for _, x := range s.Signs.CutPoints {
		source := strings.Join(x.Sources, ", ")
		if source == "" {
			source = "–"
		}
		cuts = append(cuts, row(x.Name, x.Native, fmt.Sprintf("%.1f", x.Value), source, x.Checked))
	}
	for _, x := range s.Sources {
		sources = append(sources, row(x.ID, x.Cite, x.Finding, x.Checked))
	}
	gradeRows := rows(t, "| grade |")
	for i, line := range gradeRows { // their meaning is told in other words
		cells := strings.SplitN(line, "|", 4)
		gradeRows[i] = strings.Join(cells[:3], "|") + "|"
	}
	for _, c := range []struct {
		head      string
		got, want []string
	}{
		{"the signs", rows(t, "| # | id |"), items},
		{"the scales", rows(t, "| scale |"), scales},
		{"the grades", gradeRows, grades},
		{"the factors", rows(t, "| factor |"), factors},
		{"the drivers", rows(t, "| # | driver |"), drivers},
		{"the limits", rows(t, "| limit |"), limits},
		{"the bands", rows(t, "| signs | strain low |"), matrix},
		{"the cut-points", rows(t, "| cut-point |"), cuts},
		{"the sources", rows(t, "| id | source |"), sources},
	} {
		for i := range max(len(c.got), len(c.want)) {
			var got, want string
			if i < len(c.got) {
				got = c.got[i]
			}
			if i < len(c.want) {
				want = c.want[i]
			}
			if got != want {
				t.Errorf("README.md, %s, row %d:\n%s\nscoring.json:\n%s", c.head, i+1, got, want)
			}
		}
	}
}

// doseText writes a dose as README.md does: "35 → 0 · 40 → 0.15".
func doseText(d score.Dose) string {
	if len(d.Parts) > 0 {
		var parts []string
		for _, p := range d.Parts {
			parts = append(parts, fmt.Sprintf("%v × (`%s` %s)", p.Share, p.Question, curveText(p)))
		}
		return strings.Join(parts, " + ")
	}
	text := "`" + d.Question + "` " + curveText(score.Part{Question: d.Question, Scale: d.Scale, Options: d.Options, Knots: d.Knots})
	if len(d.Ratio) > 0 {
		text = "ratio " + curveText(score.Part{Knots: d.Ratio}) + "; without one " + text
	}
	if d.Plus != nil {
		text += " + (`" + d.Plus.Question + "` " + curveText(*d.Plus) + "), at most 1"
	}
	if d.HarmlessIf != nil {
		text += " [F18]"
	}
	if d.NotApplicableIf != nil {
		text += " [F19]"
	}
	return text
}

func curveText(p score.Part) string {
	if p.Scale != "" {
		return p.Scale
	}
	var parts []string
	for _, k := range p.Knots {
		parts = append(parts, fmt.Sprintf("%v → %v", k[0], k[1]))
	}
	for _, key := range []string{"never", "rarely", "monthly", "weekly", "daily", "yes", "no", "about_right", "bit_less", "much_less", "none"} {
		if dose, ok := p.Options[key]; ok {
			parts = append(parts, fmt.Sprintf("%s → %v", key, dose))
		}
	}
	return strings.Join(parts, " · ")
}

// What README.md says in sentences is what scoring.json says in numbers.
func TestReadmeSentences(t *testing.T) {
	m := model(t)
	s := m.Scoring
	text := strings.Join(strings.Fields(readme(t)), " ")
	levels := func(levels []score.Level) string {
		var parts []string
		for _, l := range levels {
			parts = append(parts, fmt.Sprintf("**%s** from %d", l.Key, l.From))
		}
		return strings.Join(parts, ", ")
	}
	sum := func(ids []string) (sum int) {
		for _, f := range s.Factors {
			if slices.Contains(ids, f.ID) {
				sum += f.Weight
			}
		}
		return sum
	}
	var blocks, bands []string
	for i, b := range s.Blocks {
		blocks = append(blocks, fmt.Sprintf("%s %d", "RHPU"[i:i+1], b.Weight))
	}
	for i, key := range s.Bands.Keys {
		bands = append(bands, fmt.Sprintf("%d `%s`", i+1, key))
	}
	minimum := s.Strain.Minimum
	for _, want := range []string{
		fmt.Sprintf("Model version %d.", s.Version),
		fmt.Sprintf("SEM = %v / √m", s.Signs.Error.Constant),
		fmt.Sprintf("item SD s = %v and the mean correlation r = .%d", s.Signs.Error.ItemSD, int(100*s.Signs.Error.MeanCorrelation)),
		levels(s.Signs.Levels), levels(s.Strain.Levels),
		fmt.Sprintf("**%d of the %d** are answered, **%d of items 1 to 4**", s.Signs.MinimumItems, len(s.Signs.Items), s.Signs.MinimumCore),
		fmt.Sprintf("if **%d %%** of all weight is answered and **%d %%** of the weight in at least **%d blocks**", minimum.Percent, minimum.BlockPercent, minimum.Blocks),
		fmt.Sprintf("From %d points, before rounding, a driver is called notable", s.Strain.Notable),
		strings.Join(blocks, ", "),
		"Bands: " + strings.Join(bands, ", "),
		"weighted mean dose of " + strings.Join(s.EffortReward.Effort, ", ") + fmt.Sprintf(" (weights: %d)", sum(s.EffortReward.Effort)),
		"weighted mean dose of " + strings.Join(s.EffortReward.Reward, ", ") + fmt.Sprintf(" (weights: %d)", sum(s.EffortReward.Reward)),
	} {
		if !strings.Contains(text, want) {
			t.Errorf("README.md does not say %q", want)
		}
	}
	// Every answer that is asked for has a row, and no other.
	answers := map[string]bool{}
	for _, id := range regexp.MustCompile("`([a-z_]+)`").FindAllStringSubmatch(strings.Join(rows(t, "| id | enters |"), "\n"), -1) {
		answers[id[1]] = true
	}
	for _, section := range pack(t).Sections {
		for _, q := range section.Questions {
			sign := slices.ContainsFunc(s.Signs.Items, func(i score.Item) bool { return i.Question == q.ID })
			if !answers[q.ID] && !sign {
				t.Errorf("README.md has no row for the answer %s", q.ID)
			}
			delete(answers, q.ID)
		}
	}
	for id := range answers {
		t.Errorf("README.md has a row for %s, which is not asked", id)
	}
}

// Each rule and each invariant has one place in README.md and its tests.
func TestReadmeNumbersEveryRule(t *testing.T) {
	check := func(what, file, name, pattern string, count int) {
		t.Helper()
		code, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		text := readme(t)
		if _, rest, ok := strings.Cut(text, "\n## Invariants\n"); ok && what == "invariant" {
			text, _, _ = strings.Cut(rest, "\n## ")
		}
		var got []string
		for _, m := range regexp.MustCompile(pattern).FindAllStringSubmatch(text, -1) {
			got = append(got, m[1])
		}
		for i := range count {
			n := i + 1
			if len(got) != count || got[i] != strconv.Itoa(n) {
				t.Fatalf("README.md numbers its %ss %v, want 1 to %d", what, got, count)
			}
			if !regexp.MustCompile(fmt.Sprintf(`func %s%02d[A-Z]`, name, n)).Match(code) {
				t.Errorf("%s has no test of %s %d", file, what, n)
			}
		}
	}
	check("rule", "rules_test.go", "TestF", `(?m)^- \*\*\[F(\d+)\] `, 19)
	check("invariant", "invariants_test.go", "TestInvariant", `(?m)^(\d+)\. `, 18)
}

// Nothing in this repository sends a reader to a document that is not in it, and
// every mark such as [F14] is a rule of README.md.
func TestMarksLeadSomewhere(t *testing.T) {
	root := filepath.Join("..", "..")
	rules := readme(t)
	mark := regexp.MustCompile(`\[F\d+\]`)
	elsewhere := regexp.MustCompile(`\b(method|design|facts|ux|style|bugs|rooms|peers)\.md\b`)
	err := fs.WalkDir(os.DirFS(root), ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if d.IsDir() {
			if slices.Contains([]string{".git", "node_modules", "dist", "release"}, d.Name()) {
				return fs.SkipDir
			}
			return nil
		}
		if !slices.Contains([]string{".go", ".json", ".js", ".ts", ".css", ".md"}, filepath.Ext(name)) || filepath.Base(name) == "readme_test.go" {
			return nil
		}
		content, err := os.ReadFile(filepath.Join(root, name))
		for _, m := range mark.FindAllString(string(content), -1) {
			if !strings.Contains(rules, "- **"+m+" ") {
				t.Errorf("%s names %s, which README.md does not define", name, m)
			}
		}
		if m := elsewhere.Find(content); m != nil {
			t.Errorf("%s names %s, which is not here", name, m)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
}
