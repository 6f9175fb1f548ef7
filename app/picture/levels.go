package picture

import "bothends/questions/score"

// LevelStarts are the points at which levels begin, the lines of a scale.
func LevelStarts(levels []score.Level) []int {
	var at []int
	for _, l := range levels {
		at = append(at, l.From)
	}
	return at
}
