package questions_test

import (
	"encoding/binary"
	"os"
	"path/filepath"
	"reflect"
	"testing"
	"unicode/utf16"

	"bothends/questions"
)

// utf16Of encodes text, with a mark if that begins it.
func utf16Of(text string, order binary.AppendByteOrder) []byte {
	var data []byte
	for _, unit := range utf16.Encode([]rune(text)) {
		data = order.AppendUint16(data, unit)
	}
	return data
}

func TestDecodeText(t *testing.T) {
	const text = "Créer des vidéos, 28 000 €\r\n👍 œuvre"
	for name, test := range map[string]struct {
		data []byte
		want string // "" for no text
	}{
		"UTF-8":                              {[]byte(text), text},
		"UTF-8 with a mark":                  {[]byte("\uFEFF" + text), text},
		"UTF-16, little end first":           {utf16Of(text, binary.LittleEndian), text},
		"UTF-16, big end first":              {utf16Of(text, binary.BigEndian), text},
		"UTF-16 with a mark":                 {utf16Of("\uFEFF"+text, binary.LittleEndian), text},
		"UTF-16 of the other order, marked":  {utf16Of("\uFEFF"+text, binary.BigEndian), text},
		"UTF-16 of no Latin letters, marked": {utf16Of("\uFEFFمدير", binary.LittleEndian), "مدير"},
		"Windows-1252":                       {[]byte("Cr\xe9er \x9cuvre, 28\xa0000\xa0\x80 \x96 l\x92id\xe9e\r\n"), "Créer œuvre, 28\u00a0000\u00a0€ – l’idée\r\n"},
		"a zero in UTF-16":                   {[]byte("\xff\xfe\x00\x00"), ""},
		"a picture":                          {[]byte("\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00"), ""},
		"control characters":                 {[]byte("\xff\xd8\x01\x02"), ""},
	} {
		got, ok := questions.DecodeText(test.data)
		if ok != (test.want != "") || ok && string(got) != test.want {
			t.Errorf("%s: %q, %v, want %q", name, got, ok, test.want)
		}
	}
	for _, data := range []string{"caf\xe9", "\xff\xfea"} {
		if got, ok := questions.DecodeUnicode([]byte(data)); ok {
			t.Errorf("%q is taken for Unicode: %q", data, got)
		}
	}
}

// A file of answers reads the same however an editor has saved it.
func TestAnswersInAnyUnicode(t *testing.T) {
	p, problems := questions.Load(os.DirFS("packs/social-media-manager"))
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	data, err := os.ReadFile(filepath.Join("packs/social-media-manager/personas/freelancer.json"))
	if err != nil {
		t.Fatal(err)
	}
	want, problems := p.Decode(data)
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	for _, mark := range []string{"", "\uFEFF"} {
		text := mark + string(data)
		for _, saved := range [][]byte{[]byte(text), utf16Of(text, binary.LittleEndian), utf16Of(text, binary.BigEndian)} {
			if got, problems := p.Decode(saved); len(problems) > 0 || !reflect.DeepEqual(got, want) {
				t.Errorf("%.8q: %v", saved, problems)
			}
		}
	}
}

func FuzzText(f *testing.F) {
	for _, data := range []string{"", "a", "\xff\xfea\x00", "\xfe\xff\x00a", "a\x00b\x00", "\uFEFFa", "caf\xe9", "\x00"} {
		f.Add([]byte(data))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		text, ok := questions.DecodeText(data)
		if again, same := questions.DecodeText(text); ok && (!same || string(again) != string(text)) && len(text) > 0 && text[0] != 0xEF {
			t.Errorf("%q is %q, which is %q", data, text, again)
		}
	})
}
