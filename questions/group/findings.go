package group

// A Finding is a limit or a part of the job about which a summary tells that it
// concerns several people.
type Finding struct {
	Key    string
	Limit  bool // crossed; otherwise a driver that is notable
	People Cell
}

// Findings are what a risk assessment has to deal with: limits that [Few] people or
// more cross, in the order of the model, then the drivers that are notable for as
// many, the heaviest first. All of them stand in the summary, so they say nothing
// more about a person than that does.
func (s Summary) Findings() []Finding {
	var found []Finding
	for _, l := range s.Limits {
		if l.People.Kind != Fewer {
			found = append(found, Finding{l.Key, true, l.People})
		}
	}
	for _, d := range s.Drivers {
		if d.Notable.Kind != Fewer {
			found = append(found, Finding{d.Key, false, d.Notable})
		}
	}
	return found
}
