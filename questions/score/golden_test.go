package score_test

import (
	"bytes"
	"encoding/json"
	"flag"
	"fmt"
	"math/big"
	"os"
	"path/filepath"
	"testing"

	"bothends/questions"
	"bothends/questions/score"
)

var update = flag.Bool("update", false, "write the results of the golden profiles anew; review them as a diff")

// A golden profile is an invented form with everything that is made of it.
type golden struct {
	Title   string          `json:"title"`
	Tests   string          `json:"tests"` // what the profile is there for
	Ratio   json.Number     `json:"ratio,omitempty"`
	Answers json.RawMessage `json:"answers"`
	Result  json.RawMessage `json:"result"`
	Shown   json.RawMessage `json:"shown"`
}

func checkGolden(t *testing.T, m *score.Model, p *questions.Pack, i int) {
	files, err := filepath.Glob("testdata/golden/*.json")
	if err != nil || len(files) != 12 {
		t.Fatalf("%d profiles (%v), want 12", len(files), err)
	}
	data, err := os.ReadFile(files[i])
	if err != nil {
		t.Fatal(err)
	}
	var g golden
	if err := json.Unmarshal(data, &g); err != nil {
		t.Fatal(err)
	}
	t.Log(g.Title)
	a, problems := p.Decode(fmt.Appendf(nil, `{"format":"bothends-answers","version":1,"pack":%q,"pack_version":%q,"answers":%s}`, p.ID, p.Version, g.Answers))
	for _, problem := range problems {
		t.Fatal(problem)
	}
	var ratio *float64
	var exact *big.Rat
	if g.Ratio != "" {
		n, err := g.Ratio.Float64()
		if err != nil {
			t.Fatal(err)
		}
		ratio = &n
		exact, _ = new(big.Rat).SetString(g.Ratio.String())
	}
	r := mustScore(t, m, a, ratio)
	compare(t, m, r, scoreExactly(a, exact))

	result, shown := marshal(t, r), marshal(t, m.Show(r))
	if *update {
		g.Result, g.Shown = result, shown
		if err := os.WriteFile(files[i], append(marshal(t, g), '\n'), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	if want := indent(t, g.Result); !bytes.Equal(indent(t, result), want) {
		t.Errorf("%s: result is %s, want %s", files[i], result, want)
	}
	if want := indent(t, g.Shown); !bytes.Equal(indent(t, shown), want) {
		t.Errorf("%s: shown is %s, want %s", files[i], shown, want)
	}
}

func marshal(t *testing.T, value any) []byte {
	t.Helper()
	data, err := json.Marshal(value)
	if err != nil {
		t.Fatal(err)
	}
	return indent(t, data)
}

func indent(t *testing.T, data []byte) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := json.Indent(&b, data, "", " "); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}
