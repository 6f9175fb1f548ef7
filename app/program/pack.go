package program

import "path/filepath"

// packFiles maps the files of our pack, which the program embeds, to those of
// another folder; "" is our pack.
func packFiles(folder string) (map[string]string, error) {
	if folder == "" {
		return nil, nil
	}
	root, err := moduleRoot()
	if err != nil {
		return nil, err
	}
	ours := filepath.Join(root, "questions", "packs", "social-media-manager")
	if folder, err = filepath.Abs(folder); err != nil {
		return nil, err
	}
	replace := map[string]string{}
	for _, dir := range []string{ours, folder} {
		names, err := filepath.Glob(filepath.Join(dir, "*.json"))
		if err != nil {
			return nil, err
		}
		for _, name := range names {
			// Ours are removed first, then theirs take their place.
			replacement := ""
			if dir == folder {
				replacement = name
			}
			replace[filepath.Join(ours, filepath.Base(name))] = replacement
		}
	}
	// A pack may do without pay tables and uses ours then.
	tables, err := filepath.Glob(filepath.Join(folder, "pay", "*.csv"))
	for _, name := range tables {
		replace[filepath.Join(filepath.Dir(ours), "pay", filepath.Base(name))] = name
	}
	return replace, err
}
