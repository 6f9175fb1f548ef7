package score_test

import (
	"math"
	"math/big"
	"slices"

	"bothends/questions"
)

// This file is README.md a second time: in rational numbers, straight from
// its tables and formulas, without scoring.json and without a line of the
// package. It is slow and exact, and the judge of everything else.

var exactFactors = []struct {
	id     string
	weight int64
	driver int
}{
	{"R1", 9, 1}, {"R2", 3, 2}, {"R3", 6, 3}, {"R4", 3, 2}, {"R5", 4, 4}, {"R6", 4, 4}, {"R7", 2, 2},
	{"H1", 9, 5}, {"H2", 6, 6}, {"H3", 3, 6}, {"H4", 5, 7}, {"H5", 3, 7}, {"H6", 2, 8}, {"H7", 2, 8},
	{"P1", 3, 9}, {"P2", 3, 9}, {"P3", 1, 9}, {"P4", 1, 9}, {"P5", 3, 10}, {"P6", 4, 10},
	{"U1", 6, 11}, {"U2", 6, 12}, {"U3", 5, 13}, {"U4", 5, 14}, {"U5", 2, 12},
}

var exactDriverKeys = []string{"", "work_volume", "breadth", "conflicting_asks", "emotional_load", "weekly_hours",
	"long_days", "always_on", "breaks_leave", "pay_benefits", "recognition_security", "manager_support",
	"team_backup", "control", "fairness"}

var exactItems = []string{"exhausted_evening", "unrefreshed", "empty_start", "effortful", "stopped_caring",
	"avoid_messages", "bitter", "mind_slips", "unusual_slips", "set_off", "worthless_output", "doubt_ability"}

// exactly is one form being scored.
type exactly struct {
	answers questions.Answers
	ratio   *big.Rat

	dose map[string]*big.Rat // nil: skipped
	na   map[string]bool     // U1, P4

	s, sLow, sHigh, sem *big.Rat // nil: no S
	e, eLow, eHigh      *big.Rat
	reasons             map[string]string
	contribution        map[string]*big.Rat
	limits              []string
	er                  *big.Rat
	band, low, high     int
	drivers             []exactDriver
	answered            *big.Rat
}

type exactDriver struct {
	order        int
	contribution *big.Rat
	factors      []string
	rank         int
	shown        int
}

func (x *exactly) frequency(id string, down bool) *big.Rat {
	answer, _ := x.answers.Choice(id)
	i := slices.Index([]string{"never", "seldom", "sometimes", "often", "always"}, answer)
	if i < 0 {
		return nil
	}
	if down {
		i = 4 - i
	}
	return rat(int64(i), 4)
}

func (x *exactly) number(id string) *big.Rat {
	n, ok := x.answers.Number(id)
	if !ok {
		return nil
	}
	return new(big.Rat).SetFloat64(n)
}

func (x *exactly) count(id string) *big.Rat {
	keys, ok := x.answers.Keys(id)
	if !ok {
		return nil
	}
	return rat(int64(len(keys)), 1)
}

func (x *exactly) choice(id string, hundredths map[string]int64) *big.Rat {
	answer, ok := x.answers.Choice(id)
	if !ok {
		return nil
	}
	return rat(hundredths[answer], 100)
}

func (x *exactly) doses() {
	up := func(id string) *big.Rat { return x.frequency(id, false) }
	down := func(id string) *big.Rat { return x.frequency(id, true) }
	x.dose = map[string]*big.Rat{
		"R1": up("workload_overflow"),
		"R3": up("conflicting_requests"),
		"R4": line(x.number("live_days"), 0, 0, 400, 50, 1200, 100),
		"R6": up("hide_feelings"),
		"R7": line(x.number("stand_ins"), 0, 100, 100, 50, 200, 0),
		"H1": line(x.number("weekly_hours"), 3500, 0, 4000, 15, 4800, 50, 5500, 80, 6000, 100),
		"H2": line(x.number("longest_day"), 800, 0, 1000, 20, 1200, 50, 1300, 75, 1400, 100),
		"H3": line(x.number("shortest_rest"), 1200, 0, 1100, 30, 1000, 60, 800, 100),
		"H4": up("cannot_switch_off"),
		"H6": down("real_breaks"),
		"H7": line(x.number("weeks_off"), 400, 0, 300, 25, 200, 50, 100, 75, 0, 100),
		"P2": line(x.number("unpaid_hours"), 0, 0, 200, 25, 500, 50, 1000, 100),
		"P3": line(x.number("cover_wait_days"), 0, 0, 9000, 100),
		"P4": line(x.number("levels_above_title"), 0, 0, 100, 50, 200, 100),
		"P5": down("recognition"),
		"P6": up("job_worry"),
		"U1": down("manager_helps"),
		"U2": down("colleagues_help"),
		"U3": down("control_over_timing"),
		"U4": down("fair_decisions"),
	}
	manager, _ := x.answers.Choice("manager_helps")
	status, _ := x.answers.Choice("work_status")
	x.na = map[string]bool{ // [F8], [F19]
		"U1": manager == "not_applicable" || status == "own_account" && x.dose["U1"] == nil,
		"P4": status == "own_account" && x.dose["P4"] == nil,
	}

	roles := line(x.count("responsibilities"), 300, 0, 800, 50, 1200, 100)
	accounts := line(x.number("accounts"), 200, 0, 600, 50, 1200, 100)
	switch {
	case roles != nil && accounts != nil:
		x.dose["R2"] = add(mul(rat(3, 5), roles), mul(rat(2, 5), accounts))
	case roles != nil:
		x.dose["R2"] = roles
	default:
		x.dose["R2"] = accounts
	}

	hostile := x.choice("hostile_content", map[string]int64{"never": 0, "rarely": 15, "monthly": 30, "weekly": 50, "daily": 80})
	if threats, _ := x.answers.Choice("threats"); hostile != nil && threats == "yes" {
		hostile = add(hostile, rat(1, 5))
		if hostile.Cmp(rat(1, 1)) > 0 {
			hostile = rat(1, 1)
		}
	}
	x.dose["R5"] = hostile

	evenings := line(x.number("evenings_per_week"), 0, 0, 300, 50, 500, 100)
	weekend := line(x.number("weekend_days"), 0, 0, 400, 50, 800, 100)
	if evenings != nil && weekend != nil {
		x.dose["H5"] = mul(rat(1, 2), add(evenings, weekend))
	}

	if x.ratio != nil {
		x.dose["P1"] = line(x.ratio, 100, 0, 85, 50, 70, 100)
	} else {
		x.dose["P1"] = x.choice("pay_feeling", map[string]int64{"about_right": 0, "bit_less": 50, "much_less": 100})
	}

	if wait, _ := x.answers.Choice("cover_wait_days"); wait == "none" {
		x.dose["P3"] = rat(1, 1)
	}

	met, _ := x.answers.Choice("hostile_content") // [F18]
	threatened, _ := x.answers.Choice("threats")
	switch n := x.count("protections"); {
	case met == "never" && threatened == "no":
		x.dose["U5"] = rat(0, 1)
	case (met != "" && met != "never" || threatened == "yes") && n != nil:
		x.dose["U5"] = sub(rat(1, 1), mul(rat(1, 4), n))
	}
}

func (x *exactly) signs() {
	sum, m, core := int64(0), int64(0), 0
	for i, id := range exactItems {
		if v := x.frequency(id, false); v != nil {
			sum += floor(mul(v, rat(100, 1))).Int64()
			m++
			if i < 4 {
				core++
			}
		}
	}
	switch {
	case m < 8:
		x.reasons["signs"] = "not_enough_answers"
		return
	case core < 2:
		x.reasons["signs"] = "not_enough_core_items"
		return
	}
	x.s, x.sLow, x.sHigh = rat(sum, m), rat(sum, 12), rat(sum+100*(12-m), 12)
	square := new(big.Float).SetPrec(300).SetRat(rat(214*214, 100*m)) // 21.4²/m
	x.sem, _ = square.Sqrt(square).Rat(nil)
}

func (x *exactly) strain() {
	type block struct{ w, v, a int64 }
	blocks := map[byte]*block{'R': {}, 'H': {}, 'P': {}, 'U': {}}
	sums := map[byte]*big.Rat{'R': rat(0, 1), 'H': rat(0, 1), 'P': rat(0, 1), 'U': rat(0, 1)}
	for _, f := range exactFactors {
		b := f.id[0]
		blocks[b].w += f.weight
		if x.na[f.id] {
			continue
		}
		blocks[b].v += f.weight
		if d := x.dose[f.id]; d != nil {
			blocks[b].a += f.weight
			sums[b] = add(sums[b], mul(rat(f.weight, 1), d))
		}
	}
	var a, v, t int64
	half := 0
	eLow, eHigh, e := rat(0, 1), rat(0, 1), rat(0, 1)
	for _, b := range []byte("RHPU") {
		k := blocks[b]
		a += k.a
		v += k.v
		if 2*k.a >= k.v {
			half++
		}
		w := rat(k.w, 1)
		eLow = add(eLow, div(mul(w, sums[b]), rat(k.v, 1)))
		eHigh = add(eHigh, div(mul(w, add(sums[b], rat(k.v-k.a, 1))), rat(k.v, 1)))
		if k.a > 0 {
			t += k.w
			e = add(e, div(mul(w, sums[b]), rat(k.a, 1)))
		}
	}
	switch {
	case 10*a < 6*v:
		x.reasons["strain"] = "not_enough_answers"
		return
	case half < 3:
		x.reasons["strain"] = "not_enough_blocks"
		return
	}
	x.e, x.eLow, x.eHigh = div(mul(rat(100, 1), e), rat(t, 1)), eLow, eHigh
	x.answered = rat(a, v)

	x.contribution = map[string]*big.Rat{}
	byDriver := map[int]*exactDriver{}
	for _, f := range exactFactors {
		d := x.dose[f.id]
		if d == nil {
			continue
		}
		k := blocks[f.id[0]]
		c := mul(mul(rat(100*k.w, t), rat(f.weight, k.a)), d)
		x.contribution[f.id] = c
		if byDriver[f.driver] == nil {
			byDriver[f.driver] = &exactDriver{order: f.driver, contribution: rat(0, 1)}
		}
		driver := byDriver[f.driver]
		driver.contribution = add(driver.contribution, c)
		driver.factors = append(driver.factors, f.id)
	}
	for order := 1; order <= 14; order++ {
		if d := byDriver[order]; d != nil {
			x.drivers = append(x.drivers, *d)
		}
	}
	x.showDrivers()
}

// showDrivers is [F9] and [F16].
func (x *exactly) showDrivers() {
	missing := shownExactly(x.e, 25, 50)
	rest := make([]*big.Rat, len(x.drivers))
	rounded := make([]*big.Rat, len(x.drivers))
	for i, d := range x.drivers {
		rounded[i] = nine(d.contribution)
	}
	for i := range x.drivers {
		d, c := &x.drivers[i], rounded[i]
		d.shown = int(floor(c).Int64())
		rest[i] = sub(c, new(big.Rat).SetInt(floor(c)))
		missing -= d.shown
		d.rank = 1
		for _, other := range rounded {
			if other.Cmp(c) > 0 {
				d.rank++
			}
		}
	}
	order := make([]int, len(x.drivers))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(i, j int) int {
		if c := rest[j].Cmp(rest[i]); c != 0 {
			return c
		}
		return rounded[j].Cmp(rounded[i])
	})
	for _, i := range order[:max(0, missing)] {
		x.drivers[i].shown++
	}
	slices.SortStableFunc(x.drivers, func(a, b exactDriver) int { return a.rank - b.rank })
}

func (x *exactly) crossed() {
	number := func(id string) float64 {
		n, ok := x.answers.Number(id)
		if !ok {
			return math.NaN()
		}
		return n
	}
	protections, _ := x.answers.Keys("protections")
	threats, _ := x.answers.Choice("threats")
	for _, limit := range []struct {
		key     string
		crossed bool
	}{
		{"weekly_hours", number("weekly_hours") >= 55},
		{"longest_day", number("longest_day") > 12},
		{"short_rest", number("shortest_rest") < 11},
		{"no_leave", number("weeks_off") == 0},
		{"threats_unprotected", threats == "yes" && len(protections) <= 1},
		{"unpaid_hours", number("unpaid_hours") >= 10},
	} {
		if limit.crossed {
			x.limits = append(x.limits, limit.key)
		}
	}
}

func (x *exactly) bandOf(s, e *big.Rat) int {
	i, j := level(s, 40, 50), level(e, 25, 50)
	if len(x.limits) >= 1 {
		j = max(j, 1)
	}
	if len(x.limits) >= 3 {
		j = 2
	}
	return min(4, 1+i+j)
}

func (x *exactly) bands() {
	switch {
	case x.s == nil && x.e == nil:
		x.reasons["band"] = "no_signs_nor_strain"
	case x.s == nil:
		x.reasons["band"] = "no_signs"
	case x.e == nil:
		x.reasons["band"] = "no_strain"
	default:
		x.band = x.bandOf(x.s, x.e)
		x.low = x.bandOf(clipped(sub(x.sLow, x.sem)), x.eLow)
		x.high = x.bandOf(clipped(add(x.sHigh, x.sem)), x.eHigh)
	}
}

func (x *exactly) effortReward() {
	mean := func(least int64, ids ...string) *big.Rat {
		sum, a := rat(0, 1), int64(0)
		for _, f := range exactFactors {
			if d := x.dose[f.id]; d != nil && slices.Contains(ids, f.id) {
				sum = add(sum, mul(rat(f.weight, 1), d))
				a += f.weight
			}
		}
		if a < least {
			return nil
		}
		return div(sum, rat(a, 1))
	}
	effort := mean(21, "R1", "R2", "R3", "R4", "H1", "H2", "H4")
	reward := mean(8, "P1", "P2", "P3", "P4", "P5", "P6")
	switch {
	case effort == nil && reward == nil:
		x.reasons["effort_reward"] = "not_enough_effort_nor_reward"
	case effort == nil:
		x.reasons["effort_reward"] = "not_enough_effort"
	case reward == nil:
		x.reasons["effort_reward"] = "not_enough_reward"
	default:
		x.er = div(add(rat(1, 1), mul(rat(4, 1), effort)), sub(rat(5, 1), mul(rat(4, 1), reward)))
	}
}

func scoreExactly(a questions.Answers, ratio *big.Rat) *exactly {
	x := &exactly{answers: a, ratio: ratio, reasons: map[string]string{}, limits: []string{}}
	x.doses()
	x.signs()
	x.strain()
	x.crossed()
	x.bands()
	x.effortReward()
	return x
}
