package picture

import (
	"math"
	"strconv"

	"bothends/app/say"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// Candle is the picture of the product: strain burns it from the left, signs
// from the right, and what is left lies between.
type Candle struct {
	app.Compo

	Voice    say.Voice
	Measures []say.Measure // signs and strain; the candle is drawn where both are known
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
	value := map[string]float64{}
	var ends []app.UI
	for i := len(c.Measures) - 1; i >= 0; i-- { // strain burns at the left
		m := c.Measures[i]
		value[m.Key] = float64(m.Value)
		end := []app.UI{app.Strong().Text(strconv.Itoa(m.Value)), app.Text(" "), app.Small().Text(m.Range), app.Br(), app.Text(m.Name + c.Voice.Colon() + m.Level)}
		ends = append(ends, app.Span().Class(m.Key).Body(end...))
	}
	caption := app.FigCaption().Class("ends").Body(ends...)
	if len(ends) < 2 {
		return app.Figure().Class("candle").Body(caption)
	}
	signs, strain := value["signs"], value["strain"]
	left := candleStart + candleHalf*strain/100
	right := candleEnd - candleHalf*signs/100
	// At the very end a stub stays, so that the flames have something to stand on.
	if right-left < 8 {
		middle := (left + right) / 2
		left, right = middle-4, middle+4
	}
	middle := candleTop + candleThick/2
	return app.Figure().Class("candle").Body(
		picture("candle-picture", "0 6 320 86", c.alt(signs, strain),
			glow(left-7, middle-14, strain), glow(right+7, middle-14, signs),
			rect("gone", candleStart, candleTop, candleEnd-candleStart, candleThick, 6),
			path("stand", "M150 72v10h-24v8h68v-8h-24V72z"),
			rect("wax", left, candleTop, right-left, candleThick, 6),
			path("drip", dripAt(left+3)),
			path("drip", dripAt(right-12)),
			path("wick", "M"+coord(left)+" "+coord(middle)+"h-7"),
			path("wick", "M"+coord(right)+" "+coord(middle)+"h7"),
			path("flame", flameAt(left-7, middle, strain)),
			path("flame", flameAt(right+7, middle, signs)),
		),
		caption,
	)
}

func (c *Candle) alt(signs, strain float64) string {
	length := "candle.long"
	switch burnt := signs + strain; { // of 200, in about thirds: our own judgement, for the words beside the numbers
	case burnt >= 130:
		length = "candle.short"
	case burnt >= 60:
		length = "candle.some"
	}
	return c.Voice.T("candle.alt", "left", c.Voice.T(length),
		"strain", c.Voice.Number(strain, 0), "signs", c.Voice.Number(signs, 0))
}

// glow is the light around a flame.
func glow(x, y, value float64) app.UI {
	return svg("circle").Class("glow").Attr("cx", coord(x)).Attr("cy", coord(y)).Attr("r", coord(16+16*value/100))
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
