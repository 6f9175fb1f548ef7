package picture

import (
	"bothends/questions/score"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// Spot is the map of three by three as small as a word: the place of the answers is
// filled, and where they could stand is outlined. The words beside it say the same.
func Spot(s score.Scoring, b score.Band) app.UI {
	here, low, high := placeOf(s, b.Cell), placeOf(s, b.LowCell), placeOf(s, b.HighCell)
	var shapes []app.UI
	for i := range s.Bands.Matrix {
		for j := range s.Strain.Levels {
			class := "cell"
			switch {
			case here == place{i, j}:
				class = "cell here"
			case i >= low.signs && i <= high.signs && j >= low.strain && j <= high.strain:
				class = "cell could"
			}
			shapes = append(shapes, rect(class, float64(1+11*j), float64(1+11*(len(s.Bands.Matrix)-1-i)), 9, 9, 2))
		}
	}
	return picture("spot-picture", "0 0 33 33", "", shapes...)
}
