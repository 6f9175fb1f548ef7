package jobad

import "testing"

func TestPatternNotation(t *testing.T) {
	tests := []struct {
		name, pattern, text string
		want                bool
	}{
		{"word", "post", "we post daily", true},
		{"word has no endings", "post", "posts", false},
		{"accents and capitals do not matter", "equipe", "L'ÉQUIPE", true},
		{"verb endings", "writ~", "writing", true},
		{"verb endings are a list", "writ~", "writer", false},
		{"noun endings", "post+", "two posts", true},
		{"tail", "*ing", "running", true},
		{"tail is not the word", "*ing", "ing", false},
		{"number", "# posts", "3 posts", true},
		{"number in words is no number", "# posts", "three posts", false},
		{"alternatives", "blog|web_page", "a web page", true},
		{"phrases are whole", "blog|web_page", "a page on the web", false},
		{"class", "my @thing", "my web pages", true},
		{"optional is there", "the ?big post", "the big post", true},
		{"optional is not there", "the ?big post", "the post", true},
		{"only what is optional may stand between", "the ?big post", "the small post", false},
		{"negative", "post !office", "post letters", true},
		{"negative hits", "post !office", "the post office", false},
		{"negative at the end of the text", "post !office", "post", true},
		{"gap", "writ~ .. post+", "writing one two three four five six posts", true},
		{"gap too far", "writ~ .. post+", "writing one two three four five six seven posts", false},
		{"gap of one", "writ~ ..1 post+", "writing short posts", true},
		{"barrier", "writ~ .. post+", "writing rules that posts follow", false},
		{"over a barrier", "writ~ ... post+", "writing rules that posts follow", true},
		{"start", "^ post", "post it", true},
		{"not at the start", "^ post", "we post", false},
		{"end", "post $", "we post", true},
		{"not at the end", "post $", "post it", false},
		{"several patterns", "blog, post it", "post it", true},
		{"hyphen", "e-mail", "an e mail", true},
		{"inclusive endings", "motive pour", "motivé(e) pour", true},
		{"more inclusive endings", "developpeur web", "un·e développeur·se web", true},
		{"elisions", "organisation evenement+", "l'organisation d'événements", true},
		{"possessive", "customer+ question+", "customers' and the customer's questions", true},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			v := newVocabulary()
			c := &compiler{vocabulary: v, classes: map[string]string{"thing": "post+, web page+"}, compiled: map[string]*choice{}, open: map[string]bool{}}
			c.verbs, c.nouns = v.endingSet("- e s es ing"), v.endingSet("- s es")
			barriers, err := c.phrase("that")
			if err != nil {
				t.Fatal(err)
			}
			patterns, err := c.patterns(tt.pattern)
			if err != nil {
				t.Fatal(err)
			}
			m := matcher{words: v.take(tt.text, nil).words, barriers: &set{few: barriers}}
			got := false
			for _, p := range patterns {
				for i := range m.words {
					got = got || m.match(p, i) >= 0
				}
			}
			if got != tt.want {
				t.Errorf("%q on %q: got %v, want %v", tt.pattern, tt.text, got, tt.want)
			}
		})
	}
}
