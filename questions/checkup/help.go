package checkup

import (
	"errors"
	"io/fs"

	"bothends/questions"
	"bothends/questions/packs"
)

// A pack may bring help lines, or their words in a language that ours lack, in a
// folder of its own. Every file that it does not bring is ours.
func helpFiles(fsys fs.FS) fs.FS {
	return layers{folder(fsys, packs.Help), folder(packs.Files, packs.Help)}
}

// layers are folders of which the first that has a file gives it.
type layers []fs.FS

func (l layers) Open(name string) (f fs.File, err error) {
	for _, layer := range l {
		if f, err = layer.Open(name); !errors.Is(err, fs.ErrNotExist) {
			break
		}
	}
	return f, err
}

func openHelp(fsys fs.FS) ([]questions.HelpLine, []questions.Problem) {
	lines, problems := questions.LoadHelp(helpFiles(fsys))
	return lines, inFolder(packs.Help, problems)
}

// helpWords reads what is said about the help lines in one language, and the
// names of their countries.
func helpWords(fsys fs.FS, lang string, lines []questions.HelpLine) (questions.Words, []questions.Problem) {
	words, problems := questions.LoadWords(helpFiles(fsys), lang, questions.HelpWordKeys(lines))
	return words, inFolder(packs.Help, problems)
}

// without returns the keys that are not among those taken.
func without(keys []string, taken map[string]bool) []string {
	var left []string
	for _, key := range keys {
		if !taken[key] {
			left = append(left, key)
		}
	}
	return left
}
