package say

import (
	"slices"

	"bothends/questions/pay"
)

// A Rate is pay for one hour.
type Rate struct {
	Figure string // its name in a result file
	Name   string
	Amount string
	Notes  []string
	Value  float64 // to draw it, 0 where it cannot be set beside the others
}

// Rates are the rate on paper, the one after unpaid hours and the reference, as
// far as they are known.
func (w PayWords) Rates() []Rate {
	v, r := w.Voice, w.Result
	var rates []Rate
	if r.OwnHourly != nil {
		rates = append(rates, Rate{"own_hourly", v.T("pay.own"), w.hourly(w.own(*r.OwnHourly, 2)), []string{v.T("pay.own.note")}, *r.OwnHourly})
	}
	if r.EffectiveHourly != nil {
		note := v.T("pay.effective.same")
		switch {
		case pay.RoundCents(*r.EffectiveHourly) == pay.RoundCents(*r.OwnHourly):
		case r.UnpaidDerived:
			note = v.T("pay.effective.derived")
		default:
			note = v.T("pay.effective.less")
		}
		rates = append(rates, Rate{"effective_hourly", v.T("pay.effective"), w.hourly(w.own(*r.EffectiveHourly, 2)), []string{note}, *r.EffectiveHourly})
	}
	switch {
	case r.ReferenceHourly != nil:
		rates = append(rates, Rate{"reference_hourly", v.T("pay.reference"), w.hourly(w.Published(*r.ReferenceHourly)), w.referenceNotes(), comparable(*r.ReferenceHourly, r.RatioRole)})
	case r.ReferenceDefaultHourly != nil:
		rates = append(rates, Rate{"reference_default_hourly", v.T("pay.reference.title"), w.hourly(w.Published(*r.ReferenceDefaultHourly)),
			[]string{v.T("pay.reference.plain", "occupation", r.Default.Title), w.dated()}, comparable(*r.ReferenceDefaultHourly, r.RatioDefault)})
	}
	return rates
}

// Drawn are the rates for a picture of them: each once, with the legal minimum where
// pay was set against it.
func (w PayWords) Drawn() []Rate {
	rates := slices.DeleteFunc(w.Rates(), func(r Rate) bool {
		return r.Figure == "effective_hourly" && pay.RoundCents(*w.Result.EffectiveHourly) == pay.RoundCents(*w.Result.OwnHourly)
	})
	if w.Minimum() == nil {
		return rates
	}
	return append(rates, Rate{"minimum_hourly", w.Voice.T("pay.minimum.name"), w.minimum(), nil, *w.Result.MinimumHourly})
}

// Widest is the highest rate that is drawn, 0 where only one is: a single bar says
// nothing.
func Widest(rates []Rate) float64 {
	drawn, widest := 0, 0.0
	for _, r := range rates {
		if r.Value > 0 {
			drawn++
			widest = max(widest, r.Value)
		}
	}
	if drawn < 2 {
		return 0
	}
	return widest
}

// comparable is a published rate where the person's own could be set against it.
func comparable(rate float64, ratio *float64) float64 {
	if ratio == nil {
		return 0
	}
	return rate
}

func (w PayWords) referenceNotes() []string {
	r := w.Result
	var notes []string
	if r.BandLow != nil && r.BandHigh != nil {
		notes = append(notes, w.Voice.T("pay.band", "low", w.Voice.Money(pay.RoundCents(*r.BandLow), w.currency(), 2), "high", w.Published(*r.BandHigh)))
	}
	return append(notes, w.dated())
}
