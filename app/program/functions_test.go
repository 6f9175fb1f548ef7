package program

import (
	"bytes"
	"encoding/binary"
	"slices"
	"strings"
	"testing"
)

// exampleStart is where the example lies in memory.
const exampleStart = 700

// An exampleFunction is an entry as Go writes it: where its name is and where its
// tables are, those of its stack, its file and its line among them.
type exampleFunction struct {
	name, stack, file, line, unit, firstLine uint32
	values, collector                        []uint32
}

// exampleOf is what a program holds of two functions, as Go writes it or as it is left,
// with the list of tables and the places to begin the search behind it.
func exampleOf(names, files, values string, functions []exampleFunction, search []uint32) []byte {
	const namesAt, tables, room = 72, 52, 184
	valuesAt := namesAt + tables + len(files)
	index := valuesAt + len(values)
	b := slices.Clone(functionTableStart)
	for _, n := range []int{len(functions), 1, 0, namesAt, namesAt + tables, namesAt + tables, valuesAt, index} {
		b = binary.LittleEndian.AppendUint64(b, uint64(n))
	}
	b = append(append(append(b, names...), make([]byte, tables-len(names))...), files+values...)
	word := func(n uint32) { b = binary.LittleEndian.AppendUint32(b, n) }
	place := 8*len(functions) + 4
	for i, f := range functions {
		word(uint32(i))
		word(uint32(place))
		place += entrySize + 4*len(f.values) + 4*len(f.collector)
	}
	word(uint32(len(functions)))
	for i, f := range functions {
		for _, n := range []uint32{uint32(i), f.name, 8, 9, f.stack, f.file, f.line, uint32(len(f.values)), f.unit, f.firstLine, uint32(len(f.collector)) << 24} {
			word(n)
		}
		for _, n := range slices.Concat(f.values, f.collector) {
			word(n)
		}
	}
	b = append(b, make([]byte, index+room-len(b))...)
	searchAt := exampleStart + len(b)
	for _, n := range search {
		word(n)
		b = append(b, make([]byte, 16)...)
	}
	list := make([]uint64, 22)
	list[0], list[1] = exampleStart, exampleStart+namesAt
	list[19], list[20], list[21] = uint64(searchAt), 1<<16, 1<<16+uint64(4096*len(search))
	for _, n := range list {
		b = binary.LittleEndian.AppendUint64(b, n)
	}
	return b
}

const (
	stackValues, fileValues, lineValues    = "\x02\x04\x00", "\x02\x05\x00", "\x90\x01\x06\x00"
	unsafeValues, mapValues, inlinedValues = "\x02\x09\x00", "\x00\x07\x03\x08\x00", "\x02\x0b\x00"
)

func exampleTable() []byte {
	return exampleOf("\x00library.F\x00bothends/app/ui.Start\x00main.main\x00", "p/f.go\x00\x00",
		"\x00"+stackValues+fileValues+lineValues+unsafeValues+mapValues+inlinedValues, []exampleFunction{
			{name: 1, stack: 1, file: 4, line: 7, unit: 3, firstLine: 20, values: []uint32{11, 14, 19}, collector: []uint32{5, 6, noTable, 7, 8, 9}},
			{name: 33, stack: 1, file: 4, line: 7, firstLine: 30, values: []uint32{11, 0}, collector: []uint32{5, noTable, noTable, 7}},
		}, []uint32{0, 1})
}

func TestStripFunctions(t *testing.T) {
	memory := []segment{{5, []byte("before")}, {exampleStart, exampleTable()}}
	if err := stripFunctions(memory); err != nil {
		t.Fatal(err)
	}
	want := exampleOf("\x00main.main\x00", strings.Repeat("\x00", 8),
		"\x00"+stackValues+mapValues+strings.Repeat("\x00", len(fileValues+lineValues+unsafeValues+inlinedValues)), []exampleFunction{
			{stack: 1, values: []uint32{0, 4}, collector: []uint32{5, 6, noTable, noTable, 8}},
			{name: 1, stack: 1, collector: []uint32{5}},
		}, []uint32{0, 0})
	if got := memory[1].data; !bytes.Equal(got, want) {
		t.Errorf("got\n%v, want\n%v", got, want)
	}
}

// A table that is not as Go 1.26 and 1.27 write it is refused, never read as something else.
func TestStripFunctionsRefuses(t *testing.T) {
	whole := exampleTable()
	for n := range whole {
		if err := stripFunctions([]segment{{exampleStart, whole[:n:n]}}); err == nil {
			t.Errorf("a table cut off after %d bytes was taken", n)
		}
		whole = exampleTable()
	}
	const index = 72 + 52 + 8 + 1 + 3 + 3 + 4 + 3 + 5 + 3
	const first = index + 2*8 + 4
	for name, c := range map[string]struct {
		at int
		to byte
	}{
		"a fifth kind of values":       {first + valueTables, 5},
		"a name beyond all":            {first + nameAt + 1, 1},
		"values beyond all":            {first + stackAt + 1, 1},
		"the entry of a function":      {index + 4 + 1, 9},
		"an entry among the places":    {index + 4, 8},
		"a function that is not there": {len(whole) - 22*8 - 20, 2},
		"another list of tables":       {len(whole) - 22*8, 0},
		"where to search beyond all":   {len(whole) - 3*8 + 2, 1},
	} {
		changed := exampleTable()
		changed[c.at] = c.to
		if err := stripFunctions([]segment{{exampleStart, changed}}); err == nil {
			t.Errorf("%s: taken", name)
		}
	}
	two := append(exampleTable(), exampleTable()...)
	if err := stripFunctions([]segment{{exampleStart, two}}); err == nil {
		t.Error("two tables: taken")
	}
}

// The search for a function begins at or before it, and not far before it.
func TestCoarsen(t *testing.T) {
	const count = 3*coarse + 5
	var search []byte
	for i := range count {
		search = append(binary.LittleEndian.AppendUint32(search, uint32(i)), bytes.Repeat([]byte{1}, 16)...)
	}
	list := []byte("head....")
	for range 18 {
		list = binary.LittleEndian.AppendUint64(list, 0)
	}
	for _, n := range []uint64{1000, 1 << 28, 1<<28 + 4096*count - 7} {
		list = binary.LittleEndian.AppendUint64(list, n)
	}
	if err := coarsen([]segment{{1000, search}, {50, append(list, 0, 0, 0, 0, 0, 0, 0, 0)}}, []byte("head...."), count); err != nil {
		t.Fatal(err)
	}
	for i := range count {
		bucket := search[20*i:][:20]
		if first := int(binary.LittleEndian.Uint32(bucket)); first > i || first <= i-coarse || !bytes.Equal(bucket[4:], make([]byte, 16)) {
			t.Errorf("the search for function %d begins at %v", i, bucket)
		}
	}
}

func TestKeptName(t *testing.T) {
	for name, want := range map[string]bool{
		"bothends/app/ui.Start": true, "main.main": true, "runtime.gopanic": true, "runtime.Gosched": true,
		"reflect.methodValueCall": true, "reflect.makeFuncStub": true,
		"": false, "runtime.": false, "runtime.mallocgc": false, "xruntime.Gosched": false, "runtime/debug.Stack": false, "encoding/json.Unmarshal": false,
	} {
		if got := keptName([]byte(name)); got != want {
			t.Errorf("%q: got %v, want %v", name, got, want)
		}
	}
}
