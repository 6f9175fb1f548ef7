package questions

import (
	"bytes"
	"unicode/utf16"
	"unicode/utf8"
)

// DecodeUnicode decodes a file of text: UTF-8, or UTF-16 of either order, with a byte
// order mark or without. Without one UTF-16 shows in Latin text as zeros in every
// other byte, which no UTF-8 has.
func DecodeUnicode(data []byte) (text []byte, ok bool) {
	switch {
	case bytes.HasPrefix(data, []byte{0xFF, 0xFE}):
		return fromUTF16(data[2:], 0)
	case bytes.HasPrefix(data, []byte{0xFE, 0xFF}):
		return fromUTF16(data[2:], 1)
	}
	if bytes.IndexByte(data, 0) >= 0 {
		var zeros [2]int
		for i, b := range data {
			if b == 0 {
				zeros[i%2]++
			}
		}
		switch most := len(data) / 4; { // half of the characters
		case zeros[0] == 0 && zeros[1] > most:
			return fromUTF16(data, 0)
		case zeros[1] == 0 && zeros[0] > most:
			return fromUTF16(data, 1)
		}
		return nil, false
	}
	data = bytes.TrimPrefix(data, []byte("\uFEFF"))
	return data, utf8.Valid(data)
}

// DecodeText decodes as DecodeUnicode does, and else what Windows writes in Western
// languages, code page 1252. Control characters in that mean that it is no text.
func DecodeText(data []byte) (text []byte, ok bool) {
	if text, ok = DecodeUnicode(data); ok || bytes.IndexByte(data, 0) >= 0 {
		return text, ok
	}
	text = nil
	for _, b := range data {
		switch {
		case b < 0x09, 0x0E <= b && b < 0x20:
			return nil, false
		case 0x80 <= b && b < 0xA0:
			text = utf8.AppendRune(text, windows1252[b-0x80])
		default:
			text = utf8.AppendRune(text, rune(b))
		}
	}
	return text, true
}

// windows1252 are the characters 0x80 to 0x9F; those that it lacks are controls.
var windows1252 = [32]rune{
	'€', 0x81, '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', 0x8D, 'Ž', 0x8F,
	0x90, '‘', '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', 0x9D, 'ž', 'Ÿ',
}

// fromUTF16 decodes units of two bytes, of which the low one is that first or second. An odd byte, and a zero that no text has,
// say that they are none.
func fromUTF16(data []byte, low int) (text []byte, ok bool) {
	if len(data)%2 > 0 {
		return nil, false
	}
	units := make([]uint16, len(data)/2)
	for i := range units {
		units[i] = uint16(data[2*i+low]) | uint16(data[2*i+1-low])<<8
	}
	for _, r := range utf16.Decode(units) {
		if r == 0 {
			return nil, false
		}
		text = utf8.AppendRune(text, r)
	}
	return text, true
}
