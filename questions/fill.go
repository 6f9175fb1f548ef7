package questions

import (
	"encoding/json"
	"errors"
	"io"
	"io/fs"
	"reflect"
	"strconv"
	"strings"
)

// ReadJSON reads the JSON file name into the struct, map or slice that into
// points to. It reports everything encoding/json would let pass or stop at:
// names the struct does not have (compared exactly, not by case), names that
// stand twice in one object, null, and every value of the wrong type. What
// could be read is in into even then, so that the caller can go on looking for
// problems; a problem with an empty Path means that nothing could.
func ReadJSON(fsys fs.FS, name string, into any) []Problem {
	found := problems{file: name}
	data, ok := readFile(fsys, name, &found)
	if !ok {
		return found.list
	}
	value, ok := parseJSON(data, &found)
	if !ok {
		return found.list
	}
	if fields, ok := value.(object); ok {
		value = withoutSchema(fields, &found)
	}
	f := filler{&found, map[reflect.Type]map[string]int{}}
	f.fill(value, reflect.ValueOf(into).Elem(), "")
	return found.list
}

// SchemaKey is a name that every file may have at its top: it tells editors
// where the file's JSON Schema is, and means nothing here.
const SchemaKey = "$schema"

func withoutSchema(fields object, found *problems) object {
	kept := make(object, 0, len(fields))
	for _, m := range fields {
		if m.name != SchemaKey {
			kept = append(kept, m)
		} else if _, ok := m.value.(string); !ok {
			found.add(wrongType(field("", SchemaKey), "", describeJSON(m.value), "text"))
		}
	}
	return kept
}

func readFile(fsys fs.FS, name string, found *problems) ([]byte, bool) {
	file, err := fsys.Open(name)
	var data []byte
	if err == nil {
		defer file.Close()
		data, err = io.ReadAll(io.LimitReader(file, MaxFileSize+1))
	}
	if err != nil {
		message := "cannot be read: " + err.Error()
		if errors.Is(err, fs.ErrNotExist) {
			message = "there is no such file"
		}
		found.add(Problem{Code: UnreadableFile, Message: message})
		return nil, false
	}
	return data, true
}

// A filler copies a JSON tree into Go values and reports what does not fit. It
// knows the types that packs are made of.
type filler struct {
	found  *problems
	fields map[reflect.Type]map[string]int // of structs, by JSON name
}

func (f *filler) fill(value any, into reflect.Value, path string) {
	want := ""
	switch into.Kind() {
	case reflect.Pointer:
		into.Set(reflect.New(into.Type().Elem()))
		f.fill(value, into.Elem(), path)
		return
	case reflect.String:
		if text, ok := value.(string); ok {
			into.SetString(text)
			return
		}
		want = "text"
	case reflect.Bool:
		if yes, ok := value.(bool); ok {
			into.SetBool(yes)
			return
		}
		want = "true or false"
	case reflect.Float64:
		number, _ := value.(json.Number)
		if n, err := strconv.ParseFloat(string(number), 64); err == nil {
			into.SetFloat(n)
			return
		}
		want = "number"
	case reflect.Int:
		number, _ := value.(json.Number)
		if n, err := strconv.Atoi(string(number)); err == nil {
			into.SetInt(int64(n))
			return
		}
		want = "whole number"
	case reflect.Slice:
		if list, ok := value.([]any); ok {
			into.Set(reflect.MakeSlice(into.Type(), len(list), len(list)))
			for i, v := range list {
				f.fill(v, into.Index(i), index(path, i))
			}
			return
		}
		want = "list"
	case reflect.Map:
		if fields, ok := value.(object); ok {
			into.Set(reflect.MakeMapWithSize(into.Type(), len(fields)))
			for _, m := range fields {
				element := reflect.New(into.Type().Elem()).Elem()
				f.fill(m.value, element, field(path, m.name))
				into.SetMapIndex(reflect.ValueOf(m.name), element)
			}
			return
		}
		want = "object"
	case reflect.Struct:
		if fields, ok := value.(object); ok {
			f.fillStruct(fields, into, path)
			return
		}
		want = "object"
	default:
		panic("questions: ReadJSON does not fill a " + into.Type().String())
	}
	f.found.add(wrongType(path, "", describeJSON(value), want))
}

func (f *filler) fillStruct(fields object, into reflect.Value, path string) {
	t := into.Type()
	numbers, ok := f.fields[t]
	if !ok {
		numbers = map[string]int{}
		for i := range t.NumField() {
			if name := jsonName(t.Field(i)); name != "" {
				numbers[name] = i
			}
		}
		f.fields[t] = numbers
	}
	for _, m := range fields {
		if i, ok := numbers[m.name]; ok {
			f.fill(m.value, into.Field(i), field(path, m.name))
		} else if !f.found.full() {
			names := make([]string, 0, len(numbers))
			for i := range t.NumField() {
				if name := jsonName(t.Field(i)); name != "" {
					names = append(names, name)
				}
			}
			f.found.add(unknownField(field(path, m.name), m.name, names))
		}
	}
}

// jsonName returns the name of a field in files, or nothing for one that no
// file sets.
func jsonName(f reflect.StructField) string {
	name, _, _ := strings.Cut(f.Tag.Get("json"), ",")
	if name == "-" {
		return ""
	}
	return name
}
