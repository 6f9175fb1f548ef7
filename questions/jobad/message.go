package jobad

import (
	"strconv"
	"strings"
	"unicode/utf8"
)

// mostParts is how deep the parts of a message may lie in one another.
const mostParts = 4

// message takes the text out of a message as it travels (RFC 2045, 2046): of
// several forms the plain one, else the page. What is attached is left out.
func message(text string) string { return partOf(strings.ReplaceAll(text, "\r\n", "\n"), mostParts) }

func partOf(text string, deep int) string {
	head, body, ok := strings.Cut(strings.TrimLeft(text, "\uFEFF\n"), "\n\n")
	if !ok || deep == 0 {
		return ""
	}
	fields := map[string]string{}
	for line := range strings.SplitSeq(strings.ReplaceAll(strings.ReplaceAll(head, "\n\t", " "), "\n ", " "), "\n") {
		if name, value, ok := strings.Cut(line, ":"); ok {
			fields[strings.ToLower(name)] = strings.TrimSpace(value)
		}
	}
	kind := fields["content-type"]
	lower := strings.ToLower(kind)
	switch {
	case strings.HasPrefix(strings.ToLower(fields["content-disposition"]), "attachment"):
		return ""
	case strings.HasPrefix(lower, "multipart/"):
		at := strings.Index(lower, "boundary=")
		if at < 0 {
			return ""
		}
		boundary := kind[at+len("boundary="):]
		if strings.HasPrefix(boundary, `"`) {
			boundary, _, _ = strings.Cut(boundary[1:], `"`)
		} else {
			boundary, _, _ = strings.Cut(boundary, ";")
		}
		if boundary = strings.TrimSpace(boundary); boundary == "" {
			return ""
		}
		best := ""
		for i, part := range strings.Split("\n"+body, "\n--"+boundary) {
			if i == 0 || strings.HasPrefix(part, "--") {
				continue // before the first, after the last
			}
			part = strings.TrimLeft(part, " \t")
			// A part without a head begins with an empty line.
			got := partOf("x:\n"+strings.TrimPrefix(part, "\n"), deep-1)
			if strings.HasPrefix(part, "\n\n") {
				got = strings.TrimSpace(part)
			}
			if strings.TrimSpace(got) != "" && (best == "" || strings.HasPrefix(best, "<") && !strings.HasPrefix(got, "<")) {
				best = got
			}
		}
		return best
	case lower != "" && !strings.HasPrefix(lower, "text/"):
		return ""
	}
	switch strings.ToLower(fields["content-transfer-encoding"]) {
	case "quoted-printable":
		body = quotedPrintable(body)
	case "base64":
		body = base64(body)
	}
	if !utf8.ValidString(body) {
		var b strings.Builder
		for i := range len(body) {
			b.WriteRune(letter1252(body[i]))
		}
		body = b.String()
	}
	if strings.IndexByte(body, 0) >= 0 {
		return ""
	}
	return strings.TrimSpace(body)
}

// quotedPrintable reads "=C3=A9", and joins lines that "=" parts.
func quotedPrintable(text string) string {
	var b strings.Builder
	for i := 0; i < len(text); i++ {
		switch {
		case text[i] != '=':
			b.WriteByte(text[i])
		case strings.HasPrefix(text[i+1:], "\n"):
			i++
		case i+2 < len(text):
			if n, err := strconv.ParseUint(text[i+1:i+3], 16, 8); err == nil {
				b.WriteByte(byte(n))
				i += 2
			} else {
				b.WriteByte('=')
			}
		default:
			b.WriteByte('=')
		}
	}
	return b.String()
}

// base64 reads the letters of a message, "" where there are others. It is small beside
// the package of that name, which the program for the browser has no other use for.
func base64(text string) string {
	const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
	var out []byte
	held, bits := 0, 0
	for _, c := range []byte(text) {
		switch n := strings.IndexByte(alphabet, c); {
		case c == '=' || c == '\n' || c == '\r' || c == ' ':
		case n < 0:
			return ""
		default:
			held, bits = held<<6&0xffff|n, bits+6
			if bits >= 8 {
				bits -= 8
				out = append(out, byte(held>>bits))
			}
		}
	}
	return string(out)
}
