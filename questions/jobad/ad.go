package jobad

// An Ad is what was read in a job advertisement.
type Ad struct {
	Language         string    `json:"language"`         // "en", "fr", or "" when there is nothing to tell by
	Responsibilities []Finding `json:"responsibilities"` // in the order of Keys
	Facts            Facts     `json:"facts"`
	RedFlags         []Finding `json:"red_flags"` // in alphabetical order
}

// A Finding is one key and the words that say so, in the order of the text.
type Finding struct {
	Key      string     `json:"key"`
	Evidence []Evidence `json:"evidence"`
}

// Evidence is a piece of the text as given: Text is text[Start:End], in bytes.
type Evidence struct {
	Text  string `json:"text"`
	Start int    `json:"start"`
	End   int    `json:"end"`
}

// Facts are the terms an ad states. A nil pointer is a fact it does not state.
type Facts struct {
	Platforms       []string `json:"platforms"`            // "instagram", in the order of the text
	YearsExperience *int     `json:"years_experience_min"` // the smallest number asked; 0 for "no experience needed"
	TitleIsManager  bool     `json:"title_is_manager"`
	Pay             *Pay     `json:"pay"`
	DollarOpen      bool     `json:"dollar_open"` // the pay is in dollars of no place that is named: Currency is what they are as a rule in the language
	HoursPerWeek    *Range   `json:"hours_per_week"`
	DaysPerWeek     *Range   `json:"days_per_week"`
	EveningsWeekend bool     `json:"evenings_weekends"`
	OnCall          bool     `json:"on_call"`
	BenefitsWait    *int     `json:"benefits_wait_days"` // a month counts 30 days, a year 365
	Contract        []string `json:"contract"`           // "full-time", "freelance", ...
	Team            *string  `json:"team"`               // "team", "alone"

	// Evidence holds the words behind each stated fact, by its JSON name.
	Evidence map[string][]Evidence `json:"evidence"`
}

// Pay is what the ad offers, as stated; Min equals Max for a single amount.
type Pay struct {
	Min      float64 `json:"min"`
	Max      float64 `json:"max"`
	Currency string  `json:"currency"` // ISO 4217; "" when the ad does not say whose pesos or kroner
	Period   string  `json:"period"`   // hour, day, week, fortnight, month, year
}

// A Range is a number of hours or days, written [min, max].
type Range [2]float64

// Keys returns the responsibilities a reader can find, in the order used
// everywhere.
func Keys() []string {
	return []string{
		"strategy", "copywriting", "graphic_design", "photography", "video", "live_coverage", "scheduling",
		"community", "customer_support", "paid_ads", "influencers", "analytics", "email", "web_seo", "pr_crisis",
		"events", "budget_pm", "people_management", "ecommerce_sales",
	}
}

// keys is how many responsibilities there are.
const keys = 19

// FlagKeys returns the red flags a reader can raise.
func FlagKeys() []string {
	return []string{
		"benefits_wait", "broad_scope", "discriminatory", "fast_paced", "hype", "low_pay", "manager_title_low_exp",
		"many_crafts", "many_hats", "many_platforms", "nights_weekends", "on_call", "other_duties", "own_equipment",
		"pressure", "unpaid",
	}
}
