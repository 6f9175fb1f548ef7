package site

import (
	"fmt"
	"io/fs"
	"regexp"

	"bothends/app/page"
)

var (
	keysOf    = regexp.MustCompile(`(?s)export interface Keys \{\n(.*?)\n\}`)
	keyLine   = regexp.MustCompile(`(?m)^  (\w+): [^;]+; // (sessionStorage|localStorage)`)
	commonKey = regexp.MustCompile(`export const \w+Key = "(bothends\.\w+)";`)
)

// storedOf is what the site keeps in a browser, from where scripts have it: the keys of
// border.d.ts, which end with the site, and those of border/keys.js, common to all.
func storedOf(web fs.FS) ([]page.Stored, error) {
	border, err := fs.ReadFile(web, "border.d.ts")
	if err != nil {
		return nil, err
	}
	common, err := fs.ReadFile(web, "border/keys.js")
	if err != nil {
		return nil, err
	}
	body := keysOf.FindSubmatch(border)
	if body == nil {
		return nil, fmt.Errorf("web/border.d.ts has no Keys")
	}
	var stored []page.Stored
	for _, m := range keyLine.FindAllSubmatch(body[1], -1) {
		stored = append(stored, page.Stored{Key: "bothends." + string(m[1]), Tab: string(m[2]) == "sessionStorage"})
	}
	for _, m := range commonKey.FindAllSubmatch(common, -1) {
		stored = append(stored, page.Stored{Key: string(m[1])})
	}
	return stored, nil
}
