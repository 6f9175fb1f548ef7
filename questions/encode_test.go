package questions_test

import (
	"math"
	"math/rand/v2"
	"os"
	"reflect"
	"strings"
	"testing"

	"bothends/questions"
)

// randomAnswers answers each question of p or skips it.
func randomAnswers(p *questions.Pack, r *rand.Rand) questions.Answers {
	a := questions.Answers{}
	for _, s := range p.Sections {
		for _, q := range s.Questions {
			if r.IntN(4) == 0 {
				continue
			}
			options := p.QuestionOptions(&q)
			some := func(each func(key string)) {
				for _, i := range r.Perm(len(options))[:r.IntN(len(options)+1)] {
					each(options[i])
				}
			}
			switch q.Type {
			case questions.Choice:
				a[q.ID] = options[r.IntN(len(options))]
				if q.NotApplicable && r.IntN(3) == 0 {
					a[q.ID] = questions.NotApplicable
				}
			case questions.Code:
				codes := map[string][]string{questions.Countries: {"FR", "US", "BE", "JP"}, questions.Currencies: {"EUR", "USD", "CHF"}}
				a[q.ID] = codes[q.Standard][r.IntN(3)]
			case questions.Number:
				top := 1e6
				if q.Max != nil {
					top = *q.Max
				}
				n := top * (1 - r.Float64())
				if q.Whole {
					n = math.Floor(n)
				}
				a[q.ID] = n
				if q.Word != "" && r.IntN(3) == 0 {
					a[q.ID] = q.Word
				}
			case questions.List:
				keys := []string{}
				some(func(key string) { keys = append(keys, key) })
				a[q.ID] = keys
			case questions.Shares:
				shares := map[string]float64{}
				some(func(key string) { shares[key] = r.ExpFloat64() })
				a[q.ID] = shares
			}
		}
	}
	return a
}

func TestEncodeRoundTrip(t *testing.T) {
	packs := []*questions.Pack{deskPack(t)}
	if p, problems := questions.Load(os.DirFS("packs/social-media-manager")); len(problems) == 0 {
		packs = append(packs, p)
	}
	r := rand.New(rand.NewPCG(1, 2))
	for _, p := range packs {
		for range 500 {
			want := randomAnswers(p, r)
			if problems := p.Check(want); len(problems) > 0 {
				t.Fatalf("%v: %v", want, problems)
			}
			data := p.Encode(want)
			got, problems := p.Decode(data)
			if len(problems) > 0 || !reflect.DeepEqual(got, want) {
				t.Fatalf("got  %v\nwant %v\n%v", got, want, problems)
			}
			if again := p.Encode(got); string(again) != string(data) {
				t.Fatalf("two encodings:\n%s\n%s", data, again)
			}
		}
	}
}

func TestEncode(t *testing.T) {
	p := deskPack(t)
	const want = `{
 "format": "bothends-answers",
 "version": 1,
 "pack": "desk",
 "pack_version": "1.2.0",
 "answers": {
  "tasks": [
   "mail",
   "phone"
  ],
  "desks": 12,
  "shares": {
   "mail": 2.5,
   "phone": 1e+30
  },
  "days_off": "none"
 }
}
`
	got := string(p.Encode(questions.Answers{
		"days_off": "none", "desks": 12.0, "tasks": []string{"mail", "phone"},
		"shares": map[string]float64{"phone": 1e30, "mail": 2.5},
		// Nothing that Check refuses, or that was skipped, is written.
		"overflow": "perhaps", "weekly_hours": math.NaN(), "nobody": "asked", "country": nil, "longest_day": 8,
	}))
	if got != want {
		t.Errorf("got %s\nwant %s", got, want)
	}
	empty := string(p.Encode(questions.Answers{"tasks": []string(nil), "shares": map[string]float64(nil)}))
	if !strings.Contains(empty, `"tasks": []`) || !strings.Contains(empty, `"shares": {}`) {
		t.Errorf("an empty list is an answer, not a skipped question: %s", empty)
	}
}
