package jobad

import (
	"strconv"
	"strings"
	"unicode/utf8"
)

// TextOf returns the words of a text and what it is written in. Of rich text and
// of a message it takes out what a person reads; "" is nothing that can be read.
// A plain text comes back as it is.
func TextOf(text string) (string, Format) {
	format := FormatOf(text)
	switch format {
	case Plain:
		return text, format
	case RichText:
		return strings.TrimSpace(richText(text)), format
	case Mail:
		return strings.TrimSpace(message(text)), format
	}
	return "", format
}

// unread are groups of rich text that nobody reads: fonts, colours, pictures.
const unread = " fonttbl colortbl stylesheet info pict object header footer footnote listtable listoverridetable themedata datastore generator fldinst "

// richText takes the words out of RTF 1.9: what stands outside of control words
// and groups that are unread, with the letters that are written by their number. Numbers in
// hexadecimal are of Windows-1252, which nearly every writer of RTF names.
func richText(text string) string {
	var b strings.Builder
	depth, dark := 0, 0 // the depth at which a unread group began; 0 outside
	skip := 0           // characters that stand in for a letter by its number
	put := func(s string) {
		switch {
		case dark > 0:
		case skip > 0:
			skip--
		default:
			b.WriteString(s)
		}
	}
	for i := 0; i < len(text); {
		switch c := text[i]; c {
		case '{':
			depth++
			i++
		case '}':
			if depth--; depth < dark {
				dark = 0
			}
			skip = 0
			i++
		case '\r', '\n':
			i++
		case '\\':
			word, number, end := control(text, i+1)
			switch {
			case word == "'":
				if n, err := strconv.ParseUint(number, 16, 8); err == nil {
					put(string(letter1252(byte(n))))
				}
			case word == "*" || strings.Contains(unread, " "+word+" "):
				if dark == 0 {
					dark = depth
				}
			case word == "u":
				if n, err := strconv.Atoi(number); err == nil {
					if n < 0 {
						n += 1 << 16
					}
					put(string(rune(n)))
					skip = 1
				}
			case word == "par" || word == "line" || word == "row" || word == "sect" || word == "page":
				put("\n")
			case word == "tab" || word == "cell":
				put("\t")
			case word == "~":
				put("\u00a0")
			case word == "bullet":
				put("•")
			case word == "endash" || word == "_":
				put("–")
			case word == "emdash":
				put("—")
			case word == "rquote":
				put("’")
			case word == "\\" || word == "{" || word == "}":
				put(word)
			}
			i = end
		default:
			_, width := utf8.DecodeRuneInString(text[i:])
			put(text[i : i+width])
			i += width
		}
	}
	return b.String()
}

// control reads a control word or sign from i on: its name, its number and where
// the text goes on. Of "'e9" the number is "e9".
func control(text string, i int) (word, number string, end int) {
	if i >= len(text) {
		return "", "", i
	}
	if text[i] == '\'' {
		end = min(i+3, len(text))
		return "'", text[i+1 : end], end
	}
	letter := func(c byte) bool { return 'a' <= c|0x20 && c|0x20 <= 'z' }
	end = i
	for end < len(text) && letter(text[end]) {
		end++
	}
	if end == i {
		_, width := utf8.DecodeRuneInString(text[i:])
		return text[i : i+width], "", i + width
	}
	word = text[i:end]
	from := end
	if end < len(text) && text[end] == '-' {
		end++
	}
	for end < len(text) && '0' <= text[end] && text[end] <= '9' {
		end++
	}
	number = text[from:end]
	if end < len(text) && text[end] == ' ' {
		end++ // it ends the word
	}
	return word, number, end
}

// letter1252 is the character of a byte in Windows-1252, U+FFFD for the five that have none.
func letter1252(b byte) rune {
	if b < 0x80 || b >= 0xa0 {
		return rune(b)
	}
	if r := []rune(windowsHigh)[b-0x80]; r != 0 {
		return r
	}
	return utf8.RuneError
}
