package program

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"slices"

	"bothends/questions"
)

// A Go program carries, for each instruction, the file and the line that it was
// written in, and for each function its name, its first line and the list of its
// files. They are read when the program prints where it panicked; there our own names
// and those of the runtime stay, which tell as much. Without the lines of instructions
// 0.10 of 1.41 MB less travel, without those of functions 0.011, without the names
// of other libraries 0.011 (measured).
//
// The tables are Go's pclntab, in the layout of Go 1.26 and 1.27 (runtime/symtab.go
// and runtime/runtime2.go, pcHeader and _func).

// lineTableStart are the magic number, two zeros, the size of an instruction and
// the size of a pointer.
var lineTableStart = []byte{0xf1, 0xff, 0xff, 0xff, 0, 0, 1, 8}

// keptNames begin the names of functions that stay: ours, for the report of a panic,
// and those that the runtime looks for (reflect's in runtime/stkframe.go).
var keptNames = []string{"bothends/", "main.", "runtime.", "runtime/", "internal/", "reflect."}

var errLineTable = questions.WithHint(errors.New("the table of functions is not as Go 1.26 and 1.27 write it"), "read app/program/lines.go")

// stripLineTable takes the lines out of the memory that holds the table of functions.
func stripLineTable(memory []byte) error {
	at := bytes.Index(memory, lineTableStart)
	if at < 0 || bytes.Contains(memory[at+1:], lineTableStart) {
		return errLineTable
	}
	table := memory[at:]
	const headerSize = 72
	if len(table) < headerSize {
		return errLineTable
	}
	var header [8]int // the header's numbers after its start
	for i := range header {
		n := binary.LittleEndian.Uint64(table[8+8*i:])
		if n > uint64(len(table)) {
			return errLineTable
		}
		header[i] = int(n)
	}
	functions, names, files, values, index := header[0], header[3], header[4], header[6], header[7]
	if names != headerSize || !(names < files && files < values && values < index) || index+8*functions > len(table) {
		return errLineTable
	}
	kept := make([]bool, index-values) // of the tables of values by instruction
	kept[0] = true
	for i := range functions {
		start := index + int(binary.LittleEndian.Uint32(table[index+8*i+4:]))
		if err := stripFunction(table, start, values, kept); err != nil {
			return fmt.Errorf("function %d: %w", i, err)
		}
	}
	for i, keep := range kept {
		if !keep {
			table[values+i] = 0
		}
	}
	clear(table[files:values])
	stripNames(table[names:files])
	return nil
}

// stripNames takes out all names, each with a zero behind it, but those of keptNames.
func stripNames(names []byte) {
	for name := range bytes.SplitSeq(names, []byte{0}) {
		if !slices.ContainsFunc(keptNames, func(start string) bool { return bytes.HasPrefix(name, []byte(start)) }) {
			clear(name)
		}
	}
}

// stripFunction takes the lines of one function away, and marks the tables that the
// function still needs: how deep its stack is, and what the collector asks.
func stripFunction(table []byte, start, values int, kept []bool) error {
	const (
		stack, file, line, count = 16, 20, 24, 28
		unit, firstLine          = 32, 36
		more                     = 44
	)
	if start+more > len(table) {
		return errLineTable
	}
	f := table[start:]
	clear(f[file : line+4])
	clear(f[unit : firstLine+4])
	tables := int(binary.LittleEndian.Uint32(f[count:]))
	if tables > 16 || more+4*tables > len(f) { // there are five kinds
		return errLineTable
	}
	for i := -1; i < tables; i++ {
		place := stack
		if i >= 0 {
			place = more + 4*i
		}
		if !keep(table[values:][:len(kept)], int(binary.LittleEndian.Uint32(f[place:])), kept) {
			return errLineTable
		}
	}
	return nil
}

// keep marks the table that begins there: pairs of numbers, up to a pair that
// begins with zero and is not the first. It is false if there is none.
func keep(all []byte, start int, kept []bool) bool {
	if start == 0 { // no table
		return true
	}
	for i := start; i < len(all); {
		if all[i] == 0 && i > start {
			kept[i] = true
			return true
		}
		for range 2 {
			_, n := binary.Uvarint(all[i:])
			if n <= 0 {
				return false
			}
			for range n {
				kept[i] = true
				i++
			}
		}
	}
	return false
}
