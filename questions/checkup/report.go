package checkup

import (
	"fmt"
	"maps"

	"bothends/questions"
	"bothends/questions/pay"
	"bothends/questions/score"
)

// A Report is the result of one check-up as it is written to a file: the
// scores, and what the pay tables say.
type Report struct {
	PackID      string `json:"pack"`
	PackVersion string `json:"pack_version"`
	score.Result
	Pay *pay.Result `json:"pay"`
}

// Score works out the result of a: pay first, because the ratio to the market
// is one of the conditions that are scored. Result.Reasons also holds those of
// the pay figures.
func (c *Checkup) Score(a questions.Answers) (Report, error) {
	paid := c.Tables.Compute(a)
	result, err := c.Model.Score(a, paid.Ratio())
	if err != nil {
		return Report{}, fmt.Errorf("scoring: %w", err)
	}
	reasons := maps.Clone(result.Reasons)
	if reasons == nil {
		reasons = map[string]string{}
	}
	if paid == nil {
		reasons["pay"] = pay.NoPay
	} else {
		maps.Copy(reasons, paid.Reasons)
	}
	result.Reasons = reasons
	return Report{PackID: c.Pack.ID, PackVersion: c.Pack.Version, Result: result, Pay: paid}, nil
}
