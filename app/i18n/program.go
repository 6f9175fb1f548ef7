package i18n

import (
	"bytes"
	"encoding/json"
	"fmt"
	"maps"
	"strings"
)

// inPages begin the keys of words that stand in the pages which the builder writes and
// that the program never says. TestWordsOfPagesAlone holds that it says none of them, and
// that no group (what stands before the first dot) is missing.
var inPages = []string{
	"about", "access", "ad.boot", "ad.example", "away", "back", "boot", "choose", "clear", "embed", "evidence", "foot",
	"group.rule", "hosts", "hours.page", "intro", "leave", "method", "missing", "page", "poster", "privacy", "shares", "theme", "unkept", "unserved", "update",
}

// ForProgram returns the file of a language without the words that the program in the
// browser never says: every visit downloads the others.
func ForProgram(data []byte) ([]byte, error) {
	words := map[string]string{}
	if err := json.Unmarshal(data, &words); err != nil {
		return nil, fmt.Errorf("the words of the interface: %w", err)
	}
	maps.DeleteFunc(words, func(key, _ string) bool { return isInPages(key) })
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	err := e.Encode(words)
	return b.Bytes(), err
}

func isInPages(key string) bool {
	for _, group := range inPages {
		if key == group || strings.HasPrefix(key, group+".") {
			return true
		}
	}
	return false
}
