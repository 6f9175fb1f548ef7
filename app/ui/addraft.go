package ui

import (
	"encoding/json"

	"bothends/questions"
	"bothends/questions/jobad"
)

// A draft of the check-up, as web/page.js keeps it for the tab.
type draft struct {
	Version int                 `json:"v"`
	Answers map[string][]string `json:"answers"`
	Step    int                 `json:"step"`
	Done    bool                `json:"done"`
}

// mergeDraft puts answers of an ad under those of a kept draft, and opens the
// draft at its first step. A draft that cannot be read is none.
func mergeDraft(p *questions.Pack, kept string, a questions.Answers, point string) (string, jobad.Merge) {
	var earlier struct { // whose step may be "result"
		Version int                 `json:"v"`
		Answers map[string][]string `json:"answers"`
	}
	if json.Unmarshal([]byte(kept), &earlier) != nil || earlier.Version != 1 {
		earlier.Answers = nil
	}
	m := jobad.MergeInto(p, earlier.Answers, a, point)
	data, err := json.Marshal(draft{Version: 1, Answers: m.Values, Step: 1})
	if err != nil {
		panic(err) // strings and lists of strings always encode
	}
	return string(data), m
}
