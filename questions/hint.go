package questions

import (
	"errors"
	"strings"
)

// hinted is an error with what to do about it.
type hinted struct {
	error
	hint string
}

func (h hinted) Error() string { return h.error.Error() + inBrackets(h.hint) }
func (h hinted) Unwrap() error { return h.error }

// WithHint says what to do about an error. Like a Problem it is printed with its
// hint in brackets; SplitHint takes the two apart, also where it was wrapped.
func WithHint(err error, hint string) error { return hinted{err, hint} }

// SplitHint returns what an error says and what to do about it, which may be empty.
func SplitHint(err error) (sentence, hint string) {
	if p, ok := errors.AsType[Problem](err); ok {
		hint = p.Hint
	} else if h, ok := errors.AsType[hinted](err); ok {
		hint = h.hint
	}
	if hint == "" {
		return err.Error(), ""
	}
	return strings.TrimSuffix(err.Error(), inBrackets(hint)), hint
}

func inBrackets(hint string) string { return " (hint: " + hint + ")" }
