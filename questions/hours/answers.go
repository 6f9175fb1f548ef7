package hours

import "bothends/questions"

// The questions that a log can answer.
const (
	AskWeek     = "weekly_hours"
	AskDay      = "longest_day"
	AskRest     = "shortest_rest"
	AskEvenings = "evenings_per_week"
	AskWeekend  = "weekend_days"
	AskUnpaid   = "unpaid_hours"

	// AskContract is not answered: a log is told.
	AskContract = "contract_hours"
)

// usualWeeks is how many of the last weeks stand for a usual month.
const usualWeeks = 4

// Facts are what a log answers, and of which weeks.
type Facts struct {
	Answers questions.Answers
	Weeks   int
	First   Day  // the Monday of the first of them
	Last    Day  // the Sunday of the last
	Open    bool // there is none that is over, so it is the one that is not
	Alone   bool // of some days only the hours are known: rests and evenings may be missing
}

// Facts are those of the last four weeks before the one of today in which something is
// written down: a week off is no usual week. Where there is none, they are of this one.
func (l Log) Facts(p *questions.Pack, today Day) Facts {
	var over, open []Week
	for _, w := range l.Weeks() {
		switch {
		case w.Minutes == 0: // something runs, and no more
		case w.Monday < today.Monday():
			over = append(over, w)
		default:
			open = append(open, w)
		}
	}
	if len(over) == 0 {
		f := l.Of(p, open)
		f.Open = true
		return f
	}
	return l.Of(p, over[max(0, len(over)-usualWeeks):])
}

// Of are the facts of some weeks. Hours are rounded down to hundredths, so that no
// limit is crossed by rounding; evenings and days to whole ones, half up.
func (l Log) Of(p *questions.Pack, weeks []Week) Facts {
	f := Facts{Answers: questions.Answers{}, Weeks: len(weeks)}
	if len(weeks) == 0 {
		return f
	}
	f.First, f.Last = weeks[0].Monday, weeks[len(weeks)-1].Monday+6
	total, longest, evenings, weekend, timed := 0, 0, 0, 0, false
	for _, w := range weeks {
		total += w.Minutes
		evenings += w.Evenings
		weekend += w.Weekend
		for _, d := range w.Days {
			longest = max(longest, d.Minutes)
			f.Alone = f.Alone || d.Alone
			timed = timed || !d.Alone
		}
	}
	give := func(id string, n float64) {
		if q, asked := p.Question(id); asked && q.Type == questions.Number {
			if q.Max != nil {
				n = min(n, *q.Max)
			}
			f.Answers[id] = n
		}
	}
	week := inHours(total, len(weeks))
	give(AskWeek, week)
	give(AskDay, inHours(longest, 1))
	if rest, known := shortestRest(weeks); known {
		give(AskRest, inHours(rest, 1))
	}
	if timed {
		give(AskEvenings, questions.Round(float64(evenings)/float64(len(weeks)), 0))
	}
	give(AskWeekend, questions.Round(float64(weekend*usualWeeks)/float64(len(weeks)), 0))
	if l.Contract > 0 {
		give(AskUnpaid, max(0, questions.Round(week-l.Contract, 2)))
	}
	return f
}

// inHours is the share of minutes in hours.
func inHours(minutes, parts int) float64 { return float64(minutes*100/(60*parts)) / 100 }
