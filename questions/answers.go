package questions

// Answers holds what a person answered, by question id. A value is one of
//
//	string              a choice, a code, or the word of a number ("none")
//	float64             a number
//	[]string            a list of keys, without repeats; empty means "none of these"
//	map[string]float64  shares by key
//
// An absent id is a skipped question [F1].
type Answers map[string]any

// Choice returns the key chosen for id; ok is false when it was skipped or
// answered with something else than a key.
func (a Answers) Choice(id string) (key string, ok bool) {
	key, ok = a[id].(string)
	return key, ok
}

// Number returns the number given for id.
func (a Answers) Number(id string) (n float64, ok bool) {
	n, ok = a[id].(float64)
	return n, ok
}

// Keys returns the keys ticked for id; an empty list is an answer.
func (a Answers) Keys(id string) (keys []string, ok bool) {
	keys, ok = a[id].([]string)
	return keys, ok
}

// Shares returns the shares given for id, on any scale.
func (a Answers) Shares(id string) (shares map[string]float64, ok bool) {
	shares, ok = a[id].(map[string]float64)
	return shares, ok
}
