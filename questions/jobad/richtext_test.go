package jobad

import (
	"strings"
	"testing"
	"unicode/utf8"
)

func TestTextOf(t *testing.T) {
	const head = "From: a@example.org\r\nSubject: Job\r\nMIME-Version: 1.0\r\n"
	tests := []struct {
		name, text, want string
		format           Format
	}{
		{"an ad", " Editor\n", " Editor\n", Plain},
		{"RTF", `{\rtf1\ansi\deff0{\fonttbl{\f0 Arial;}}{\*\generator Riched20;}\pard\b Charg\'e9e de com\b0\par Mod\u233?ration\'85 20\~\'80 \{brut\}\par}`,
			"Chargée de com\nModération… 20\u00a0€ {brut}", RichText},
		{"RTF in lines", "{\\rtf1\\ansi{\\colortbl;\\red0\\green0\\blue0;}\r\nFilm \r\ninterviews\\line\r\n\\bullet\\tab Edit}", "Film interviews\n•\tEdit", RichText},
		{"RTF with nothing in it", `{\rtf1\ansi{\fonttbl{\f0 Arial;}}}`, "", RichText},
		{"RTF that ends early", `{\rtf1 Film \'`, "Film", RichText},
		{"a message", head + "Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\nR=C3=A9dac=\r\ntion", "Rédaction", Mail},
		{"a message in bytes of Windows", head + "Content-Transfer-Encoding: quoted-printable\r\n\r\nR=E9daction", "Rédaction", Mail},
		{"a message in base64", head + "Content-Type: text/plain\r\nContent-Transfer-Encoding: base64\r\n\r\nUsOpZGFj\r\ndGlvbg==\r\n", "Rédaction", Mail},
		{"two forms", head + "Content-Type: multipart/alternative;\r\n boundary=\"B\"\r\n\r\nfor old programs\r\n--B\r\nContent-Type: text/html\r\n\r\n<p>Page\r\n--B\r\nContent-Type: text/plain\r\n\r\nWords\r\n--B--\r\nafter", "Words", Mail},
		{"a page and an attachment", head + "Content-Type: multipart/mixed; boundary=B\r\n\r\n--B\r\nContent-Type: text/html\r\n\r\n<p>Page\r\n--B\r\nContent-Type: application/pdf\r\n\r\nJVBERi0\r\n--B--", "<p>Page", Mail},
		{"a picture alone", head + "Content-Type: image/png\r\nContent-Transfer-Encoding: base64\r\n\r\niVBORw0KGgo=", "", Mail},
		{"broken base64", head + "Content-Transfer-Encoding: base64\r\n\r\n%%%", "", Mail},
		{"PDF", "%PDF-1.7\n", "", PDF},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got, format := TextOf(tt.text); got != tt.want || format != tt.format {
				t.Errorf("got %q in %q, want %q in %q", got, format, tt.want, tt.format)
			}
			for i := range tt.text { // cut anywhere, it is still text
				if got, _ := TextOf(tt.text[:i]); !utf8.ValidString(got) {
					t.Fatalf("of %q it makes %q", tt.text[:i], got)
				}
			}
		})
	}
}

// The words of rich text are read as those of a plain one.
func TestRichTextIsRead(t *testing.T) {
	words, _ := TextOf(`{\rtf1\ansi\pard Charg\'e9e de communication\par\par Missions\par - Mod\'e9ration des commentaires\par - Montage vid\'e9o\par}`)
	if got := strings.Join(keysOf(reader(t).Read(words).Responsibilities), " "); got != "video community" {
		t.Errorf("got %s", got)
	}
}
