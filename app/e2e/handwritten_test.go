package e2e

import (
	"bytes"
	"cmp"
	"compress/gzip"
	"encoding/json"
	"fmt"
	"html"
	"net/http"
	"net/http/httptest"
	"os"
	"slices"
	"strings"
	"testing"
	"time"

	"bothends/questions"
)

// handWritten is the least that a page with the same questions can be: one file, no
// program, no worker, nothing kept, a sum for a result. It is what "first answer" and
// "finish to result" are compared with.
func handWritten(t *testing.T) string {
	t.Helper()
	data, err := os.ReadFile("../../questions/packs/social-media-manager/text.fr.json")
	if err != nil {
		t.Fatal(err)
	}
	words := map[string]any{}
	if err := json.Unmarshal(data, &words); err != nil {
		t.Fatal(err)
	}
	pack := shippedPack().Pack
	say := func(keys ...string) string {
		for _, key := range keys {
			if text, ok := words[key].(string); ok {
				return html.EscapeString(text)
			}
		}
		return html.EscapeString(keys[0])
	}
	var b strings.Builder
	b.WriteString(`<!doctype html><html lang="fr"><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>Bilan</title>
<style>body{font:16px/1.5 system-ui,sans-serif;max-width:44rem;margin:0 auto;padding:1rem;color:#1b1b1f;background:#fff}fieldset{border:1px solid #ccc;border-radius:8px;margin:0 0 1rem}label{display:block;padding:.4rem 0}button{font:inherit;padding:.7rem 1.4rem;background:#0b57d0;color:#fff;border:0;border-radius:8px}</style>
<main><h1>Bilan</h1><form id="checkup">`)
	for _, section := range pack.Sections {
		for _, q := range section.Questions {
			options := q.Options
			if i := slices.IndexFunc(pack.Scales, func(s questions.Scale) bool { return s.ID == q.Scale }); i >= 0 {
				options = pack.Scales[i].Options
			}
			label := say(q.ID + ".label")
			kind := map[string]string{"choice": "radio", "list": "checkbox"}[q.Type]
			if kind == "" {
				fmt.Fprintf(&b, "<label>%s <input type=number name=%s></label>\n", label, q.ID)
				continue
			}
			fmt.Fprintf(&b, "<fieldset><legend>%s</legend>", label)
			for i, o := range options {
				fmt.Fprintf(&b, "<label><input type=%s name=%s value=%d> %s</label>", kind, q.ID, i, say(q.ID+".option."+o, "scale."+cmp.Or(q.Scale, "-")+"."+o, o))
			}
			b.WriteString("</fieldset>\n")
		}
	}
	b.WriteString(`<button data-act="finish">Terminer</button></form><output id="result"></output></main>
<script>checkup.onsubmit=function(e){e.preventDefault();var n=0;new FormData(checkup).forEach(function(v){n+=+v||0});
result.innerHTML="<h2>"+n+"</h2>";document.documentElement.dataset.step="result"}</script></html>`)
	return b.String()
}

// handWrittenHost serves the page as a good host would: compressed, and asked for anew.
func handWrittenHost(t *testing.T) *Host {
	t.Helper()
	var packed bytes.Buffer
	w := gzip.NewWriter(&packed)
	w.Write([]byte(handWritten(t)))
	w.Close()
	h := &Host{Base: "/", held: map[string]chan struct{}{}, wrong: map[string]http.Handler{}}
	h.site = http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Path != "/" {
			w.WriteHeader(http.StatusNoContent)
			return
		}
		for name, value := range map[string]string{"Content-Type": "text/html; charset=utf-8", "Content-Encoding": "gzip", "Cache-Control": "no-cache", "ETag": `"1"`} {
			w.Header().Set(name, value)
		}
		http.ServeContent(w, r, "", time.Time{}, bytes.NewReader(packed.Bytes()))
	})
	s := httptest.NewServer(h)
	t.Cleanup(s.Close)
	h.URL = s.URL
	return h
}

// visitHandWritten is visitTwice for it, as far as it has figures.
func visitHandWritten(t *testing.T, device Trait) map[string]float64 {
	out := map[string]float64{}
	profile := t.TempDir()
	host := handWrittenHost(t)
	for _, visit := range []string{"first answer accepted, ms", "first answer accepted, 2nd visit, ms"} {
		t.Run(visit, func(t *testing.T) {
			p := NewPerson(t, host, device, Returns(profile), Meets(watchSpeed))
			p.Go(host.Base)
			p.Until("the first answer is there", `() => speed.accepted > 0`)
			out[visit] = Eval[float64](p, `() => speed.accepted`)
			if _, again := out["finish to result, ms"]; again {
				return
			}
			p.Do(`() => document.querySelectorAll("input[type=radio][value='1']").forEach((e) => e.click())`)
			p.Do(`() => frames(3)`)
			out["finish to result, ms"] = p.finishing()
		})
	}
	return out
}

// The twin has all questions and works, or comparing with it says nothing.
func TestTheHandWrittenPageAsksTheSameAndWorks(t *testing.T) {
	long(t)
	t.Parallel()
	page := handWritten(t)
	for _, section := range shippedPack().Pack.Sections {
		for _, q := range section.Questions {
			if !strings.Contains(page, "name="+q.ID) || strings.Contains(page, ">"+q.ID+".label") {
				t.Errorf("the hand-written page does not ask %s", q.ID)
			}
		}
	}
	found := visitHandWritten(t, Screen(1280, 800))
	for _, name := range []string{"first answer accepted, ms", "first answer accepted, 2nd visit, ms", "finish to result, ms"} {
		if found[name] <= 0 {
			t.Errorf("%s: %v", name, found[name])
		}
	}
}
