package official

import "testing"

func TestJobBankPeriod(t *testing.T) {
	for text, want := range map[string]string{"2025": "2025", "2023-2024": "2023-2024", "2023-24": "2023-2024", "2023–24": "2023-2024", "": "", "spring": "", "20234": ""} {
		if got := jobBankPeriod(text); got != want {
			t.Errorf("%q: got %q, want %q", text, got, want)
		}
	}
}

// Whatever a file holds, reading it ends in lines or in a sentence with a hint.
func FuzzUnpack(f *testing.F) {
	f.Add([]byte("NOC_CNP,Median_Wage,prov\nNOC_1,2,NAT\n"))
	f.Add([]byte("statistics_code;time;1_variable_attribute_code;value;value_variable_code\n62361;2026;KB10-921;1;VST052\n"))
	f.Add([]byte("OCC_CODE,O_GROUP\n"))
	f.Add([]byte("PK\x03\x04"))
	f.Fuzz(func(t *testing.T, data []byte) {
		documents, err := unpack("file", data)
		if err != nil {
			return
		}
		for _, doc := range documents {
			for _, p := range publishers {
				if !p.knows(doc) {
					continue
				}
				_, _, found := p.read(doc, occupations{"1": true, "921": true})
				for _, problem := range found {
					if problem.Message == "" || problem.Hint == "" {
						t.Errorf("got %+v", problem)
					}
				}
			}
		}
	})
}
