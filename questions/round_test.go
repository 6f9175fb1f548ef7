package questions_test

import (
	"math"
	"math/big"
	"math/rand/v2"
	"testing"

	"bothends/questions"
)

func TestRound(t *testing.T) {
	for _, test := range []struct {
		x        float64
		decimals int
		want     float64
	}{
		{0, 0, 0}, {0.5, 0, 1}, {-0.5, 0, 0}, {-0.6, 0, -1}, {1.5, 0, 2}, {-1.5, 0, -1},
		{2.675, 2, 2.68},               // 2.67499999999999982 as a binary fraction
		{18.884999999999998, 2, 18.89}, // a sum
		{1.005, 2, 1.01}, {0.1 + 0.2, 1, 0.3}, {49.9999999999, 0, 50}, {49.499999999, 0, 49},
		{24.5 - 1e-9, 0, 24}, {24.5 - 1e-10, 0, 25},
		{1234567.005, 2, 1234567.01}, {9e6, 9, 9e6}, {123456789.125, 2, 123456789.13}, {1e18, 2, 1e18}, {-1e300, 0, -1e300},
		{42.4999999994, 0, 42}, {42.4999999996, 0, 43}, {0.82966, 2, 0.83}, {0.825, 2, 0.83}, {62.45, 1, 62.5}, {33.333333333333336, 9, 33.333333333},
		{math.Inf(1), 2, math.Inf(1)},
	} {
		if got := questions.Round(test.x, test.decimals); got != test.want || math.Signbit(got) != math.Signbit(test.want) {
			t.Errorf("%v to %d decimals: got %v, want %v", test.x, test.decimals, got, test.want)
		}
	}
	if got := questions.Round(math.NaN(), 2); !math.IsNaN(got) {
		t.Errorf("NaN: got %v", got)
	}
}

// The rule of the method, with exact numbers.
func exactly(x float64, decimals int64) float64 {
	half := big.NewRat(1, 2)
	round := func(x *big.Rat, decimals int64) *big.Rat {
		scale := new(big.Rat).SetInt(new(big.Int).Exp(big.NewInt(10), big.NewInt(decimals), nil))
		n := new(big.Rat).Add(new(big.Rat).Mul(x, scale), half)
		floor := new(big.Int).Div(n.Num(), n.Denom()) // Euclidean: down, for a positive divisor
		return new(big.Rat).Quo(new(big.Rat).SetInt(floor), scale)
	}
	f, _ := round(round(new(big.Rat).SetFloat64(x), 9), decimals).Float64()
	return f
}

func TestRoundFollowsTheRule(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	for range 20_000 {
		x := float64(r.IntN(2_000_001)-1_000_000) / 1000 * []float64{1, 0.1, 0.001, 100}[r.IntN(4)]
		if r.IntN(2) == 0 {
			x = (r.Float64() - 0.5) * 1000
		}
		for decimals := range 4 {
			if got, want := questions.Round(x, decimals), exactly(x, int64(decimals)); got != want {
				// The first step multiplies in floating point: a number that lies within
				// a billionth of a half of one may fall on either side.
				if math.Abs(math.Mod(math.Abs(x)*1e9, 1)-0.5) > 1e-3 {
					t.Errorf("%v to %d decimals: got %v, want %v", x, decimals, got, want)
				}
			}
			if got := questions.Round(questions.Round(x, decimals), decimals); got != questions.Round(x, decimals) {
				t.Errorf("%v to %d decimals: rounding twice gives %v", x, decimals, got)
			}
		}
	}
}
