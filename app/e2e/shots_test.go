package e2e

import (
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"bothends/questions/record"
)

// TestScreenshots writes pictures for people to look at into the folder that
// BOTHENDS_SHOTS names: the intro, each section, and the results of a heavy and
// of a light job, in both languages, on a phone and a wide screen, in light and
// dark. It judges nothing.
func TestScreenshots(t *testing.T) {
	folder := os.Getenv("BOTHENDS_SHOTS")
	if folder == "" {
		t.Skip("BOTHENDS_SHOTS names no folder for screenshots")
	}
	if err := os.MkdirAll(folder, 0o755); err != nil {
		t.Fatal(err)
	}
	for _, screen := range []struct {
		name  string
		trait Trait
	}{{"phone", Phone(390, 844)}, {"wide", Screen(1280, 800)}} {
		for _, lang := range languages {
			t.Run(screen.name+" "+lang, func(t *testing.T) {
				t.Parallel()
				p := visitor(t, screen.trait, LikesStillness())
				shot := func(state string) {
					t.Helper()
					for _, dark := range []bool{false, true} {
						theme := map[bool]string{false: "light", true: "dark"}[dark]
						p.Media("", dark)
						p.Do(`() => scrollTo(0, 0)`)
						name := filepath.Join(folder, fmt.Sprintf("%s-%s-%s-%s.png", lang, screen.name, theme, state))
						if err := os.WriteFile(name, p.Picture(true), 0o644); err != nil {
							t.Fatal(err)
						}
					}
				}
				p.Open(lang)
				p.Ready()
				shot("1-intro-and-section-1")
				for _, name := range []string{"sports-league", "in-house-specialist"} {
					p.AnswerAll(personaNamed(t, name).answers)
					if name == "sports-league" {
						for step := 1; step <= lastStep; step++ {
							p.GoTo(step)
							shot(fmt.Sprintf("2-section-%d", step))
						}
						p.Answer("weekly_hours", "500")
						p.Act("finish")
						p.Until("the summary of problems is there", `() => seen("#problems")`)
						shot("3-problems")
						p.Answer("weekly_hours", 60)
					}
					p.Finish()
					shot("4-result-" + name)
					p.Act("edit")
				}
			})
		}
	}
}

// TestScreenshotsOfKeeping writes pictures of what is kept, of its history and
// of a group, as TestScreenshots does.
func TestScreenshotsOfKeeping(t *testing.T) {
	folder := os.Getenv("BOTHENDS_SHOTS")
	if folder == "" {
		t.Skip("BOTHENDS_SHOTS names no folder for screenshots")
	}
	c := shippedPack()
	answers := personaNamed(t, "city-hall").answers
	var kept []string
	for i, hours := range []float64{40, 48, 56, 38} {
		changed := maps.Clone(answers)
		changed["weekly_hours"] = hours
		changed["workload_overflow"] = []string{"sometimes", "often", "always", "seldom"}[i]
		for j, item := range c.Model.Scoring.Signs.Items {
			if j < 6 {
				changed[item.Question] = []string{"sometimes", "often", "often", "seldom"}[i]
			}
		}
		if i == 3 {
			changed["protections"] = []string{"moderation_policy", "counselling"}
			delete(changed, "unpaid_hours")
		}
		kept = append(kept, string(encode(t, c.Pack, []string{"2026-06-01T09:12:00", "2026-07-14T18:40:00", "2026-09-01T08:05:00", "2026-11-25T21:31:07"}[i], changed)))
	}
	for _, screen := range []struct {
		name  string
		trait Trait
	}{{"phone", Phone(390, 844)}, {"wide", Screen(1280, 800)}} {
		for _, lang := range languages {
			t.Run(screen.name+" "+lang, func(t *testing.T) {
				t.Parallel()
				p := visitor(t, screen.trait, LikesStillness())
				shot := func(state string) {
					t.Helper()
					for _, dark := range []bool{false, true} {
						p.Media("", dark)
						p.Until("the colours are there", `(dark) => matchMedia("(prefers-color-scheme: dark)").matches === dark`, dark)
						theme := map[bool]string{false: "light", true: "dark"}[dark]
						if err := os.WriteFile(filepath.Join(folder, fmt.Sprintf("%s-%s-%s-%s.png", lang, screen.name, theme, state)), p.Picture(true), 0o644); err != nil {
							t.Fatal(err)
						}
					}
				}
				p.Go(p.Host.Base + historyPages[lang])
				p.Ready()
				shot("5-history-empty")
				p.Drop([2]string{"results.json", string(record.EncodeMany(kept))})
				p.Until("all are there", `() => document.querySelectorAll("[data-record]").length === 4`)
				shot("5-history")
				p.Do(unfold)
				shot("5-history-unfolded")
				p.Open(lang)
				p.Ready()
				p.Do(unfold)
				shot("7-open")
				p.AnswerAll(answers)
				p.Finish()
				p.Keep()
				p.Do(`() => { document.querySelector(".reminder").open = true; }`)
				p.Do(`() => { document.querySelectorAll("#result > :not(#result-keep)").forEach((e) => e.remove()); }`)
				shot("7-kept")
				p.Go(p.Host.Base + groupPages[lang])
				p.Ready()
				shot("6-group-empty")
				var files [][2]string
				for _, persona := range personas(t) {
					files = append(files, [2]string{persona.name + ".json", personaFile(t, persona.name)})
				}
				p.Drop(append(slices.Clone(files[:4]), [2]string{"photo.jpg", "\xff"})...)
				p.Until("four are there", `() => document.querySelector("[data-toofew]")`)
				shot("6-group-four")
				p.Drop(files...)
				p.Until("six are there", `() => document.querySelector("#group").dataset.enough === "true"`)
				shot("6-group-six")
			})
		}
	}
}
