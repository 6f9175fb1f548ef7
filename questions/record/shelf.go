package record

import (
	"slices"
	"sort"
	"strings"

	"bothends/questions"
)

// A Shelf is what is kept on a device of one questionnaire, the oldest first.
// It knows texts and their keys; where they are stored is a [Storage]'s matter.
type Shelf struct {
	pack *questions.Pack
	Kept []Kept
}

// A Kept is one text of a shelf. One that cannot be read stays as it is and says
// why.
type Kept struct {
	Key      string
	Text     string
	Record   Record
	Problems []questions.Problem
}

// ReadShelf reads what is stored, by key. Where dates are the same, keys decide,
// so that the order never changes; what cannot be read has no date and comes
// last.
func ReadShelf(p *questions.Pack, stored map[string]string) Shelf {
	s := Shelf{pack: p}
	for key, text := range stored {
		k := Kept{Key: key, Text: text}
		k.Record, k.Problems = Decode(p, []byte(text))
		s.Kept = append(s.Kept, k)
	}
	sort.SliceStable(s.Kept, func(i, j int) bool {
		a, b := s.Kept[i], s.Kept[j]
		switch {
		case (len(a.Problems) > 0) != (len(b.Problems) > 0):
			return len(b.Problems) > 0
		case a.Record.Date != b.Record.Date:
			return a.Record.Date < b.Record.Date
		}
		return a.Key < b.Key
	})
	return s
}

// KeyIsOf reports whether a key is that of a result of this questionnaire, as in
// "bothends.record.mbx5-1a:social-media-manager/tools/check/". The address of the
// site, behind the questionnaire, does not count: a site that moves finds its
// results again.
func KeyIsOf(p *questions.Pack, key string) bool {
	_, of, _ := strings.Cut(key, ":")
	id, _, _ := strings.Cut(of, "/")
	return id == p.ID
}

// A Storage keeps texts.
type Storage interface {
	Put(text string) (key string, ok bool) // under a key that is not taken; false when there is no room
	Drop(key string)
}

// A KeepOutcome is what became of keeping something.
type KeepOutcome string

const (
	WasKept        KeepOutcome = "kept"
	WasDuplicate   KeepOutcome = "already" // the same answers, the same day
	TooMany        KeepOutcome = "many"    // there are as many as are kept, see MaxRecords
	QuotaExceeded  KeepOutcome = "full"    // there is no room left
	StorageBlocked KeepOutcome = "blocked" // the browser keeps nothing for this page
)

// Keep stores a result of now, unless the same answers were kept the same day. With
// another plan it takes the place of the one that was kept then.
func (s Shelf) Keep(r Record, storage Storage) (KeepOutcome, error) {
	day, _, _ := strings.Cut(r.Date, "T")
	i := s.index(day, r.Answers)
	if i < 0 {
		return s.put([]Record{r}, storage)
	}
	old := s.Kept[i]
	if r.Plan == (Plan{}) {
		r.Plan = old.Record.Plan
	}
	if r.Worked == "" {
		r.Worked = old.Record.Worked
	}
	if r.Plan == old.Record.Plan && r.Worked == old.Record.Worked {
		return WasDuplicate, nil
	}
	s.Kept = slices.Delete(slices.Clone(s.Kept), i, i+1)
	outcome, err := s.put([]Record{r}, storage)
	if outcome == WasKept {
		storage.Drop(old.Key) // last: what is there is not lost for want of room
	}
	return outcome, err
}

// TakeIn stores results of a file that are not on the shelf yet, all of them or
// none, and says how many that are.
func (s Shelf) TakeIn(records []Record, storage Storage) (fresh int, outcome KeepOutcome, err error) {
	var list []Record
	for _, r := range records {
		if s.index(r.Date, r.Answers) < 0 {
			list = append(list, r)
		}
	}
	outcome, err = s.put(list, storage)
	return len(list), outcome, err
}

// index is where the same answers were kept at the same time, as far as two dates
// agree: all of it, or only the day. It is -1 where they were not.
func (s Shelf) index(date string, a questions.Answers) int {
	text := string(s.pack.Encode(a))
	return slices.IndexFunc(s.Kept, func(k Kept) bool {
		return len(k.Problems) == 0 && strings.HasPrefix(k.Record.Date, date) && string(s.pack.Encode(k.Record.Answers)) == text
	})
}

func (s Shelf) put(records []Record, storage Storage) (KeepOutcome, error) {
	if len(s.Kept)+len(records) > MaxRecords {
		return TooMany, nil
	}
	var texts []string
	for _, r := range records {
		text, err := Encode(s.pack, r)
		if err != nil {
			return "", err
		}
		texts = append(texts, string(text))
	}
	var keys []string
	for _, text := range texts {
		key, ok := storage.Put(text)
		if !ok {
			for _, key := range keys { // all or none
				storage.Drop(key)
			}
			return QuotaExceeded, nil
		}
		keys = append(keys, key)
	}
	return WasKept, nil
}
