package hours

// A Worked is a day on which something is written down.
type Worked struct {
	Day     Day
	Entries []Entry
	Minutes int
	Evening bool // work after 20:00, or before four
	Alone   bool // of some of it only the hours are known
}

// A Week goes from Monday to Sunday.
type Week struct {
	Monday   Day
	Days     []Worked
	Minutes  int
	Evenings int
	Weekend  int // days of it with work, part of a day counts
}

// Marks are the evenings and days that an entry touches: work into the night may
// reach into the next.
func (e Entry) Marks() (evenings, days []Day) {
	if !e.Timed() || e.Runs() {
		return nil, []Day{e.Day}
	}
	for day := e.Day; ; day++ {
		begins := int(day)*dayMinutes + dayBegins
		if day > e.Day && e.To.wall() <= begins {
			return evenings, days
		}
		days = append(days, day)
		if e.To.wall() > begins-dayBegins+eveningBegins {
			evenings = append(evenings, day)
		}
	}
}

// Weeks are those in which something is written down, the oldest first.
func (l Log) Weeks() []Week {
	evenings, weekend := map[Day]bool{}, map[Day]bool{}
	var weeks []Week
	for _, e := range l.Entries {
		if !e.Runs() {
			lit, touched := e.Marks()
			for _, day := range lit {
				evenings[day] = true
			}
			for _, day := range touched {
				weekend[day] = day.Weekend()
			}
		}
		if n := len(weeks); n == 0 || weeks[n-1].Monday != e.Day.Monday() {
			weeks = append(weeks, Week{Monday: e.Day.Monday()})
		}
		w := &weeks[len(weeks)-1]
		if n := len(w.Days); n == 0 || w.Days[n-1].Day != e.Day {
			w.Days = append(w.Days, Worked{Day: e.Day})
		}
		d := &w.Days[len(w.Days)-1]
		d.Entries = append(d.Entries, e)
		d.Minutes += e.Minutes
		d.Alone = d.Alone || !e.Timed()
		w.Minutes += e.Minutes
	}
	for i := range weeks {
		w := &weeks[i]
		for day := w.Monday; day < w.Monday+7; day++ {
			if evenings[day] {
				w.Evenings++
			}
			if weekend[day] {
				w.Weekend++
			}
		}
		for j := range w.Days {
			w.Days[j].Evening = evenings[w.Days[j].Day]
		}
	}
	return weeks
}

// shortestRest is the shortest time between the end of a day and the beginning of the
// next, at most 24 hours. A day without times says nothing of the two beside it.
func shortestRest(weeks []Week) (minutes int, known bool) {
	var ended Moment // of the day before; zero where that is not known
	for _, w := range weeks {
		for _, d := range w.Days {
			if d.Alone {
				ended = Moment{}
				continue
			}
			for i, e := range d.Entries {
				if i == 0 && ended != (Moment{}) {
					if rest := min(e.From.UTC-ended.UTC, dayMinutes); !known || rest < minutes {
						minutes, known = rest, true
					}
				}
				ended = e.To // zero while it runs
			}
		}
	}
	return minutes, known
}
