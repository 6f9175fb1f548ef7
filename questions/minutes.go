package questions

import (
	"math"
	"strings"
	"unicode"
)

// What answering takes: our judgement, from timings of questionnaires on phones (5 to
// 10 s a choice with its reading, 27 s a number that is typed) and of tired readers.
// Cross-check: the Pew Research Center counts 85 points as 15 minutes, so 10.6 s for a
// question of one choice; ours has 5 s and some 15 words, which makes 9.5.
const (
	wordsPerMinute    = 200
	secondsPerChoice  = 5
	secondsPerTick    = 2
	secondsPerNumber  = 20
	tickedOfEveryList = 0.5 // share of the boxes: what a usual job ticks of ours
)

// Minutes is how long an act takes, rounded up: reading every word that stands there,
// help and options included, and answering every question. What stands there again in
// the same words, as a scale does and the question above it, is read once. What is
// folded, as shares are, counts nothing.
func (p *Pack) Minutes(a Act, w Words) int {
	read, answer := 0, 0.0
	known := map[string]bool{}
	words := func(keys ...string) {
		for _, key := range keys {
			if w.Has(key) && !known[w.Get(key)] {
				known[w.Get(key)] = true
				for _, word := range strings.Fields(w.Get(key)) {
					if strings.ContainsFunc(word, unicode.IsLetter) || strings.ContainsFunc(word, unicode.IsDigit) {
						read++ // in French, marks stand alone
					}
				}
			}
		}
	}
	for i := range p.Sections {
		s := &p.Sections[i]
		if !a.holds(s.ID) {
			continue
		}
		words("section."+s.ID+".title", "section."+s.ID+".intro")
		for j := range s.Questions {
			q := &s.Questions[j]
			if q.Type == Shares {
				continue
			}
			words(q.ID+".label", q.ID+".help")
			switch q.Type {
			case Number:
				if p.IsPicked(q) {
					answer += secondsPerChoice
					break
				}
				answer += secondsPerNumber
				if q.Unit != Money { // which the currency says
					words("unit." + q.Unit)
				}
			case List:
				answer += math.Ceil(tickedOfEveryList*float64(len(q.Options))) * secondsPerTick
				words("none." + q.ID)
			default:
				answer += secondsPerChoice
			}
			if q.Type == Code {
				continue // a list of countries is not read, but searched
			}
			for _, option := range p.QuestionOptions(q) {
				words(q.OptionWord(option))
			}
			if q.NotApplicable {
				words("not_applicable." + q.ID)
			}
		}
	}
	return int(math.Ceil(float64(read)/wordsPerMinute + answer/60))
}
