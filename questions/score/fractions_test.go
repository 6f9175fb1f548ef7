package score_test

import (
	"math/big"
	"slices"
)

func rat(n, d int64) *big.Rat { return big.NewRat(n, d) }

func add(a, b *big.Rat) *big.Rat { return new(big.Rat).Add(a, b) }
func sub(a, b *big.Rat) *big.Rat { return new(big.Rat).Sub(a, b) }
func mul(a, b *big.Rat) *big.Rat { return new(big.Rat).Mul(a, b) }
func div(a, b *big.Rat) *big.Rat { return new(big.Rat).Quo(a, b) }

func float(r *big.Rat) float64 {
	f, _ := r.Float64()
	return f
}

// nine rounds to nine decimals, half up [F14].
func nine(r *big.Rat) *big.Rat {
	e9 := rat(1_000_000_000, 1)
	return div(new(big.Rat).SetInt(floor(add(mul(r, e9), rat(1, 2)))), e9)
}

func floor(r *big.Rat) *big.Int {
	return new(big.Int).Div(r.Num(), r.Denom()) // Euclidean: rounds down for a positive denominator
}

func level(r *big.Rat, first, second int64) int {
	switch n := nine(r); {
	case n.Cmp(rat(second, 1)) >= 0:
		return 2
	case n.Cmp(rat(first, 1)) >= 0:
		return 1
	}
	return 0
}

// shownExactly is [F15].
func shownExactly(r *big.Rat, thresholds ...int64) int {
	n := nine(r)
	shown := floor(add(n, rat(1, 2))).Int64()
	for _, t := range thresholds {
		if n.Cmp(rat(t, 1)) < 0 && t <= shown {
			return int(t - 1)
		}
	}
	return int(shown)
}

// line is linear between knots in hundredths, level outside; knots stand in
// the order of the method, so x may fall.
func line(x *big.Rat, knots ...int64) *big.Rat {
	if x == nil {
		return nil
	}
	var at, dose []*big.Rat
	for i := 0; i < len(knots); i += 2 {
		at = append(at, rat(knots[i], 100))
		dose = append(dose, rat(knots[i+1], 100))
	}
	if at[0].Cmp(at[1]) > 0 {
		slices.Reverse(at)
		slices.Reverse(dose)
	}
	if x.Cmp(at[0]) <= 0 {
		return dose[0]
	}
	for i := 1; i < len(at); i++ {
		if x.Cmp(at[i]) <= 0 {
			slope := div(sub(dose[i], dose[i-1]), sub(at[i], at[i-1]))
			return add(dose[i-1], mul(slope, sub(x, at[i-1])))
		}
	}
	return dose[len(dose)-1]
}

func clipped(r *big.Rat) *big.Rat {
	if r.Sign() < 0 {
		return rat(0, 1)
	}
	if r.Cmp(rat(100, 1)) > 0 {
		return rat(100, 1)
	}
	return r
}
