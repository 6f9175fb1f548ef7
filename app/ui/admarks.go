package ui

import (
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"bothends/app/say"
	"bothends/questions/jobad"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// adMarks are the text of an ad as HTML, with the words that were found marked.
// A long ad has thousands of marks. As strings they are on the screen ten times
// sooner than as elements of go-app, but all at once they would still hold up
// the browser: so they are made, parsed and laid out a piece at a time, and each
// piece stands in a block of its own.
type adMarks struct {
	text  string
	cuts  []int         // where pieces end
	made  []string      // what is on the screen of each, from the first on
	now   []jobad.Piece // everything, as it is to be marked; nil when not known yet
	found []say.Found
	at    int // pieces that are marked so
	seen  int // of now
	from  int // where the first of now that was not seen begins
	turn  int // counts markings
}

// blockSize is about how many bytes of an ad stand in one block: marking and
// laying out one takes a few milliseconds. The box shows less at a time.
const blockSize = 4 << 10

// markings prepares to mark everything that was found in a text.
func markings(text string, all []say.Found) adMarks {
	m := adMarks{text: text}
	m.mark(all)
	m.now = jobad.Pieces(text, evidence(all))
	at := 0
	for _, p := range m.now {
		begins := at
		at += len(p.Text)
		for len(text)-m.cut() > 2*blockSize {
			end := blockEnd(text, begins, at, m.cut(), len(p.Covers) > 0)
			if end == 0 {
				break
			}
			m.cuts = append(m.cuts, end)
		}
	}
	m.cuts = append(m.cuts, len(text))
	return m
}

// evidence is what stands behind each finding.
func evidence(all []say.Found) [][]jobad.Evidence {
	lists := make([][]jobad.Evidence, len(all))
	for i, f := range all {
		lists[i] = f.Evidence
	}
	return lists
}

// blockEnd is where a block from cut on ends in the piece of text from begins to
// at, or 0: best where a line ends, never inside a mark, and at twice the size
// anywhere else.
func blockEnd(text string, begins, at, cut int, marked bool) int {
	least, most := max(begins, cut+blockSize), cut+2*blockSize
	switch {
	case least >= at:
		return 0
	case marked && at >= most:
		return at
	case marked:
		return 0
	}
	if i := strings.IndexByte(text[least:max(least, min(at, most))], '\n'); i >= 0 {
		return least + i + 1
	}
	if at <= most {
		return 0
	}
	end := max(begins, most)
	for end < at && !utf8.RuneStart(text[end]) {
		end++
	}
	return end
}

// cut is where the last piece so far ends.
func (m *adMarks) cut() int {
	if n := len(m.cuts); n > 0 {
		return m.cuts[n-1]
	}
	return 0
}

// mark begins to mark only these findings.
func (m *adMarks) mark(found []say.Found) {
	m.found, m.now = found, nil
	m.at, m.seen, m.from = 0, 0, 0
	m.turn++
}

func (m *adMarks) busy() bool { return m.at < len(m.cuts) }

// next does a little more, and reports whether there was something to do.
func (m *adMarks) next(v say.Voice) bool {
	if !m.busy() {
		return false
	}
	if m.now == nil {
		m.now = jobad.Pieces(m.text, evidence(m.found))
		return true
	}
	begin, end := 0, m.cuts[m.at]
	if m.at > 0 {
		begin = m.cuts[m.at-1]
	}
	var pieces []jobad.Piece
	for m.seen < len(m.now) {
		p := m.now[m.seen]
		ends := m.from + len(p.Text)
		p.Text = m.text[max(begin, m.from):min(end, ends)]
		pieces = append(pieces, p)
		if ends > end {
			break
		}
		m.from = ends
		m.seen++
		if ends == end {
			break
		}
	}
	// A block that does not end its line runs on into the next.
	runsOn := begin > 0 && m.text[begin-1] != '\n' || end < len(m.text) && m.text[end-1] != '\n'
	html := markedText(v, runsOn, pieces, m.found)
	if m.at < len(m.made) {
		m.made[m.at] = html
	} else {
		m.made = append(m.made, html)
	}
	m.at++
	return true
}

// drawn are the blocks that are on the screen.
func (m *adMarks) drawn() []app.UI {
	blocks := make([]app.UI, len(m.made))
	for i, html := range m.made {
		blocks[i] = app.Raw(html)
	}
	return blocks
}

// escaper writes text as HTML that reads as that text, in elements and between
// double quotes. A parser of HTML would drop zero characters.
var escaper = strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;", `"`, "&#34;", "'", "&#39;", "\r", "&#13;", "\x00", "\ufffd")

// markedText is a block of the text as HTML. It holds no tags but those written
// here: markup in the ad stays to be read.
func markedText(v say.Voice, runsOn bool, pieces []jobad.Piece, found []say.Found) string {
	var b strings.Builder
	if runsOn {
		b.WriteString(`<div class="on">`)
	} else {
		b.WriteString("<div>")
	}
	for _, p := range pieces {
		if len(p.Covers) == 0 {
			escaper.WriteString(&b, p.Text)
			continue
		}
		var names, keys, kinds, numbers, ended []string
		for _, i := range p.Covers {
			names = append(names, found[i].Name)
			keys = append(keys, found[i].Key)
			if !slices.Contains(kinds, found[i].Kind) {
				kinds = append(kinds, found[i].Kind)
			}
		}
		for _, i := range p.Ends {
			numbers = append(numbers, strconv.Itoa(found[i].Number))
			ended = append(ended, found[i].Name)
		}
		b.WriteString(`<mark class="` + strings.Join(kinds, " ") + `" data-keys="` + strings.Join(keys, ",") + `" title="`)
		escaper.WriteString(&b, v.List(names))
		if len(ended) > 0 {
			b.WriteString(`" data-n="` + strings.Join(numbers, "·"))
		}
		b.WriteString(`">`)
		escaper.WriteString(&b, p.Text)
		if len(ended) > 0 {
			// The number is drawn by the stylesheet; the name is for those who listen.
			b.WriteString(`<span class="unseen"> (`)
			escaper.WriteString(&b, v.List(ended))
			b.WriteString(`) </span>`)
		}
		b.WriteString(`</mark>`)
	}
	b.WriteString("</div>")
	return b.String()
}
