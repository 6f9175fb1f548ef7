package validator

import "strings"

// splitParamsRegex stands in for the regular expression '[^']*'|\S+ and with it
// for package regexp, of which validator's tags asked for here use nothing else.
func splitParamsRegex() params { return params{} }

type params struct{}

// FindAllString returns the values that a rule lists: words, or anything
// between single quotes. The number is -1, for all of them.
func (params) FindAllString(rule string, _ int) []string {
	var found []string
	for {
		rule = strings.TrimLeft(rule, " \t\n\f\r")
		if rule == "" {
			return found
		}
		end := strings.IndexAny(rule, " \t\n\f\r")
		if rule[0] == '\'' {
			if i := strings.IndexByte(rule[1:], '\''); i >= 0 {
				end = i + 2
			}
		}
		if end < 0 {
			end = len(rule)
		}
		found = append(found, rule[:end])
		rule = rule[end:]
	}
}
