package picture

import (
	"encoding/xml"
	"fmt"
	"io"
	"strconv"
	"strings"
	"testing"

	"bothends/app/say"
)

// texts reads the texts of a card, and fails where one leaves its frame.
func texts(t *testing.T, name, card string, width, height int) string {
	t.Helper()
	var all []string
	d := xml.NewDecoder(strings.NewReader(card))
	shift, f, x, y, anchor, inText := 0.0, face{}, 0.0, 0.0, "", false
	for {
		token, err := d.Token()
		if err == io.EOF {
			break
		}
		if err != nil {
			t.Fatalf("%s: %v\n%s", name, err, card)
		}
		switch e := token.(type) {
		case xml.StartElement:
			attrs := map[string]string{}
			for _, a := range e.Attr {
				attrs[a.Name.Local] = a.Value
			}
			number := func(name string) float64 { n, _ := strconv.ParseFloat(attrs[name], 64); return n }
			switch e.Name.Local {
			case "g":
				fmt.Sscanf(attrs["transform"], "translate(0 %f)", &shift)
			case "text":
				f, x, y, anchor, inText = face{size: number("font-size"), bold: attrs["font-weight"] != ""}, number("x"), number("y")+shift, attrs["text-anchor"], true
			}
		case xml.EndElement:
			inText = false
			if e.Name.Local == "g" {
				shift = 0
			}
		case xml.CharData:
			if !inText {
				continue
			}
			text := string(e)
			all = append(all, text)
			end := x + f.width(text)*f.size
			if anchor == "end" {
				end = x
			}
			if end > float64(width) || y > float64(height) || y-f.size < 0 || f.size < 6 {
				t.Errorf("%s: %q (size %v) stands at %v, %v to %v", name, text, f.size, x, y, end)
			}
		}
	}
	return strings.Join(all, " ")
}

func TestCardsFit(t *testing.T) {
	jobs := func(n int, name string) []say.CardJob {
		var all []say.CardJob
		for range n {
			all = append(all, say.CardJob{Job: say.Job{Tasks: name, Share: 1 / float64(n)}, Part: "12.3%"})
		}
		return all
	}
	usual := say.Card{Head: [2]string{"One title.", "Six jobs."}, Jobs: jobs(6, "Scheduling + Community"), Hours: "40 hours paid a week, 47 worked",
		Free: "I work for free until 24 February", Counted: "All unpaid hours of a year (7 a week) put at its start, an idea of the TUC, the British unions.", Name: "Both Ends"}
	with := func(change func(*say.Card)) say.Card {
		c := usual
		change(&c)
		return c
	}
	pay := []string{"Un travail semblable : 1 234 567,89 $US brut de l’heure", "Fourchette habituelle : de 1 234 567,89 $US à 1 234 567,89 $US brut de l’heure. Elle mélange des quartiles publiés ; ce n’est pas un percentile.", "Salaires publiés pour 2017-2019."}
	for name, c := range map[string]say.Card{
		"usual":                      usual,
		"hardly anything":            {Head: [2]string{"One title.", "One job."}, Jobs: jobs(1, "Video"), Name: "Both Ends"},
		"a title of 60 characters":   with(func(c *say.Card) { c.Title = "Senior Social Media and Community Manager, Europe and Africa" }),
		"a title of 60 wide letters": with(func(c *say.Card) { c.Title = strings.Repeat("W", 60) }),
		"a title in Chinese":         with(func(c *say.Card) { c.Title = strings.Repeat("社", 60) }),
		"everything at its longest": with(func(c *say.Card) {
			c.Title, c.Place, c.Pay = strings.Repeat("Wm ", 20)+"W", strings.Repeat("Mw ", 20)+"· République démocratique du Congo", pay
			c.Jobs = jobs(16, "Prospection et vente + Presse et crises + Publication")
		}),
		"markup": with(func(c *say.Card) { c.Title = `<script>"&'` }),
	} {
		for _, wide := range []bool{false, true} {
			width, height := CardSize(wide)
			card := Card(c, wide)
			got := strings.ReplaceAll(texts(t, fmt.Sprint(name, ", wide ", wide), card, width, height), " ", "")
			for _, want := range append([]string{c.Title, c.Place, c.Hours, c.Free, c.Counted, c.Head[1], c.Jobs[0].Tasks, c.Name}, c.Pay...) {
				if !strings.Contains(got, strings.ReplaceAll(want, " ", "")) {
					t.Errorf("%s, wide %v: %q is cut from %q", name, wide, want, got)
				}
			}
			if again := Card(c, wide); again != card {
				t.Errorf("%s: the same card is drawn in two ways", name)
			}
		}
	}
}
