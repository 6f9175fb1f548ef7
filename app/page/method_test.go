package page

import (
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"

	"bothends/questions/checkup/checkuptest"

	"golang.org/x/net/html"
)

// tableRows returns the rows of all tables of a page, as the texts of their cells.
func tableRows(t *testing.T, page string) [][]string {
	t.Helper()
	tree, err := html.Parse(strings.NewReader(page))
	if err != nil {
		t.Fatal(err)
	}
	var rows [][]string
	for n := range tree.Descendants() {
		switch {
		case n.Type == html.ElementNode && n.Data == "tr":
			rows = append(rows, nil)
		case n.Type == html.ElementNode && (n.Data == "td" || n.Data == "th"):
			var text strings.Builder
			for part := range n.Descendants() {
				if part.Type == html.TextNode {
					text.WriteString(part.Data)
				}
			}
			rows[len(rows)-1] = append(rows[len(rows)-1], strings.Join(strings.Fields(text.String()), " "))
		}
	}
	return rows
}

// The page is made from scoring.json and the README of package score is written
// by hand for those who read code: what one says of weights, grades, doses,
// cut-points and sources, the other says too.
func TestMethodPageAndReadmeAgree(t *testing.T) {
	content, err := os.ReadFile("../../questions/score/README.md")
	if err != nil {
		t.Fatal(err)
	}
	var readme [][]string
	for line := range strings.Lines(string(content)) {
		if cells := strings.Split(strings.Trim(strings.TrimSpace(line), "|"), " | "); len(cells) > 1 {
			for i := range cells {
				cells[i] = strings.TrimSpace(cells[i])
			}
			readme = append(readme, cells)
		}
	}
	doses := regexp.MustCompile(`(?:[\d.]+ )?→ [\d.]+|[\d.]+ ×`)
	factor := regexp.MustCompile(`^[RHPU]\d$`)
	page := rendered(t)["/en/method/"]
	onPage := map[string][]string{}
	for _, cells := range tableRows(t, page) {
		id, _, _ := strings.Cut(cells[0], " ")
		onPage[id] = cells
	}
	factors, cuts := 0, 0
	for _, cells := range readme {
		switch {
		case len(cells) == 8 && factor.MatchString(cells[0]):
			factors++
			id, dose, derivation, grade, weight := cells[0], cells[1], cells[2], cells[5], cells[7]
			got := onPage[id]
			if len(got) != 5 {
				t.Errorf("the page has no row for %s", id)
				continue
			}
			if got[1] != weight || got[2] != grade {
				t.Errorf("%s: the page has weight %s and grade %s, README.md %s and %s", id, got[1], got[2], weight, grade)
			}
			if !strings.Contains(dose, " up") && !strings.Contains(dose, " down") {
				if a, b := doses.FindAllString(got[3], -1), doses.FindAllString(dose, -1); len(a) == 0 || !slices.Equal(a, b) {
					t.Errorf("%s: the page has the doses %q, README.md %q", id, a, b)
				}
			}
			// What is to be checked is told in README.md alone.
			if !strings.HasPrefix(got[4], derivation+" = ") && slices.Contains([]string{"A", "C", "D"}, grade) && !strings.HasPrefix(derivation, "½ of H4") {
				t.Errorf("%s: the page derives it as %q, README.md as %q", id, got[4], derivation)
			}
		case len(cells) == 5 && (cells[4] == "second-hand" || cells[4] == "abstract read" || cells[4] == "to be checked"):
			cuts++
			if want := cells[4] != "to be checked"; strings.Contains(page, cells[1]) != want {
				t.Errorf("the page prints %q: %v, want %v", cells[1], !want, want)
			}
		case len(cells) == 4 && strings.Contains(cells[1], ", ") && slices.Contains([]string{"computed", "second-hand", "abstract read", "to be checked"}, cells[3]):
			if !strings.Contains(html.UnescapeString(page), cells[1]) {
				t.Errorf("the page does not name the source %s", cells[1])
			}
		}
	}
	if c := checkuptest.Open(t); factors != len(c.Model.Scoring.Factors) || cuts != len(c.Model.Scoring.Signs.CutPoints) {
		t.Errorf("README.md has %d factors and %d cut-points", factors, cuts)
	}
}
