// Package picture draws figures as SVG and as tables of places. Pictures are drawn
// with geometry attributes only: the Content-Security-Policy of the site allows no
// style attribute.
//
//	svg.go       shapes, and pictures that stand for text or for themselves
//	candle.go    strain and signs burn it from both ends
//	scale.go     a number from 0 to 100 on a line, with its range
//	spread.go    the middle of a group on such a line
//	timeline.go  a number over several results
//	matrix.go    the map of three by three
//	spot.go      that map as small as a word
//	week.go      the working week, cut into jobs
//	card.go      the job as a picture that can leave
//	bar.go       how much a part of the job weighs, what an hour is paid
//	levels.go    where levels begin
package picture
