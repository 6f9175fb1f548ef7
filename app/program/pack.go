package program

import (
	"maps"
	"path/filepath"
)

// dataFiles maps the files of our pack and of our interface, which the program
// embeds, to those of other folders; "" is ours.
func dataFiles(pack, words string) (map[string]string, error) {
	replace := map[string]string{}
	for _, data := range []struct{ ours, theirs string }{
		{"questions/packs/social-media-manager", pack},
		{"app/i18n", words},
	} {
		if data.theirs == "" {
			continue
		}
		files, err := otherFiles(data.ours, data.theirs)
		if err != nil {
			return nil, err
		}
		maps.Copy(replace, files)
	}
	if pack == "" {
		return replace, nil
	}
	root, err := moduleRoot()
	if err != nil {
		return nil, err
	}
	if pack, err = filepath.Abs(pack); err != nil {
		return nil, err
	}
	// A pack may do without pay tables and help lines, and uses ours then.
	for _, shared := range []string{"pay/*.csv", "help/*.json"} {
		names, err := filepath.Glob(filepath.Join(pack, filepath.FromSlash(shared)))
		if err != nil {
			return nil, err
		}
		for _, name := range names {
			replace[filepath.Join(root, "questions", "packs", filepath.Dir(shared), filepath.Base(name))] = name
		}
	}
	return replace, nil
}

// otherFiles maps the JSON files of a folder of this module to those of another,
// which may have fewer.
func otherFiles(ours, theirs string) (map[string]string, error) {
	root, err := moduleRoot()
	if err != nil {
		return nil, err
	}
	ours = filepath.Join(root, filepath.FromSlash(ours))
	if theirs, err = filepath.Abs(theirs); err != nil {
		return nil, err
	}
	replace := map[string]string{}
	for _, dir := range []string{ours, theirs} {
		names, err := filepath.Glob(filepath.Join(dir, "*.json"))
		if err != nil {
			return nil, err
		}
		for _, name := range names {
			// Ours are removed first, then theirs take their place.
			replacement := ""
			if dir == theirs {
				replacement = name
			}
			replace[filepath.Join(ours, filepath.Base(name))] = replacement
		}
	}
	return replace, nil
}
