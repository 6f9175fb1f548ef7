package questions

import (
	"bytes"
	"encoding/json"
	"strconv"
)

// Encode writes an answers file that Decode reads back to the same answers.
// Questions stand in pack order, so that equal answers give equal bytes and a
// reader finds their way. What Check refuses is left out: the file is always
// one that Decode accepts.
func (p *Pack) Encode(a Answers) []byte { return p.EncodeFile(AnswersFormat, nil, a) }

// EncodeFile writes a file that DecodeFile reads back; texts are those of
// f.Fields, and of f.May those that are not empty.
func (p *Pack) EncodeFile(f Format, texts map[string]string, a Answers) []byte {
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
	version := []byte(strconv.Itoa(f.Version))
	file := []byte{'{'}
	add := func(name string, value []byte) {
		if len(file) > 1 {
			file = append(file, ',')
		}
		file = append(append(append(file, mustMarshal(name)...), ':'), value...)
	}
	add("format", mustMarshal(f.Name))
	add("version", version)
	for _, name := range f.Fields {
		add(name, mustMarshal(texts[name]))
	}
	for _, name := range f.May {
		if text := texts[name]; text != "" {
			add(name, mustMarshal(text))
		}
	}
	add("pack", mustMarshal(p.ID))
	add("pack_version", mustMarshal(p.Version))
	add("answers", append(answers, '}'))
	var data bytes.Buffer
	if err := json.Indent(&data, append(file, '}'), "", " "); err != nil {
		panic(err) // what was put together above is not JSON
	}
	return append(data.Bytes(), '\n')
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
