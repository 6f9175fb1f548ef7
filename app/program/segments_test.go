package program

import (
	"bytes"
	"encoding/binary"
	"slices"
	"strings"
	"testing"
)

// wasm is a program that holds nothing but data.
func wasm(data []byte) []byte {
	b := append([]byte("\x00asm\x01\x00\x00\x00"), 11)
	b = binary.AppendUvarint(b, uint64(len(data)))
	return append(b, data...)
}

// started is the memory that a program starts with.
func started(t *testing.T, segments []segment) []byte {
	t.Helper()
	var memory []byte
	for _, s := range segments {
		memory = append(memory, make([]byte, max(0, s.start+len(s.data)-len(memory)))...)
		copy(memory[s.start:], s.data)
	}
	return memory
}

func TestJoined(t *testing.T) {
	segments := []segment{
		{9000, []byte("far away")},
		{10, []byte("ab")},
		{12 + joinGap - 1, []byte("near")},
		{9008 + joinGap, []byte("apart")},
	}
	want := started(t, segments)
	got, err := joined(slices.Clone(segments))
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(started(t, got), want) {
		t.Error("the memory is another one")
	}
	if starts := []int{got[0].start, got[1].start, got[2].start}; len(got) != 3 || !slices.Equal(starts, []int{10, 9000, 9008 + joinGap}) {
		t.Errorf("%d segments at %v, want 3 at 10, 9000 and %d", len(got), starts, 9008+joinGap)
	}
	if _, err := joined([]segment{{5, []byte("abc")}, {7, []byte("x")}}); err == nil || !strings.Contains(err.Error(), "0x7") {
		t.Errorf("two segments with one byte: got %v", err)
	}
}

func TestSegmentsAreReadAsTheyAreWritten(t *testing.T) {
	want := []segment{{0, []byte("a")}, {63, []byte("b")}, {64, nil}, {8191, []byte("c")}, {1 << 22, []byte("d")}, {1<<31 - 1, []byte("e")}}
	got, err := readSegments(writeSegments(want))
	if err != nil {
		t.Fatal(err)
	}
	for i, s := range got {
		if s.start != want[i].start || !bytes.Equal(s.data, want[i].data) {
			t.Errorf("segment %d is %v, want %v", i, s, want[i])
		}
	}
}

func TestShrinkWasmRefuses(t *testing.T) {
	for name, c := range map[string]struct {
		program []byte
		want    string
	}{
		"not a program":        {[]byte("\x00asm"), "not a WebAssembly program"},
		"a section cut short":  {wasm([]byte{0})[:10], "cut short"},
		"no count":             {wasm(nil), "no count"},
		"passive data":         {wasm([]byte{1, 1, 1, 'a'}), "segment 0 is of a kind"},
		"a place without end":  {wasm([]byte{1, 0, i32Const, 5, 1, 'a'}), "the place of segment 0"},
		"a segment cut short":  {wasm([]byte{1, 0, i32Const, 5, end, 2, 'a'}), "segment 0 is cut short"},
		"something after":      {wasm([]byte{1, 0, i32Const, 5, end, 1, 'a', 'b'}), "follows the last segment"},
		"no data":              {wasm([]byte{0}), "the table of functions"},
		"no table of the sort": {wasm(writeSegments([]segment{{5, []byte("abc")}})), "the table of functions"},
		"a table cut short":    {wasm(writeSegments([]segment{{5, functionTableStart}})), "the table of functions"},
		"two tables":           {wasm(writeSegments([]segment{{5, slices.Repeat(functionTableStart, 12)}})), "the table of functions"},
	} {
		if _, err := shrinkWasm(c.program); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: got %v, want %q", name, err, c.want)
		}
	}
}

func FuzzShrinkWasm(f *testing.F) {
	f.Add(wasm(writeSegments([]segment{{700, exampleTable()}})))
	f.Add(wasm(writeSegments([]segment{{5, []byte("a")}, {700, exampleTable()}, {99999, []byte("b")}})))
	f.Fuzz(func(t *testing.T, program []byte) {
		once, err := shrinkWasm(program)
		if err != nil {
			return
		}
		twice, err := shrinkWasm(once)
		if err != nil || !bytes.Equal(once, twice) {
			t.Errorf("a program that was shrunk once becomes another one: %v", err)
		}
	})
}
