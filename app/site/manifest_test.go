package site

import (
	"bytes"
	"encoding/json"
	"image"
	"strings"
	"testing"
)

func TestManifest(t *testing.T) {
	in := small()
	in.Base = "/tools/check/"
	s := mustMake(t, in)
	var m manifest
	if err := json.Unmarshal(s.Files["manifest.fr.webmanifest"], &m); err != nil {
		t.Fatal(err)
	}
	if m.ID != "/tools/check/" || m.Scope != "/tools/check/" || m.StartURL != "/tools/check/fr/" || m.Lang != "fr" || m.Name != "Les deux bouts" {
		t.Errorf("got %+v", m)
	}
	purposes := map[string]int{}
	for _, icon := range m.Icons {
		purposes[icon.Purpose]++
		content := s.Files[strings.TrimPrefix(icon.Src, "/tools/check/")]
		if content == nil {
			t.Errorf("there is no icon %s", icon.Src)
			continue
		}
		if icon.Type != "image/png" {
			continue
		}
		c, _, err := image.DecodeConfig(bytes.NewReader(content))
		if err != nil || icon.Sizes != strings.Join([]string{itoa(c.Width), itoa(c.Height)}, "x") {
			t.Errorf("%s: got %d by %d (%v), want %s", icon.Src, c.Width, c.Height, err, icon.Sizes)
		}
	}
	if purposes["any"] != 3 || purposes["maskable"] != 3 {
		t.Errorf("got icons for %v", purposes)
	}
	if err := json.Unmarshal(s.Files["manifest.en.webmanifest"], &m); err != nil || len(m.Shortcuts) != 1 || m.Shortcuts[0].URL != "/tools/check/en/about/" {
		t.Errorf("got shortcuts %v (%v)", m.Shortcuts, err)
	}
}
