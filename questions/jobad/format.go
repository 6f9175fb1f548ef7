package jobad

import "strings"

// A Format is what a text is written in.
type Format string

// The formats that are no plain text, although a file of them may look like one.
// A page in HTML is not among them: it is read as such.
const (
	Plain    Format = ""
	RichText Format = "rtf"
	Mail     Format = "mail" // with its head, and coded for the way: "=C3=A9"
	PDF      Format = "pdf"
	Office   Format = "office" // what word processors keep
	Binary   Format = "binary"
)

// FormatOf tells what a text is written in, so that somebody can be told to copy
// the words of it instead. It looks at the beginning only.
func FormatOf(text string) Format {
	head := strings.TrimLeft(text[:min(len(text), 4096)], "\uFEFF \t\r\n")
	switch {
	case strings.HasPrefix(head, "{\\rtf"):
		return RichText
	case strings.HasPrefix(head, "%PDF-"):
		return PDF
	case strings.HasPrefix(head, "PK\x03\x04"), strings.HasPrefix(head, "\xD0\xCF\x11\xE0"):
		return Office
	case strings.IndexByte(head, 0) >= 0:
		return Binary
	case mail(head):
		return Mail
	}
	return Plain
}

// mail reports the head of a message: names and values before an empty line,
// with one that says how what follows is coded.
func mail(head string) bool {
	fields, coded := 0, false
	for line := range strings.Lines(head) {
		line = strings.TrimRight(line, "\r\n")
		if line == "" {
			break
		}
		if line[0] == ' ' || line[0] == '\t' {
			continue // goes on with the field before
		}
		name, _, ok := strings.Cut(line, ":")
		if !ok || strings.ContainsAny(name, " \t") {
			return false
		}
		switch strings.ToLower(name) {
		case "content-transfer-encoding", "mime-version", "received", "message-id", "return-path":
			coded = true
		}
		fields++
	}
	return coded && fields >= 3
}
