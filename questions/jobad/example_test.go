package jobad_test

import (
	"fmt"
	"os"

	"bothends/questions/jobad"
)

// What an advertisement asks of one person, and the words that say so.
func ExampleReader_Read() {
	reader, problems := jobad.Load(os.DirFS("../packs/jobad"))
	if len(problems) > 0 {
		fmt.Println(problems)
		return
	}
	ad := reader.Read(`Social Media Manager
You will shoot and edit short videos and reply to comments, evenings included.
Pay: $17 per hour`)
	fmt.Println(ad.Language)
	for _, found := range ad.Responsibilities {
		fmt.Printf("%s: %q\n", found.Key, found.Evidence[0].Text)
	}
	for _, flag := range ad.RedFlags {
		fmt.Printf("%s: %q\n", flag.Key, flag.Evidence[0].Text)
	}
	fmt.Println(ad.Facts.Pay.Min, ad.Facts.Pay.Currency, ad.Facts.Pay.Period)
	// Output:
	// en
	// video: "shoot and edit short videos"
	// community: "reply to comments"
	// low_pay: "$17"
	// nights_weekends: "evenings"
	// 17 USD hour
}
