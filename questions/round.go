package questions

import "math"

// Round returns x with so many decimals, 0 to 9, half up: the one way in which
// anything is rounded that people read [F14]. Sums of binary fractions differ in
// the last bit, so x is first brought to nine decimals, half up:
// 18.884999999999998 is 18.885 and becomes 18.89. Beyond some millions the nine
// decimals are not in the number any more, and it is rounded at once.
func Round(x float64, decimals int) float64 {
	const nine = 1e9
	scale := 1.0
	for range decimals {
		scale *= 10
	}
	const exact = 1 << 53 // whole numbers up to here are exact
	switch size := math.Abs(x); {
	case size*nine < exact:
		// The conversions keep arm64 from fusing multiply and add, so that every
		// machine gives the same digits.
		billionths := math.Floor(float64(x*nine) + 0.5)
		return math.Floor(float64(billionths/(nine/scale))+0.5)/scale + 0 // -0 becomes 0
	case size*scale < exact:
		return math.Floor(float64(x*scale)+0.5) / scale
	}
	return x // it has no such decimals, or is no number
}
