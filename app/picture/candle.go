package picture

import (
	"math"

	"bothends/app/say"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// Candle is the picture of the product: strain burns it from the left, signs
// from the right, and what is left lies between.
type Candle struct {
	app.Compo

	Voice  say.Voice
	Signs  float64 // 0 to 100
	Strain float64 // 0 to 100
}

// The candle lies from start to end; each flame can burn half of it.
const (
	candleStart = 30.0
	candleEnd   = 290.0
	candleHalf  = (candleEnd - candleStart) / 2
	candleTop   = 46.0
	candleThick = 26.0
)

func (c *Candle) Render() app.UI {
	left := candleStart + candleHalf*c.Strain/100
	right := candleEnd - candleHalf*c.Signs/100
	// At the very end a stub stays, so that the flames have something to stand on.
	if right-left < 8 {
		middle := (left + right) / 2
		left, right = middle-4, middle+4
	}
	middle := candleTop + candleThick/2
	return app.Figure().Class("candle").Body(
		picture("candle-picture", "0 0 320 108", c.alt(),
			rect("gone", candleStart, candleTop, candleEnd-candleStart, candleThick, 6),
			path("stand", "M150 72v18h-26v8h72v-8h-26V72z"),
			rect("wax", left, candleTop, right-left, candleThick, 6),
			path("drip", dripAt(left+3)),
			path("drip", dripAt(right-12)),
			path("wick", "M"+coord(left)+" "+coord(middle)+"h-7"),
			path("wick", "M"+coord(right)+" "+coord(middle)+"h7"),
			path("flame", flameAt(left-7, middle, c.Strain)),
			path("flame", flameAt(right+7, middle, c.Signs)),
		),
		app.FigCaption().Class("ends").Aria("hidden", "true").Body(
			app.Span().Text(c.Voice.T("candle.strain")),
			app.Span().Text(c.Voice.T("candle.signs")),
		),
	)
}

func (c *Candle) alt() string {
	length := "candle.long"
	switch burnt := c.Signs + c.Strain; { // of 200, in about thirds: our own judgement, for the words beside the numbers
	case burnt >= 130:
		length = "candle.short"
	case burnt >= 60:
		length = "candle.some"
	}
	return c.Voice.T("candle.alt", "left", c.Voice.T(length),
		"strain", c.Voice.Number(c.Strain, 0), "signs", c.Voice.Number(c.Signs, 0))
}

// flameAt draws a flame whose height grows with the value, never out of the
// picture.
func flameAt(x, base, value float64) string {
	height := 16 + 22*math.Min(value, 100)/100
	width := height * 0.3
	return "M" + coord(x) + " " + coord(base-height) +
		"C" + coord(x+width) + " " + coord(base-height*0.55) + " " + coord(x+width) + " " + coord(base+3) + " " + coord(x) + " " + coord(base+3) +
		"C" + coord(x-width) + " " + coord(base+3) + " " + coord(x-width) + " " + coord(base-height*0.55) + " " + coord(x) + " " + coord(base-height) + "z"
}

func dripAt(x float64) string {
	return "M" + coord(x) + " " + coord(candleTop+candleThick-3) + "h9v6a4.5 4.5 0 0 1-9 0z"
}
