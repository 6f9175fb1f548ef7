package say

import "bothends/questions/checkup"

// The questions about pay that depend on one another. Everything that follows
// from the country is written into the document, so that web/page.js can ask
// and propose it before the program is there: [data-where] names the countries
// that a question or a sentence is for; the options of the country carry the
// currency that is proposed with it.
const (
	AskCountry  = "country"
	AskCurrency = "currency"
	AskAmount   = "pay_amount"
	AskBasis    = "pay_basis"
	AskCadre    = "cadre"
	askShares   = "shares"

	// More that an ad can answer.
	AskResponsibilities = "responsibilities"
	askHours            = "contract_hours"
	askPeriod           = "pay_period"
	askExperience       = "experience_years"
)

// Asks reports whether the questionnaire has this question. The pages on job ads
// and on pay know some questions by name; another questionnaire may do without.
func Asks(c *checkup.Checkup, id string) bool {
	_, ok := c.Pack.Question(id)
	return ok
}

// ReadsAds reports whether job ads of this profession can be read: the reader
// looks for the responsibilities that social media managers tick.
func ReadsAds(c *checkup.Checkup) bool { return Asks(c, AskResponsibilities) }
