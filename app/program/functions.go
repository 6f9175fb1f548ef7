package program

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"slices"

	"bothends/questions"
)

// A Go program carries a table of its functions: for each instruction the file and the
// line that it was written in, which calls were inlined there, where the function could
// be interrupted, and how deep its stack is; for each function its name, its first line
// and what its arguments are called. All but the depth of the stack and what the
// collector asks is read when the program prints where it panicked, or by what a browser
// has none of (debuggers, signals). What is left moves together. README.md has what each
// part saves.
//
// The tables are Go's pclntab, in the layout of Go 1.26 and 1.27 (runtime/symtab.go
// and runtime/runtime2.go: pcHeader, functab, _func, moduledata, findfuncbucket).

// functionTableStart are the magic number, two zeros, the size of an instruction and
// the size of a pointer.
var functionTableStart = []byte{0xf1, 0xff, 0xff, 0xff, 0, 0, 1, 8}

// keptName reports whether a function keeps its name: ours, for the report of a panic,
// and what that report and the runtime look for by name (runtime/traceback.go,
// isExportedRuntime, and runtime/stkframe.go).
func keptName(name []byte) bool {
	for _, ours := range []string{"bothends/", "main."} {
		if bytes.HasPrefix(name, []byte(ours)) {
			return true
		}
	}
	of, is := bytes.CutPrefix(name, []byte("runtime."))
	return is && (string(of) == "gopanic" || len(of) > 0 && 'A' <= of[0] && of[0] <= 'Z') ||
		string(name) == "reflect.makeFuncStub" || string(name) == "reflect.methodValueCall"
}

var errFunctionTable = questions.WithHint(errors.New("the table of functions is not as Go 1.26 and 1.27 write it"), "read app/program/functions.go; build -plain does without")

// Places in the entry of a function (_func), in bytes, and which of its tables stay.
const (
	nameAt, stackAt, fileAt, lineAt         = 4, 16, 20, 24
	valueTables, unitAt, firstLineAt        = 28, 32, 36
	collectorTables, entrySize              = 43, 44
	stackMapIndex                           = 1 // PCDATA; 0 is where it can be interrupted, 2 and 3 are for reports
	inlineTree, openDefers                  = 3, 4
	noTable                          uint32 = 1<<32 - 1
)

// A functionTable is the part of the memory that holds the table of functions.
type functionTable struct {
	count                 int
	names, files, values  []byte
	index                 []byte // two numbers a function, its place and that of its entry, and then the entries
	keptNames, keptValues packed
}

// packed are pieces laid one behind the other, each once, the first behind a zero.
type packed struct {
	bytes []byte
	at    map[string]int
}

func newPacked() packed { return packed{[]byte{0}, map[string]int{"": 0}} }

// place returns where the piece lies.
func (p *packed) place(piece []byte) uint32 {
	at, found := p.at[string(piece)]
	if !found {
		at = len(p.bytes)
		p.at[string(piece)] = at
		p.bytes = append(p.bytes, piece...)
	}
	return uint32(at)
}

// stripFunctions takes out of the memory that a program starts with what it never reads
// of its table of functions.
func stripFunctions(segments []segment) error {
	holds := slices.IndexFunc(segments, func(s segment) bool { return bytes.Contains(s.data, functionTableStart) })
	if holds < 0 {
		return errFunctionTable
	}
	at := bytes.Index(segments[holds].data, functionTableStart)
	memory := segments[holds].data[at:]
	if bytes.Contains(memory[1:], functionTableStart) {
		return errFunctionTable
	}
	t, namesAt, err := openFunctionTable(memory)
	if err != nil {
		return err
	}
	if err := t.strip(); err != nil {
		return err
	}
	start := segments[holds].start + at
	return coarsen(segments, binary.LittleEndian.AppendUint64(binary.LittleEndian.AppendUint64(nil, uint64(start)), uint64(start+namesAt)), t.count)
}

// openFunctionTable reads the header at the beginning of memory, and tells where the
// names begin.
func openFunctionTable(memory []byte) (t functionTable, namesAt int, err error) {
	const headerSize = 72
	if len(memory) < headerSize {
		return t, 0, errFunctionTable
	}
	var header [8]int // the header's numbers after its start
	for i := range header {
		n := binary.LittleEndian.Uint64(memory[8+8*i:])
		if n > uint64(len(memory)) {
			return t, 0, errFunctionTable
		}
		header[i] = int(n)
	}
	count, names, files, values, index := header[0], header[3], header[4], header[6], header[7]
	if names != headerSize || !(names < files && files < values && values < index) || count == 0 || index+8*count > len(memory) {
		return t, 0, errFunctionTable
	}
	return functionTable{
		count: count, names: memory[names:files], files: memory[files:values], values: memory[values:index], index: memory[index:],
		keptNames: newPacked(), keptValues: newPacked(),
	}, names, nil
}

// strip leaves what is read, one behind the other and zeros after it.
func (t *functionTable) strip() error {
	var entries []byte
	var places []uint32
	first, end := len(t.index), 0
	for i := range t.count {
		place := int(binary.LittleEndian.Uint32(t.index[8*i+4:]))
		if place < 8*t.count || place > len(t.index)-entrySize {
			return errFunctionTable
		}
		entry, size, err := t.stripped(t.index[place:])
		if err != nil {
			return fmt.Errorf("function %d: %w", i, err)
		}
		first, end = min(first, place), max(end, place+size)
		places = append(places, uint32(len(entries)))
		entries = append(entries, entry...)
	}
	for _, part := range []struct{ from, to []byte }{
		{t.keptNames.bytes, t.names}, {nil, t.files}, {t.keptValues.bytes, t.values}, {entries, t.index[first:end]},
	} {
		if len(part.from) > len(part.to) {
			return errFunctionTable
		}
		clear(part.to[copy(part.to, part.from):])
	}
	for i, place := range places {
		binary.LittleEndian.PutUint32(t.index[8*i+4:], uint32(first)+place)
	}
	return nil
}

// stripped returns what is left of the entry of a function, and the size that it had.
func (t *functionTable) stripped(f []byte) (entry []byte, size int, err error) {
	number := func(at int) uint32 { return binary.LittleEndian.Uint32(f[at:]) }
	values, collector := int(number(valueTables)), int(f[collectorTables])
	size = entrySize + 4*values + 4*collector
	if values > 4 || size > len(f) { // Go for the browser writes four kinds
		return nil, 0, errFunctionTable
	}
	entry = slices.Clone(f[:entrySize])
	put := func(at int, n uint32) { binary.LittleEndian.PutUint32(entry[at:], n) }

	name := number(nameAt)
	if uint64(name) >= uint64(len(t.names)) {
		return nil, 0, errFunctionTable
	}
	text, _, ends := bytes.Cut(t.names[name:], []byte{0})
	if !ends {
		return nil, 0, errFunctionTable
	}
	put(nameAt, 0)
	if keptName(text) {
		put(nameAt, t.keptNames.place(t.names[name:][:len(text)+1]))
	}
	for _, at := range []int{fileAt, lineAt, unitAt, firstLineAt} {
		put(at, 0)
	}
	stack, err := t.moved(number(stackAt))
	if err != nil {
		return nil, 0, err
	}
	put(stackAt, stack)

	put(valueTables, 0)
	if values > stackMapIndex {
		which, err := t.moved(number(entrySize + 4*stackMapIndex))
		if err != nil {
			return nil, 0, err
		}
		if which != 0 {
			put(valueTables, stackMapIndex+1)
			entry = binary.LittleEndian.AppendUint32(append(entry, make([]byte, 4*stackMapIndex)...), which)
		}
	}
	var tables []uint32
	for i := range min(collector, openDefers+1) {
		tables = append(tables, number(entrySize+4*values+4*i))
	}
	if len(tables) > inlineTree {
		tables[inlineTree] = noTable
	}
	for len(tables) > 0 && tables[len(tables)-1] == noTable {
		tables = tables[:len(tables)-1]
	}
	entry[collectorTables] = byte(len(tables))
	for _, table := range tables {
		entry = binary.LittleEndian.AppendUint32(entry, table)
	}
	return entry, size, nil
}

// moved keeps the table of values that begins there, and returns where it begins then:
// pairs of numbers, up to a pair that begins with zero and is not the first.
func (t *functionTable) moved(start uint32) (uint32, error) {
	if start == 0 { // no table
		return 0, nil
	}
	for i := int(start); i < len(t.values); {
		if t.values[i] == 0 && i > int(start) {
			return t.keptValues.place(t.values[start : i+1]), nil
		}
		for range 2 {
			_, n := binary.Uvarint(t.values[min(i, len(t.values)):])
			if n <= 0 {
				return 0, errFunctionTable
			}
			i += n
		}
	}
	return 0, errFunctionTable
}

// coarse is the number of functions among which the runtime searches one by one when it
// looks for that of an instruction. Go writes the number of each function 16 times, from
// which it need not search; with that of every 64th alone 0.012 MB less travel.
const coarse = 64

// coarsen rounds the numbers of functions down in the table that says where to begin the
// search for one (findfunctab). head is how the list of all tables (moduledata) begins.
func coarsen(segments []segment, head []byte, count int) error {
	const tableWord, lowestWord, highestWord, words = 19, 20, 21, 22
	const perBucket, bucketSize = 4096, 20 // instructions, bytes
	var list []byte
	for _, s := range segments {
		if i := bytes.Index(s.data, head); i >= 0 {
			if list != nil || len(s.data) < i+8*words {
				return errFunctionTable
			}
			list = s.data[i:]
		}
	}
	if list == nil {
		return errFunctionTable
	}
	word := func(i int) uint64 { return binary.LittleEndian.Uint64(list[8*i:]) }
	start, lowest, highest := word(tableWord), word(lowestWord), word(highestWord)
	if highest < lowest || (highest-lowest)/perBucket > 1<<20 {
		return errFunctionTable
	}
	buckets := (highest - lowest + perBucket - 1) / perBucket
	for _, s := range segments {
		if start < uint64(s.start) || start-uint64(s.start)+bucketSize*buckets > uint64(len(s.data)) {
			continue
		}
		table := s.data[start-uint64(s.start):]
		for i := range buckets {
			bucket := table[bucketSize*i:][:bucketSize]
			first := binary.LittleEndian.Uint32(bucket)
			if first >= uint32(count) {
				return errFunctionTable
			}
			binary.LittleEndian.PutUint32(bucket, first-first%coarse)
			clear(bucket[4:])
		}
		return nil
	}
	return errFunctionTable
}
