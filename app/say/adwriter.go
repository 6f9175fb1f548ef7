package say

import "strings"

// turned is the key of a sentence for whoever reads the ad or, turned round, for
// whoever writes it: what the one asks, the other can answer in the ad. Nothing is
// ever said about the writer.
func (w AdWords) turned(key string) string {
	if w.Writer {
		return "ad.writer" + strings.TrimPrefix(key, "ad")
	}
	return key
}

// T says a sentence that there is for both.
func (w AdWords) T(key string) string { return w.Voice.T(w.turned(key)) }

// SecondPost names the tasks that could be a post of their own, where they are enough.
func (w AdWords) SecondPost() []string {
	var names []string
	for _, key := range w.Ad.SecondPost() {
		names = append(names, w.Voice.Pack.Get("responsibilities.option."+key))
	}
	return names
}
