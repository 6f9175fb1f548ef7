package checkup_test

import (
	"testing"

	"bothends/questions"
	"bothends/questions/checkup/checkuptest"
)

// What pay feels like is asked where it cannot be compared, and nowhere else: in a
// country that the tables have, paid in its currency on the basis of its table.
func TestFeelingOfPayIsAskedWhereItCannotBeCompared(t *testing.T) {
	c := checkuptest.Open(t)
	feeling, ok := c.Pack.Question("pay_feeling")
	if !ok {
		t.Fatal("there is no such question")
	}
	country, _ := c.Pack.Question("country")
	currency, _ := c.Pack.Question("currency")
	for _, place := range country.Options {
		for _, paid := range currency.Options {
			for _, basis := range []string{"gross", "net"} {
				a := questions.Answers{
					"country": place, "currency": paid, "pay_amount": 30.0, "pay_period": "hour", "pay_basis": basis,
					"contract_hours": 38.0, "cadre": "no", "responsibilities": []string{"community"},
				}
				compared := c.Tables.Compute(a).RatioDefault != nil
				if asked := c.Pack.Asks(feeling, a); asked == compared {
					t.Errorf("%s %s %s: asked %v, and compared %v", place, paid, basis, asked, compared)
				}
			}
		}
	}
}
