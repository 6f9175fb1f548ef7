package whatif_test

import (
	"fmt"
	"os"

	"bothends/questions"
	"bothends/questions/checkup"
	"bothends/questions/whatif"
)

// What would have to change at work so that the band is one lower: the smallest
// ways, each of which makes nothing worse.
func ExampleStudy_Suggest() {
	c, problems := checkup.Open(checkup.Shipped())
	if len(problems) > 0 {
		fmt.Println(problems)
		return
	}
	file, err := os.ReadFile("../packs/social-media-manager/personas/start-up-lead.json")
	if err != nil {
		fmt.Println(err)
		return
	}
	answers, _ := c.Pack.Decode(file)
	study, err := whatif.New(c, answers)
	if err != nil {
		fmt.Println(err)
		return
	}
	found := study.Suggest()
	fmt.Println("from", study.Base.Band.Key, "for the next", found.Target.For)
	for _, way := range found.Ways {
		for _, change := range way.Changes {
			fmt.Printf("%s: %v instead of %v\n", change.Question, change.New, change.Old)
		}
		fmt.Printf("  takes away %v points\n", questions.Round(way.Relief, 1))
	}
	// Output:
	// from under_strain for the next band
	// weekly_hours: 42.5 instead of 58
	//   takes away 5.9 points
	// weekly_hours: 47.5 instead of 58
	// stand_ins: 2 instead of 0
	//   takes away 6 points
}
