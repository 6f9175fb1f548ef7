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
		{"entities, twice", "Cr&amp;eacute;ation, R&amp;amp;D", "creation r d"},
		{"soft hyphens as entities", "Mod&shy;ération des com&#173;men&#8203;taires", "moderation des commentaires"},
		{"places to break a word", "com<wbr>mentaires", "commentaires"},
		{"words cut at line ends", "gra-\nphics and ana\u2010\r\n lytics, mod\u00ad\nération", "graphics and analytics moderation"},
		{"what is not cut", "Photos -\nvideos, full-time, A-\nB", "photos videos full time a b"},
		{"UTF-8 read as something else", "CrÃ©ation dâ€™Å“uvres, 28 Ã\u00a0 32 â‚¬, Ã€ Lyon", "creation oeuvres 28 a 32 a lyon"},
		{"accents that are meant", "Âge, SÃO, Ålesund", "age sao alesund"},
		{"escapes of JSON", "Cr\\u00e9ation\\n- Montage \\new", "creation montage new"},
		{"digits of other scripts", "٤٦ and ۴۶ and ４６ and 𝟯", "46 and 46 and 46 and 3"},
		{"direction isolates", "\u2066vidéo\u2069", "video"},
		{"letters of other alphabets", "ᴠɪᴅᴇᴏ Ⓥⓘⓓⓔⓞ 𝘱ℎ𝘰𝘵𝘰 🅅🅸", "video video photo vi"},
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

// Words that a page glued together are points of a list; a name is one word.
func TestGluedWords(t *testing.T) {
	ad := reader(t).Read("Chargée de com\n\nMissions\nRédaction de contenusMontage vidéoModération des commentaires")
	if got, want := strings.Join(keysOf(ad.Responsibilities), " "), "copywriting video community"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
	for _, name := range []string{"YouTube", "LinkedIn", "WordPress", "TikTok", "HubSpot", "PowerPoint", "InDesign"} {
		if s := reader(t).vocabulary.take(name, nil); len(s.words) != 1 {
			t.Errorf("%s is %d words", name, len(s.words))
		}
	}
}

func TestFormatOf(t *testing.T) {
	tests := []struct {
		name, text string
		want       Format
	}{
		{"an ad", "Editor\n\nDuties: film interviews", Plain},
		{"nothing", "", Plain},
		{"labels", "Title: Editor\nPlace: Leeds\nPay: £24,000\n\nFilm interviews", Plain},
		{"a page", "<!doctype html><p>Editor", Plain},
		{"RTF", "{\\rtf1\\ansi Editor}", RichText},
		{"RTF with a mark before it", "\uFEFF{\\rtf1\\ansi Editor}", RichText},
		{"PDF", "%PDF-1.7\n", PDF},
		{"what word processors keep", "PK\x03\x04\x14\x00", Office},
		{"older word processors", "\xD0\xCF\x11\xE0\xA1\xB1", Office},
		{"bytes", "ab\x00\x01", Binary},
		{"a message", "From: a@example.org\r\nSubject: Job\r\nMIME-Version: 1.0\r\nContent-Type: text/plain;\r\n charset=utf-8\r\n\r\nR=C3=A9daction", Mail},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := FormatOf(tt.text); got != tt.want {
				t.Errorf("got %q, want %q", got, tt.want)
			}
		})
	}
}
