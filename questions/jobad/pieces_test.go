package jobad

import (
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
)

func TestPieces(t *testing.T) {
	found := func(spans ...[2]int) (list []Evidence) {
		for _, s := range spans {
			list = append(list, Evidence{Start: s[0], End: s[1]})
		}
		return list
	}
	for _, tt := range []struct {
		name, text string
		found      [][]Evidence
		want       []Piece
	}{
		{"nothing", "abc", nil, []Piece{{"abc", nil, nil}}},
		{"no text", "", [][]Evidence{found([2]int{0, 2})}, nil},
		{"one", "abcd", [][]Evidence{found([2]int{1, 3})}, []Piece{{"a", nil, nil}, {"bc", []int{0}, []int{0}}, {"d", nil, nil}}},
		{"everything", "ab", [][]Evidence{found([2]int{0, 2})}, []Piece{{"ab", []int{0}, []int{0}}}},
		{"overlapping", "abcdef", [][]Evidence{found([2]int{0, 4}), found([2]int{2, 6})},
			[]Piece{{"ab", []int{0}, nil}, {"cd", []int{0, 1}, []int{0}}, {"ef", []int{1}, []int{1}}}},
		{"one inside another", "abcdef", [][]Evidence{found([2]int{0, 6}), found([2]int{2, 4})},
			[]Piece{{"ab", []int{0}, nil}, {"cd", []int{0, 1}, []int{1}}, {"ef", []int{0}, []int{0}}}},
		{"the same words", "abc", [][]Evidence{found([2]int{0, 3}), found([2]int{0, 3})}, []Piece{{"abc", []int{0, 1}, []int{0, 1}}}},
		{"the same words for one finding", "abc", [][]Evidence{found([2]int{0, 3}, [2]int{0, 3})}, []Piece{{"abc", []int{0}, []int{0}}}},
		{"side by side", "abcd", [][]Evidence{found([2]int{0, 2}, [2]int{2, 4})},
			[]Piece{{"ab", []int{0}, []int{0}}, {"cd", []int{0}, []int{0}}}},
		{"letters of several bytes", "été à l’œuvre", [][]Evidence{found([2]int{0, 5})},
			[]Piece{{"été", []int{0}, []int{0}}, {" à l’œuvre", nil, nil}}},
		{"outside of the text", "ab", [][]Evidence{found([2]int{-1, 1}, [2]int{1, 9}, [2]int{1, 1}, [2]int{2, 1})}, []Piece{{"ab", nil, nil}}},
	} {
		got := Pieces(tt.text, tt.found)
		if !slices.EqualFunc(got, tt.want, func(a, b Piece) bool {
			return a.Text == b.Text && slices.Equal(a.Covers, b.Covers) && slices.Equal(a.Ends, b.Ends)
		}) {
			t.Errorf("%s: got %v, want %v", tt.name, got, tt.want)
		}
	}
}

// Wherever evidence stands, the pieces are the text, and each byte is covered by
// exactly the findings that have evidence there.
func TestPiecesCoverWhatTheEvidenceDoes(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	for range 500 {
		text := strings.Repeat("x", r.IntN(40))
		evidence := make([][]Evidence, r.IntN(5))
		for i := range evidence {
			for range r.IntN(4) {
				evidence[i] = append(evidence[i], Evidence{Start: r.IntN(44) - 2, End: r.IntN(44) - 2})
			}
		}
		at := 0
		for _, p := range Pieces(text, evidence) {
			if p.Text == "" {
				t.Fatal("an empty piece")
			}
			for i, list := range evidence {
				covers := slices.ContainsFunc(list, func(e Evidence) bool {
					return 0 <= e.Start && e.Start <= at && at+len(p.Text) <= e.End && e.End <= len(text)
				})
				if covers != slices.Contains(p.Covers, i) {
					t.Fatalf("byte %d: finding %d covers %v, and the piece says %v", at, i, covers, p.Covers)
				}
			}
			at += len(p.Text)
		}
		if at != len(text) {
			t.Fatalf("the pieces have %d of %d bytes", at, len(text))
		}
	}
}

func BenchmarkPieces(b *testing.B) {
	text := strings.Repeat("x", 1<<16)
	r := rand.New(rand.NewPCG(1, 2))
	evidence := make([][]Evidence, 40)
	for i := range 5000 {
		at := r.IntN(len(text) - 40)
		evidence[i%40] = append(evidence[i%40], Evidence{Start: at, End: at + 1 + r.IntN(30)})
	}
	for b.Loop() {
		Pieces(text, evidence)
	}
}
