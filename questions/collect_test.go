package questions_test

import (
	"slices"
	"testing"

	"bothends/questions"
)

func TestCollector(t *testing.T) {
	c := questions.Collector{File: "scoring.json"}
	for _, path := range []string{"factors[1]", "factors[1].weight", "factors[10].weight", "factors[1][0]", "factors", "factors2", "factors.x", "factors[1]"} {
		c.Add(questions.Problem{Path: path})
	}
	if got, want := places(c.Found), []string{"factors[1]: ", "factors[10].weight: ", "factors: ", "factors2: "}; !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
	for _, p := range c.Found {
		if p.File != "scoring.json" {
			t.Errorf("%+v names another file", p)
		}
	}
	c = questions.Collector{Found: []questions.Problem{{Code: questions.NotJSON}}}
	if c.Add(questions.Problem{Path: "version"}); len(c.Found) != 1 {
		t.Errorf("of a file that is none it says %v", c.Found)
	}
}

func TestDidYouMean(t *testing.T) {
	names := []string{"video", "email", "events"}
	for got, want := range map[string]string{"vidoe": `did you mean "video"?`, "emails": `did you mean "email"?`, "cooking": "", "": ""} {
		if hint := questions.DidYouMean(got, names); hint != want {
			t.Errorf("%q: got %q, want %q", got, hint, want)
		}
	}
}
