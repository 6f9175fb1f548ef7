package site

import (
	"bytes"
	"encoding/json"
	"image"
	"slices"
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
	if err := json.Unmarshal(s.Files["manifest.en.webmanifest"], &m); err != nil || len(m.Shortcuts) != 1 || m.Shortcuts[0].URL != "/tools/check/en/" {
		t.Errorf("got shortcuts %v (%v)", m.Shortcuts, err)
	}
}

// What browsers publish as their criteria for the pictures: 320 to 3840 pixels, at most 2.3
// times as long as short, one kind of file for each form.
func TestTheManifestShowsScreensAndLeadsToWhatPeopleDo(t *testing.T) {
	_, s := documentsOf(t)
	for lang, want := range map[string][]string{"en": {"/en/", "/job-posting/", "/en/hours/"}, "fr": {"/fr/", "/fr/annonce/", "/fr/heures/"}} {
		var m manifest
		if err := json.Unmarshal(s.Files[manifestName(lang)], &m); err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, to := range m.Shortcuts {
			got = append(got, to.URL)
			if len(to.Icons) == 0 || to.Name == "" {
				t.Errorf("the shortcut to %s is %v", to.URL, to)
			}
		}
		if strings.Join(got, " ") != strings.Join(want, " ") {
			t.Errorf("got shortcuts to %v, want %v", got, want)
		}
		forms := map[string]bool{}
		for _, shot := range m.Screenshots {
			forms[shot.FormFactor] = true
			c, _, err := image.DecodeConfig(bytes.NewReader(s.Files[strings.TrimPrefix(shot.Src, "/")]))
			short, long := min(c.Width, c.Height), max(c.Width, c.Height)
			if err != nil || shot.Sizes != itoa(c.Width)+"x"+itoa(c.Height) || short < 320 || long > 3840 || float64(long) > 2.3*float64(short) || shot.Label == "" {
				t.Errorf("%s: %d by %d (%v), told as %v", shot.Src, c.Width, c.Height, err, shot)
			}
			if (shot.FormFactor == "wide") != (c.Width > c.Height) {
				t.Errorf("%s is not %s", shot.Src, shot.FormFactor)
			}
		}
		if !forms["wide"] || !forms["narrow"] {
			t.Errorf("%s shows %v", lang, forms)
		}
	}
}

// What is shared with the installed app is posted to a page whose posts the worker answers.
func TestTheManifestTakesATextThatTheWorkerAnswers(t *testing.T) {
	_, s := documentsOf(t)
	for lang, want := range map[string]string{"en": "/job-posting/", "fr": "/fr/annonce/", "de": "/de/stellen-check/"} {
		var m manifest
		if err := json.Unmarshal(s.Files[manifestName(lang)], &m); err != nil {
			t.Fatal(err)
		}
		if to := m.ShareTarget; to == nil || to.Action != want || to.Method != "POST" || to.EncType != "multipart/form-data" || to.Params["text"] != "text" {
			t.Errorf("%s takes a text at %+v", lang, to)
		}
		if keep := offlineFiles(realPages(t), Addresses{"/", s.names}); !slices.Contains(keep.Shares, want) {
			t.Errorf("the worker answers at %q, not at %s", keep.Shares, want)
		}
	}
}
