package site

import (
	"fmt"
	"io/fs"
	"regexp"
)

// The themes of web/page.css.
const (
	light = "light"
	dark  = "dark"
)

// A palette is what others than the stylesheet have to know of a theme's colours:
// the browser's bar, the installed app's first screen, and the scripts that judge
// whether an accent can be read. All are "#rrggbb", as in web/page.css.
type palette struct {
	Page string `json:"page"` // behind everything
	Card string `json:"card"` // behind questions
	Warm string `json:"warm"` // behind help lines
}

const coloursFile = "page.css"

// Where a theme's colours stand in web/page.css, and each of them.
var (
	themeRules = map[string]*regexp.Regexp{
		light: regexp.MustCompile(`(?m)^:root \{([^}]*)\}`),
		dark:  regexp.MustCompile(`(?m)^:root\[data-theme="dark"\] \{([^}]*)\}`),
	}
	customColour = regexp.MustCompile(`--([\w-]+): (#[0-9a-f]{6});`)
)

// coloursOf reads the palettes of both themes, by theme.
func coloursOf(web fs.FS) (map[string]palette, []error) {
	sheet, err := fs.ReadFile(web, coloursFile)
	if err != nil {
		return nil, []error{fmt.Errorf("reading web/: %w", err)}
	}
	var problems []error
	palettes := map[string]palette{}
	for _, theme := range []string{light, dark} {
		found := map[string]string{}
		if rule := themeRules[theme].FindSubmatch(sheet); rule != nil {
			for _, m := range customColour.FindAllSubmatch(rule[1], -1) {
				found[string(m[1])] = string(m[2])
			}
		}
		for _, name := range []string{"page", "card", "warm-tint"} {
			if found[name] == "" {
				problems = append(problems, fmt.Errorf("web/%s: the %s theme has no --%s written as #rrggbb", coloursFile, theme, name))
			}
		}
		palettes[theme] = palette{found["page"], found["card"], found["warm-tint"]}
	}
	return palettes, problems
}
