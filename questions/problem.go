package questions

import "strings"

// A Problem is one thing that is wrong with a file, a pack or an answer. Code
// and Args let the page say it in the person's language; Message and Hint are
// the same in English, for the command line.
type Problem struct {
	File    string            // file name, empty for answers typed on the page
	Path    string            // where: "answers.weekly_hours", "factors[3].weight"
	Code    string            // stable key, such as "out_of_range"
	Args    map[string]string // what Code needs: "min", "max", "got"
	Message string            // one sentence: what is wrong and what is allowed
	Hint    string            // what to do, may be empty
}

// Error makes a Problem usable as an error: place, sentence, hint.
func (p Problem) Error() string {
	var b strings.Builder
	for _, place := range []string{p.File, p.Path} {
		if place != "" {
			b.WriteString(place)
			b.WriteString(": ")
		}
	}
	b.WriteString(p.Message)
	if p.Hint != "" {
		b.WriteString(" (hint: ")
		b.WriteString(p.Hint)
		b.WriteString(")")
	}
	return b.String()
}
