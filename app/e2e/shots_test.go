package e2e

import (
	"fmt"
	"os"
	"path/filepath"
	"testing"
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
						for step := 1; step <= 5; step++ {
							p.GoTo(step)
							shot(fmt.Sprintf("2-section-%d", step))
						}
						p.Answer("weekly_hours", "500")
						p.Act("finish")
						p.Until("the summary of problems is there", `() => document.querySelector("#problems")?.checkVisibility()`)
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
