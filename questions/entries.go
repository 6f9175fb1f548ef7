package questions

import (
	"encoding/json"
	"slices"
	"strconv"
)

// Entries reads a file of format f that holds other files of ours in a list:
//
//	{"format": "bothends-records", "version": 1, "records": [{…}, {…}]}
//
// It returns each of them as it stands in the file, to be read by itself. Like
// Decode it refuses the file whole; most is how many entries it may have. What stands
// in f.Fields, beside the list, is left to the caller.
func Entries(f Format, list string, most int, data []byte) ([]json.RawMessage, []Problem) {
	var found problems
	root, ok := parseJSON(data, &found)
	if !ok {
		return nil, found.list
	}
	top, ok := root.(object)
	if !ok {
		found.add(wrongType("", "", describeJSON(root), "object"))
		return nil, found.list
	}
	value, hasList := top.get(list)
	if !f.checkFormat(top, &found) && !hasList {
		return nil, found.list
	}
	version, hasVersion := top.get("version")
	switch number, isNumber := version.(json.Number); {
	case !hasVersion:
		found.add(missingField("version"))
	case !isNumber:
		found.add(wrongType("version", "", describeJSON(version), "number"))
	default:
		f.checkVersion(number, &found)
	}
	fields := append([]string{"format", "version", list}, f.Fields...)
	for _, m := range top {
		if !slices.Contains(fields, m.name) && !found.full() {
			found.add(unknownField(field("", m.name), m.name, fields))
		}
	}
	switch entries, isList := value.([]any); {
	case !hasList:
		found.add(missingField(list))
	case !isList:
		found.add(wrongType(list, "", describeJSON(value), "list"))
	case len(entries) > most:
		limit := strconv.Itoa(most)
		found.add(Problem{
			Path:    list,
			Code:    TooMany,
			Args:    map[string]string{"max": limit},
			Message: "there are more than " + limit + " entries",
		})
	default:
		for i, entry := range entries {
			if jsonType(entry) != "object" {
				found.add(wrongType(index(list, i), "", describeJSON(entry), "object"))
			}
		}
	}
	if len(found.list) > 0 {
		return nil, found.list
	}
	var fieldsOf map[string]json.RawMessage
	var entries []json.RawMessage
	text, _ := DecodeUnicode(data)
	err := json.Unmarshal(text, &fieldsOf)
	if err == nil {
		err = json.Unmarshal(fieldsOf[list], &entries)
	}
	if err != nil {
		panic(err) // it was parsed above
	}
	return entries, nil
}

func missingField(name string) Problem {
	return Problem{
		Path:    name,
		Code:    MissingField,
		Args:    map[string]string{"id": name},
		Message: "is missing",
	}
}
