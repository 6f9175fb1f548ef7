package record_test

import (
	"fmt"
	"maps"
	"os"

	"bothends/questions"
	"bothends/questions/checkup"
	"bothends/questions/record"
)

// What changed between two results, and whether that is more than chance.
func ExampleCompare() {
	c, problems := checkup.Open(checkup.Shipped())
	if len(problems) > 0 {
		fmt.Println(problems)
		return
	}
	file, err := os.ReadFile("../packs/social-media-manager/personas/city-hall.json")
	if err != nil {
		fmt.Println(err)
		return
	}
	spring, _ := c.Pack.Decode(file)
	autumn := maps.Clone(spring)
	autumn["weekly_hours"], autumn["exhausted_evening"] = 56.0, "often"

	side := func(a questions.Answers) record.Side {
		report, _ := c.Score(a)
		return record.Side{Answers: a, Result: report.Result}
	}
	change := record.Compare(c.Pack, c.Model, side(spring), side(autumn))
	for _, answer := range change.Answers {
		fmt.Printf("%s: %v, before %v\n", answer.ID, answer.New, answer.Old)
	}
	fmt.Printf("signs %+.1f, within the error: %v\n", change.Signs.By, change.Signs.Within)
	fmt.Printf("strain %+.1f, limits crossed now: %v\n", change.Strain.By, change.Gained)
	// Output:
	// exhausted_evening: often, before sometimes
	// weekly_hours: 56, before 40
	// signs +2.1, within the error: true
	// strain +6.2, limits crossed now: [weekly_hours]
}
