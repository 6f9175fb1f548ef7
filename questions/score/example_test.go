package score_test

import (
	"fmt"
	"os"

	"bothends/questions"
	"bothends/questions/score"
)

// Answers become two numbers, a band and what weighs. A skipped question opens a
// range; too few answers give a reason instead of a number.
func ExampleModel_Score() {
	folder := os.DirFS("../testdata/smallest")
	pack, _ := questions.Load(folder)
	model, problems := score.Load(folder, pack)
	if len(problems) > 0 {
		fmt.Println(problems)
		return
	}

	result, _ := model.Score(questions.Answers{"overflow": "always", "weekly_hours": 55.0, "tired": "sometimes"}, nil)
	fmt.Printf("signs %.0f, strain %.0f (%.0f to %.0f), band %s\n",
		result.Signs.Score, result.Strain.Score, result.Strain.Low, result.Strain.High, result.Band.Key)
	fmt.Println(result.Drivers[0].Key, result.Drivers[0].Contribution, result.Limits)

	result, _ = model.Score(questions.Answers{"thanks": "never"}, nil)
	fmt.Println(result.Signs, result.Reasons["signs"])
	// Output:
	// signs 50, strain 100 (80 to 100), band under_strain
	// amount 100 [long_week]
	// <nil> not_enough_answers
}
