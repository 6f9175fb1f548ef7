package questions_test

import (
	"fmt"
	"os"

	"bothends/questions"
)

// A file is read whole or refused with everything that is wrong with it.
func ExamplePack_Decode() {
	pack, problems := questions.Load(os.DirFS("testdata/smallest"))
	if len(problems) > 0 {
		fmt.Println(problems)
		return
	}
	file := func(answers string) []byte {
		return []byte(`{"format": "bothends-answers", "version": 1, "pack": "smallest", "pack_version": "1.0.0", "answers": ` + answers + `}`)
	}

	answers, _ := pack.Decode(file(`{"overflow": "always", "weekly_hours": 46.5}`))
	hours, answered := answers.Number("weekly_hours")
	_, thanked := answers.Choice("thanks")
	fmt.Println(hours, answered, thanked)

	_, problems = pack.Decode(file(`{"overflow": "allways", "weekly_hours": 200}`))
	for _, p := range problems {
		fmt.Println(p)
	}
	// Output:
	// 46.5 true false
	// answers.overflow: "allways" is not one of never, sometimes, always (hint: did you mean "always"?)
	// answers.weekly_hours: 200 is not allowed: the number must be from 0 to 168
}

// The same number, the way it is typed in three places.
func ExampleQuestion_Parse() {
	pack, _ := questions.Load(os.DirFS("testdata/smallest"))
	hours, _ := pack.Question("weekly_hours")
	for _, typed := range []string{"46.5", "46,5 h", "46h30"} {
		read, _ := hours.Parse(typed, "hours")
		fmt.Println(read.Value)
	}
	_, problem := hours.Parse("38-40", "hours")
	fmt.Println(problem)
	// Output:
	// 46.5
	// 46.5
	// 46.5
	// answers.weekly_hours: "38-40" are two numbers, and one fits (hint: digits, as in 9.5)
}
