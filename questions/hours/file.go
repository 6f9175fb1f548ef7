package hours

import (
	"encoding/json"
	"strconv"

	"bothends/questions"
)

// Format is that of a log that is kept:
//
//	{"format": "bothends-hours", "version": 1, "contract": 35, "entries": [
//	 {"from": "2026-10-24T22:00+02:00", "to": "2026-10-25T02:30+01:00", "minutes": 300},
//	 {"day": "2026-10-26", "minutes": 450},
//	 {"from": "2026-10-27T09:00+01:00"}]}
//
// The last of these runs. Moments are those of the person's own clock.
var Format = questions.Format{Name: "bothends-hours", Version: 1, Fields: []string{contractField}}

const contractField, listField = "contract", "entries"

// maxContract is the hours that a week has.
const maxContract = 7 * 24

type entryFile struct {
	Day     string `json:"day,omitempty"`
	From    string `json:"from,omitempty"`
	To      string `json:"to,omitempty"`
	Minutes int    `json:"minutes,omitempty"`
}

// Encode writes a log.
func (l Log) Encode() []byte {
	file := struct {
		Format   string      `json:"format"`
		Version  int         `json:"version"`
		Contract float64     `json:"contract,omitempty"`
		Entries  []entryFile `json:"entries"`
	}{Format.Name, Format.Version, l.Contract, []entryFile{}}
	for _, e := range l.Entries {
		f := entryFile{Minutes: e.Minutes}
		if e.Timed() {
			f.From = e.From.String()
		} else {
			f.Day = e.Day.String()
		}
		if e.Timed() && !e.Runs() {
			f.To = e.To.String()
		}
		file.Entries = append(file.Entries, f)
	}
	data, err := json.Marshal(file)
	if err != nil {
		panic(err) // texts and finite numbers
	}
	return data
}

// Decode reads a log, whole or not at all, with every problem. One of a newer version
// is to be left as it is.
func Decode(data []byte) (Log, []questions.Problem) {
	entries, problems := questions.Entries(Format, listField, MaxEntries, data)
	if len(problems) > 0 {
		return Log{}, problems
	}
	wrong := func(path, code, got string) {
		problems = append(problems, questions.Problem{
			Path: path, Code: code, Args: map[string]string{"got": got}, Message: strconv.Quote(got) + " cannot stand here",
		})
	}
	var l Log
	var top struct {
		Contract *float64 `json:"contract"`
	}
	text, _ := questions.DecodeUnicode(data)
	switch err := json.Unmarshal(text, &top); {
	case err != nil:
		wrong(contractField, questions.WrongType, contractField)
	case top.Contract == nil:
	case *top.Contract < 0 || *top.Contract > maxContract:
		wrong(contractField, questions.OutOfRange, strconv.FormatFloat(*top.Contract, 'f', -1, 64))
	default:
		l.Contract = *top.Contract
	}
	for i, entry := range entries {
		if e, ok := decodeEntry(entry); ok {
			l.Entries = append(l.Entries, e)
		} else {
			wrong(questions.At(listField, i), questions.BadDate, shortened(string(entry)))
		}
	}
	if e, wrongly := l.impossible(); wrongly {
		wrong(listField, questions.BadDate, e.Day.String())
	}
	if len(problems) > 0 {
		return Log{}, problems
	}
	return l, nil
}

func decodeEntry(data []byte) (e Entry, ok bool) {
	var fields map[string]any
	if json.Unmarshal(data, &fields) != nil {
		return e, false
	}
	for name := range fields {
		if name != "day" && name != "from" && name != "to" && name != "minutes" {
			return e, false
		}
	}
	var f entryFile
	if json.Unmarshal(data, &f) != nil {
		return e, false
	}
	if f.From == "" {
		day, isDay := ParseDay(f.Day)
		e = Alone(day, f.Minutes)
		return e, isDay && f.To == "" && e.check() == nil
	}
	from, begins := ParseMoment(f.From)
	e = Entry{Day: DayOf(from), From: from, Minutes: f.Minutes}
	if f.To == "" {
		return e, begins && f.Day == "" && f.Minutes == 0
	}
	to, ends := ParseMoment(f.To)
	e.To = to
	return e, begins && ends && f.Day == "" && e.check() == nil
}

// impossible returns an entry that cannot stand where it does: it is out of order or
// overlaps with one before, or its day has more than 24 hours, or it runs and so does
// another.
func (l Log) impossible() (e Entry, found bool) {
	day := 0
	running, _ := l.Running()
	for i, e := range l.Entries {
		if i == 0 || l.Entries[i-1].Day != e.Day {
			day = 0
		}
		if day += e.Minutes; day > dayMinutes || i > 0 && compare(e, l.Entries[i-1]) < 0 || e != running && e.overlaps(running) {
			return e, true
		}
		// An entry has 24 hours at most, and a traveller's day may begin a day before
		// that of the entry before.
		for j := i - 1; j >= 0 && e.Day-l.Entries[j].Day <= 3; j-- {
			if e.overlaps(l.Entries[j]) {
				return e, true
			}
		}
	}
	return e, false
}

// shortened is what a message can carry of foreign text.
func shortened(s string) string {
	const limit = 40
	if r := []rune(s); len(r) > limit {
		return string(r[:limit]) + "…"
	}
	return s
}
