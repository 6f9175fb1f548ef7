package jobad

import "slices"

// A Piece of an ad: text that the same findings cover.
type Piece struct {
	Text   string
	Covers []int // indices of the findings that say so here, in order
	Ends   []int // those among them whose words end with this piece
}

// Pieces cuts an ad at every beginning and end of evidence; evidence[i] are the
// words behind finding i. Evidence can overlap; together the pieces are the text.
func Pieces(text string, evidence [][]Evidence) []Piece {
	type edge struct {
		at, finding int
		ends        bool
	}
	var edges []edge
	for i, list := range evidence {
		for _, e := range list {
			if 0 <= e.Start && e.Start < e.End && e.End <= len(text) {
				edges = append(edges, edge{e.Start, i, false}, edge{e.End, i, true})
			}
		}
	}
	slices.SortFunc(edges, func(a, b edge) int {
		if a.at != b.at {
			return a.at - b.at
		}
		return a.finding - b.finding
	})

	var pieces []Piece
	var open []int // findings that are open here, in order, one as often as it is
	at := 0
	for len(edges) > 0 {
		next := edges[0].at
		covers := slices.Compact(slices.Clone(open))
		var ends []int
		for ; len(edges) > 0 && edges[0].at == next; edges = edges[1:] {
			e := edges[0]
			j, _ := slices.BinarySearch(open, e.finding)
			if e.ends {
				open = slices.Delete(open, j, j+1)
				ends = append(ends, e.finding)
			} else {
				open = slices.Insert(open, j, e.finding)
			}
		}
		if next > at {
			pieces = append(pieces, Piece{text[at:next], covers, slices.Compact(ends)})
			at = next
		}
	}
	if at < len(text) {
		pieces = append(pieces, Piece{Text: text[at:]})
	}
	return pieces
}
