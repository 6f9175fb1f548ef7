package picture

import "testing"

func TestCoord(t *testing.T) {
	for x, want := range map[float64]string{0: "0", 7: "7", 0.04: "0", 0.05: "0.1", 12.34: "12.3", -0.04: "0", -0.26: "-0.3", -1.5: "-1.5", -7: "-7"} {
		if got := coord(x); got != want {
			t.Errorf("%v is written %s, want %s", x, got, want)
		}
	}
}
