package program

import (
	"cmp"
	"encoding/binary"
	"errors"
	"fmt"
	"slices"
)

// The Go linker writes the data of a program as up to 100,000 segments, to leave
// out each run of eight zeros. Uncompressed that is short; but what travels is
// compressed, where zeros cost next to nothing and the places of 100,000 segments
// cost a great deal: 0.1 of 1.5 MB (measured). A browser has fewer to read, too.

// joinGap is the fewest zeros between two segments that stay apart.
const joinGap = 512

// A segment is a piece of a program's memory as it starts.
type segment struct {
	start int
	data  []byte
}

// shrinkWasm returns the program with its data in few segments and without what it
// never reads of its table of functions. The rest of what the memory holds when the
// program starts stays the same, byte for byte.
func shrinkWasm(program []byte) ([]byte, error) {
	const header, dataSection = 8, 11
	if len(program) < header {
		return nil, errors.New("not a WebAssembly program")
	}
	out := slices.Clone(program[:header])
	for rest := program[header:]; len(rest) > 0; {
		id := rest[0]
		size, n := binary.Uvarint(rest[1:])
		if n <= 0 || size > uint64(len(rest)-1-n) {
			return nil, errors.New("a section of the program is cut short")
		}
		content := rest[1+n:][:size]
		rest = rest[1+n+int(size):]
		if id == dataSection {
			var err error
			if content, err = shrinkData(content); err != nil {
				return nil, fmt.Errorf("the program's data: %w", err)
			}
		}
		out = append(out, id)
		out = binary.AppendUvarint(out, uint64(len(content)))
		out = append(out, content...)
	}
	return out, nil
}

// shrinkData is shrinkWasm for the content of a data section.
func shrinkData(content []byte) ([]byte, error) {
	segments, err := readSegments(content)
	if err != nil {
		return nil, err
	}
	if segments, err = joined(segments); err != nil {
		return nil, err
	}
	if err := stripFunctions(segments); err != nil {
		return nil, err
	}
	return writeSegments(segments), nil
}

// joined puts segments in order and joins neighbours.
func joined(segments []segment) ([]segment, error) {
	slices.SortStableFunc(segments, func(a, b segment) int { return cmp.Compare(a.start, b.start) })
	var out []segment
	for _, s := range segments {
		if last := len(out) - 1; last >= 0 {
			to := &out[last]
			gap := s.start - to.start - len(to.data)
			if gap < 0 {
				return nil, fmt.Errorf("two segments hold the byte at %#x", s.start)
			}
			if gap < joinGap {
				to.data = append(append(to.data, make([]byte, gap)...), s.data...)
				continue
			}
		}
		out = append(out, segment{s.start, slices.Clone(s.data)})
	}
	return out, nil
}

// The instructions that give a segment's place: a constant, and the end.
const (
	i32Const = 0x41
	end      = 0x0b
)

// readSegments reads the content of a data section. Go's linker knows one kind of
// segment (of memory 0, at a constant place).
func readSegments(content []byte) ([]segment, error) {
	count, n := binary.Uvarint(content)
	if n <= 0 {
		return nil, errors.New("it has no count")
	}
	content = content[n:]
	var segments []segment
	for range count {
		if len(content) < 2 || content[0] != 0 || content[1] != i32Const {
			return nil, fmt.Errorf("segment %d is of a kind that Go did not write before", len(segments))
		}
		start, n := signed(content[2:])
		if n <= 0 || len(content) < 2+n+1 || content[2+n] != end {
			return nil, fmt.Errorf("the place of segment %d cannot be read", len(segments))
		}
		content = content[2+n+1:]
		size, n := binary.Uvarint(content)
		if n <= 0 || size > uint64(len(content)-n) {
			return nil, fmt.Errorf("segment %d is cut short", len(segments))
		}
		segments = append(segments, segment{start, content[n:][:size]})
		content = content[n+int(size):]
	}
	if len(content) > 0 {
		return nil, errors.New("something follows the last segment")
	}
	return segments, nil
}

// writeSegments is the opposite of readSegments.
func writeSegments(segments []segment) []byte {
	out := binary.AppendUvarint(nil, uint64(len(segments)))
	for _, s := range segments {
		out = append(out, 0, i32Const)
		out = appendSigned(out, s.start)
		out = append(out, end)
		out = binary.AppendUvarint(out, uint64(len(s.data)))
		out = append(out, s.data...)
	}
	return out
}

// signed reads a number as WebAssembly writes signed ones (LEB128), and tells how
// many bytes it takes, or 0. Places in memory are 32 bits.
func signed(b []byte) (value, n int) {
	for shift := 0; n < len(b) && shift < 35; shift += 7 {
		c := b[n]
		n++
		value |= int(c&0x7f) << shift
		if c < 0x80 {
			if c&0x40 != 0 {
				value -= 1 << (shift + 7)
			}
			return value, n
		}
	}
	return 0, 0
}

// appendSigned is the opposite of signed.
func appendSigned(b []byte, value int) []byte {
	for {
		c := byte(value & 0x7f)
		value >>= 7
		if value == 0 && c&0x40 == 0 || value == -1 && c&0x40 != 0 {
			return append(b, c)
		}
		b = append(b, c|0x80)
	}
}
