package record

import (
	"encoding/json"
	"strconv"

	"bothends/questions"
)

// ListFormat is that of a file of kept results.
var ListFormat = questions.Format{Name: "bothends-records", Version: 1}

const manyList = "records"

// MaxRecords is how many results are kept, and how many one file may hold: one a
// week for four years. All of them together stay far below what a browser
// gives a site.
const MaxRecords = 200

// EncodeMany puts records into one file, each as it is: also those that only a
// newer version can read. Text that is no JSON object, which no version can,
// is left out.
func EncodeMany(records []string) []byte {
	list := []json.RawMessage{}
	for _, text := range records {
		var fields map[string]json.RawMessage
		if json.Unmarshal([]byte(text), &fields) == nil && fields != nil {
			list = append(list, json.RawMessage(text))
		}
	}
	data, err := json.MarshalIndent(struct {
		Format  string            `json:"format"`
		Version int               `json:"version"`
		Records []json.RawMessage `json:"records"`
	}{ListFormat.Name, ListFormat.Version, list}, "", " ")
	if err != nil {
		panic(err) // each was parsed above
	}
	return append(data, '\n')
}

// DecodeMany reads such a file, or refuses it whole with every problem.
func DecodeMany(p *questions.Pack, data []byte) ([]Record, []questions.Problem) {
	entries, problems := questions.Entries(ListFormat, manyList, MaxRecords, data)
	if len(problems) > 0 {
		return nil, problems
	}
	records := make([]Record, 0, len(entries))
	for i, entry := range entries {
		r, wrong := Decode(p, entry)
		for _, problem := range wrong {
			place := manyList + "[" + strconv.Itoa(i) + "]"
			if problem.Path != "" {
				place += "." + problem.Path
			}
			problem.Path = place
			problems = append(problems, problem)
		}
		records = append(records, r)
	}
	if len(problems) > 0 {
		return nil, problems
	}
	return records, nil
}
