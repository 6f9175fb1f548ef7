package jobad

import (
	"strings"
	"testing"
)

// folded joins the words of a text as patterns see them.
func folded(text string) string {
	s := newVocabulary().take(text, nil)
	var words []string
	for _, w := range s.words {
		t := s.tokens[w.token]
		var b []byte
		c := cleaner{text: s.text[:t.end], at: int(t.start)}
		for g, ok := c.next(); ok; g, ok = c.next() {
			b = appendFolded(b, g.r)
		}
		words = append(words, string(b))
	}
	return strings.Join(words, " ")
}

func TestCleaning(t *testing.T) {
	tests := []struct{ name, text, want string }{
		{"accents", "Événements à Noël, où ça ?", "evenements a noel ou ca"},
		{"accents as marks", "e\u0301ve\u0300nement", "evenement"},
		{"ligatures", "Œuvre, ﬁlm, bœuf", "oeuvre film boeuf"},
		{"bold letters of social networks", "𝗠𝗶𝘀𝘀𝗶𝗼𝗻𝘀 𝟮", "missions 2"},
		{"full width", "ＶＩＤＥＯ", "video"},
		{"soft hyphen and joiners", "commu\u00adni\u200dca\u200btion", "communication"},
		{"no-break spaces", "35\u00a0000\u202f€", "35 000"},
		{"digits and letters part", "35h et 40k", "35 h et 40 k"},
		{"entities", "R&amp;D &eacute;quipe&nbsp;&#233;t&#xe9; &bogus; AT&T", "r d equipe ete bogus at t"},
		{"tags", "<p>Vos <b>mis</b>sions</p><ul><li>animer</li></ul>", "vos missions animer"},
		{"no tags", "a < b, <name> and 1 <2>", "a b name and 1 2"},
		{"scripts are not read", "before<script>if (a < b) video()</script>after", "before after"},
		{"styles and comments are not read", "a<style>b{}</style>c<!-- d -->e", "a c e"},
		{"an open script", "a <script> b", "a b"},
		{"an open tag", "a <p b", "a p b"},
		{"broken bytes", "a\xff\xfeb", "a b"},
		{"inclusive writing", "un·e chargé(e) motivé.e.s, coordonnateur/trice, directeur·rice", "un charge motive coordonnateur directeur"},
		{"what only looks inclusive", "i.e. and e-mail, est-ce", "i e and e mail est ce"},
		{"elisions", "l'équipe d’Élodie n'a qu'un site", "equipe elodie a un site"},
		{"possessive", "the company's and it’s", "the company and it"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := folded(tt.text); got != tt.want {
				t.Errorf("got %q, want %q", got, tt.want)
			}
		})
	}
}

// What a token is cut from is always a piece of the text as given.
func TestTokensAreInOrder(t *testing.T) {
	text := "<h2>Équipe&nbsp;:</h2>\r\n<li>ﬁlm &amp; vidéo, 35\u00a0000\u202f€</li> 𝗕𝗼𝗹𝗱"
	end := int32(0)
	for _, tk := range newVocabulary().take(text, nil).tokens {
		if tk.start < end && tk.end > tk.start || tk.end < tk.start || int(tk.end) > len(text) {
			t.Errorf("token %d-%d after %d", tk.start, tk.end, end)
		}
		end = max(end, tk.end)
	}
}
