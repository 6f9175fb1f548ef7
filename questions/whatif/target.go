package whatif

import (
	"slices"

	"bothends/questions/checkup"
	"bothends/questions/score"
)

// What a target is about.
const (
	ForBand   = "band"   // the next band down
	ForLevel  = "level"  // the next level of strain down: signs alone hold the band, or nothing reaches the next
	ForLimits = "limits" // one limit less: no level down can be reached
	ForPoints = "points" // less strain, which is low already or cannot reach any of these
)

// A Target is the next place down that changes of work can reach. It is met
// when both of its conditions hold.
type Target struct {
	For    string
	Below  int    // strain must be under so many points; 0 when it is low enough as it is
	Limits int    // at most so many limits may be crossed; -1 when it does not matter
	Band   int    // ForBand: its number
	Level  string // ForBand, ForLevel: the level of strain
}

func (t Target) met(r checkup.Report) bool {
	return t.For != ForPoints && t.allows(score.Exactly(r.Strain.Score), len(r.Limits))
}

func (t Target) allows(strain int64, limits int) bool {
	return (t.Below == 0 || strain < score.Exactly(float64(t.Below))) && (t.Limits < 0 || limits <= t.Limits)
}

// target is the next place down, and the next that the levers can reach: a
// band, else a level of strain, else one limit less.
func (s *Study) target(most checkup.Report) (wanted, reached Target) {
	m := s.Checkup.Model
	levels := m.Scoring.Strain.Levels
	used := slices.IndexFunc(levels, func(l score.Level) bool { return l.Key == s.Base.Strain.LevelUsed })
	down := func(to int) Target { // to a lower level of strain
		t := Target{For: ForLevel, Level: levels[to].Key, Limits: -1}
		if below := levels[to+1].From; score.Exactly(s.Base.Strain.Score) >= score.Exactly(float64(below)) {
			t.Below = below
		}
		for n := len(s.Base.Limits); n >= 0 && m.UsedWith(n) > to; n-- {
			t.Limits = n - 1
		}
		return t
	}
	var targets []Target
	if b := s.Base.Band; b != nil {
		row := slices.IndexFunc(m.Scoring.Bands.Matrix, func(r score.BandRow) bool { return r.Signs == s.Base.Signs.Level })
		for to := used - 1; to >= 0; to-- {
			if band := m.Scoring.Bands.Matrix[row].Bands[to]; band < b.Number {
				t := down(to)
				t.For, t.Band = ForBand, band
				targets = append(targets, t)
				break
			}
		}
	}
	if used > 0 {
		targets = append(targets, down(used-1))
	}
	if n := len(s.Base.Limits); n > 0 {
		targets = append(targets, Target{For: ForLimits, Limits: n - 1})
	}
	targets = append(targets, Target{For: ForPoints, Limits: -1})
	for _, t := range targets {
		if t.For == ForPoints || t.met(most) {
			return targets[0], t
		}
	}
	panic("unreachable: the last target is for points")
}
