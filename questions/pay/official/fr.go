package official

import "bothends/questions"

// Insee publishes means by PCS, which the French tables, medians by FAP, cannot
// take: a mean is higher than a median, and neither classification maps onto
// the other.
func isInsee(doc document) bool {
	return len(doc.rows) > 0 && (has(doc.rows[0], "PCS_ESE") || has(doc.rows[0], "DERA_MEASURE"))
}

func refuseInsee(doc document, _ occupations) ([]line, []string, []questions.Problem) {
	return nil, nil, []questions.Problem{{File: doc.place,
		Message: "Insee's pay by PCS is means, which cannot replace the medians of the Dares in the French rows",
		Hint:    "leave the French rows as they are until the Dares publishes new medians (salaire_median_3niv.csv), and type those into a copy"}}
}
