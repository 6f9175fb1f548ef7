package questions

import "encoding/json"

// Encode writes an answers file that Decode reads back to the same answers.
// Questions stand in pack order, so that equal answers give equal bytes and a
// reader finds their way. What Check refuses is left out: the file is always
// one that Decode accepts.
func (p *Pack) Encode(a Answers) []byte {
	answers := []byte{'{'}
	for _, q := range p.questions {
		value, ok := a[q.ID]
		if !ok || value == nil || len(p.checkAnswer(q, value)) > 0 {
			continue
		}
		if keys, ok := value.([]string); ok && keys == nil {
			value = []string{} // null would be a skipped question
		}
		if shares, ok := value.(map[string]float64); ok && shares == nil {
			value = map[string]float64{}
		}
		if len(answers) > 1 {
			answers = append(answers, ',')
		}
		answers = append(answers, mustMarshal(q.ID)...)
		answers = append(answers, ':')
		answers = append(answers, mustMarshal(value)...)
	}
	file := struct {
		Format      string          `json:"format"`
		Version     int             `json:"version"`
		Pack        string          `json:"pack"`
		PackVersion string          `json:"pack_version"`
		Answers     json.RawMessage `json:"answers"`
	}{answersFormat, answersVersion, p.ID, p.Version, append(answers, '}')}
	data, err := json.MarshalIndent(file, "", " ")
	if err != nil {
		panic(err) // what was put together above is not JSON
	}
	return append(data, '\n')
}

// mustMarshal marshals what always can be: strings, finite numbers, and lists
// and maps of them.
func mustMarshal(value any) []byte {
	data, err := json.Marshal(value)
	if err != nil {
		panic(err)
	}
	return data
}
