package score_test

import (
	"os"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"bothends/questions"
	"bothends/questions/score"
)

// An edit replaces the first occurrence of a text in scoring.json.
type edit struct{ old, new string }

func edited(t testing.TB, edits ...edit) fstest.MapFS {
	t.Helper()
	data, err := os.ReadFile(folder + "/" + score.File)
	if err != nil {
		t.Fatal(err)
	}
	text := string(data)
	for _, e := range edits {
		if !strings.Contains(text, e.old) {
			t.Fatalf("%q is not in %s", e.old, score.File)
		}
		text = strings.Replace(text, e.old, e.new, 1)
	}
	return fstest.MapFS{score.File: {Data: []byte(text)}}
}

func load(t testing.TB, edits ...edit) *score.Model {
	t.Helper()
	m, problems := score.Load(edited(t, edits...), pack(t))
	for _, problem := range problems {
		t.Fatal(problem)
	}
	return m
}

func TestLoadNamesTheProblem(t *testing.T) {
	for _, c := range []struct {
		name string
		edit edit
		want string // path, code
	}{
		{"no version", edit{`"version": 2`, `"version": 0`}, "version missing_field"},
		{"harmless by a number", edit{`{"question": "threats", "key": "no"}`, `{"question": "accounts", "key": "no"}`}, "factors[24].dose.harmless_if[1].question wrong_type"},
		{"harmless by no option", edit{`{"question": "threats", "key": "no"}`, `{"question": "threats", "key": "none"}`}, "factors[24].dose.harmless_if[1].key unknown_key"},
		{"not applicable by nothing", edit{`{"question": "work_status", "key": "own_account"}`, `{"question": "work_statu", "key": "own_account"}`}, "factors[17].dose.not_applicable_if.question unknown_reference"},
		{"harmless parts", edit{`"missing_part": "skip"`, `"missing_part": "skip", "not_applicable_if": {"question": "work_status", "key": "both"}`}, "factors[11].dose misplaced"},
		{"unknown field", edit{`"notable": 3`, `"notable": 3, "colour": 1`}, "strain.colour unknown_field"},
		{"field in capitals", edit{`"notable": 3`, `"notable": 3, "Notable": 4`}, "strain.Notable unknown_field"},
		{"field twice", edit{`"notable": 3`, `"notable": 3, "notable": 4`}, "strain.notable duplicate_field"},
		{"text for a number", edit{`"weight": 9`, `"weight": "9"`}, "factors[0].weight wrong_type"},
		{"fraction for a weight", edit{`"weight": 9`, `"weight": 8.5`}, "factors[0].weight wrong_type"},
		{"weights off", edit{`"weight": 9`, `"weight": 8`}, "factors bad_sum; blocks[0].weight bad_sum"},
		{"block off", edit{`"weight": 31`, `"weight": 30`}, "blocks[0].weight bad_sum"},
		{"huge weight", edit{`"weight": 9`, `"weight": 9223372036854775807`}, "factors[0].weight out_of_range"},
		{"negative weight", edit{`"weight": 9`, `"weight": -9`}, "factors[0].weight out_of_range"},
		{"unknown block", edit{`"id": "R1", "block": "responsibilities"`, `"id": "R1", "block": "duties"`}, "factors[0].block unknown_reference"},
		{"factor twice", edit{`"id": "R3"`, `"id": "R1"`}, "factors[2].id duplicate_id; drivers[2].factors[0] unknown_reference; effort_reward.effort[2] unknown_reference"},
		{"bad id", edit{`"id": "R3"`, `"id": "R 3"`}, "factors[2].id bad_name; drivers[2].factors[0] unknown_reference; factors[2] not_assigned; effort_reward.effort[2] unknown_reference"},
		{"unknown question", edit{`{"question": "live_days"`, `{"question": "dead_days"`}, "factors[3].dose.question unknown_reference"},
		{"no question", edit{`{"question": "live_days", `, `{`}, "factors[3].dose.question missing_field"},
		{"code question", edit{`{"question": "live_days"`, `{"question": "country"`}, "factors[3].dose.question wrong_type"},
		{"unknown scale", edit{`"scale": "up"`, `"scale": "sideways"`}, "factors[0].dose.scale unknown_reference"},
		{"scale on a number", edit{`"question": "live_days", `, `"question": "live_days", "scale": "up", `}, "factors[3].dose.scale misplaced"},
		{"scale and options", edit{`"scale": "up"`, `"scale": "up", "options": {}`}, "factors[0].dose.options misplaced"},
		{"knots on a choice", edit{`"scale": "up"`, `"scale": "up", "knots": [[0, 0], [1, 1]]`}, "factors[0].dose.knots misplaced"},
		{"options on a list", edit{`"question": "protections", "knots"`, `"question": "protections", "options": {"yes": 1}, "knots"`}, "factors[24].dose.options misplaced"},
		{"option too many", edit{`"about_right": 0`, `"about_right": 0, "too_much": 0`}, "factors[14].dose.options.too_much unknown_key"},
		{"option missing", edit{`"about_right": 0, `, ``}, "factors[14].dose.options missing_option"},
		{"option out of range", edit{`"daily": 0.8`, `"daily": 1.8`}, "factors[4].dose.options.daily out_of_range"},
		{"word missing", edit{`, "options": {"none": 1}`, ``}, "factors[16].dose.options missing_option"},
		{"scale lacks an option", edit{`"sometimes": 0.5, "often": 0.75, "always": 1}`, `"often": 0.75, "always": 1}`}, "factors[0].dose.scale missing_option; factors[2].dose.scale missing_option; factors[5].dose.scale missing_option; factors[10].dose.scale missing_option; factors[19].dose.scale missing_option"},
		{"dose above 1", edit{`"always": 1}`, `"always": 1.5}`}, "scales[0].doses.always out_of_range; factors[0].dose.scale.always out_of_range; factors[2].dose.scale.always out_of_range; factors[5].dose.scale.always out_of_range; factors[10].dose.scale.always out_of_range; factors[19].dose.scale.always out_of_range"},
		{"one knot", edit{`[[0, 0], [4, 0.5], [12, 1]]`, `[[0, 0]]`}, "factors[3].dose.knots bad_knots"},
		{"knot of three", edit{`[[0, 0], [4, 0.5], [12, 1]]`, `[[0, 0, 0], [4, 0.5], [12, 1]]`}, "factors[3].dose.knots[0] bad_knots"},
		{"knots not rising", edit{`[[0, 0], [4, 0.5], [12, 1]]`, `[[0, 0], [12, 0.5], [4, 1]]`}, "factors[3].dose.knots[2] bad_knots"},
		{"knot twice", edit{`[[0, 0], [4, 0.5], [12, 1]]`, `[[0, 0], [4, 0.5], [4, 1]]`}, "factors[3].dose.knots[2] bad_knots"},
		{"dose turns back", edit{`[[0, 0], [4, 0.5], [12, 1]]`, `[[0, 0.6], [4, 0.5], [12, 1]]`}, "factors[3].dose.knots[1] bad_knots"},
		{"dose comes back", edit{`[[0, 0], [4, 0.5], [12, 1]]`, `[[0, 0], [4, 0.5], [12, 0]]`}, "factors[3].dose.knots[1] bad_knots; factors[3].dose.knots[2] bad_knots"},
		{"dose over 1", edit{`[[0, 0], [4, 0.5], [12, 1]]`, `[[0, 0], [4, 0.5], [12, 1.1]]`}, "factors[3].dose.knots[2][1] out_of_range"},
		{"knot far away", edit{`[[0, 0], [4, 0.5], [12, 1]]`, `[[-1e300, 0], [4, 0.5], [12, 1]]`}, "factors[3].dose.knots[0][0] out_of_range"},
		{"ratio knots", edit{`[[0.70, 1], [0.85, 0.5], [1, 0]]`, `[[1, 0], [0.85, 0.5], [0.70, 1]]`}, "factors[14].dose.ratio[1] bad_knots; factors[14].dose.ratio[2] bad_knots"},
		{"shares off", edit{`"share": 0.4`, `"share": 0.5`}, "factors[1].dose.parts bad_sum"},
		{"missing part unsaid", edit{`"missing_part": "skip"`, `"missing_part": "guess"`}, "factors[11].dose.missing_part unknown_reference"},
		{"missing part of one", edit{`{"question": "live_days",`, `{"missing_part": "skip", "question": "live_days",`}, "factors[3].dose.missing_part misplaced"},
		{"parts and a question", edit{`"missing_part": "skip"`, `"missing_part": "skip", "question": "live_days"`}, "factors[11].dose misplaced"},
		{"one part", edit{`          {"question": "evenings_per_week", "share": 0.5, "knots": [[0, 0], [3, 0.5], [5, 1]], "basis": ["judgement"]},`, ``}, "factors[11].dose.parts out_of_range"},
		{"part twice", edit{`"question": "evenings_per_week"`, `"question": "weekend_days"`}, "factors[11].dose.parts[1].question duplicate_id"},
		{"part not applicable", edit{`"question": "evenings_per_week", "share": 0.5, "knots": [[0, 0], [3, 0.5], [5, 1]]`, `"question": "manager_helps", "share": 0.5, "scale": "down"`}, "factors[11].dose.parts[0].question misplaced"},
		{"plus with a share", edit{`"plus": {`, `"plus": {"share": 1, `}, "factors[4].dose.plus.share misplaced"},
		{"unknown basis", edit{`"basis": ["convention"]`, `"basis": ["rumour"]`}, "factors[0].dose.basis[0] unknown_reference"},
		{"unknown grade", edit{`"grade": "A/J"`, `"grade": "A/Z"`}, "factors[4].evidence.grade unknown_reference"},
		{"unknown source", edit{`"sources": ["van-der-molen-2020"], "checked"`, `"sources": ["nobody-1999"], "checked"`}, "factors[0].evidence.sources[0] unknown_reference"},
		{"factor in no driver", edit{`["R2", "R4", "R7"]`, `["R2", "R4"]`}, "factors[6] not_assigned"},
		{"factor in two drivers", edit{`["R2", "R4", "R7"]`, `["R2", "R4", "R7", "R1"]`}, "drivers[1].factors[3] duplicate_id"},
		{"driver without factors", edit{`"control", "factors": ["U3"]`, `"control", "factors": []`}, "drivers[12].factors empty_list; factors[22] not_assigned"},
		{"driver twice", edit{`"key": "control"`, `"key": "fairness"`}, "drivers[13].key duplicate_id"},
		{"unknown effort", edit{`"effort": ["R1"`, `"effort": ["R9"`}, "effort_reward.effort[0] unknown_reference"},
		{"effort and reward", edit{`"reward": ["P1"`, `"reward": ["R1"`}, "effort_reward.reward[0] duplicate_id"},
		{"no effort", edit{`"effort": ["R1", "R2", "R3", "R4", "H1", "H2", "H4"]`, `"effort": []`}, "effort_reward.effort empty_list"},
		{"no minimum", edit{`"minimum_percent": 50`, `"minimum_percent": 0`}, "effort_reward.minimum_percent out_of_range"},
		{"unknown limit question", edit{`"when": [{"question": "weekly_hours"`, `"when": [{"question": "weekly"`}, "limits[0].when[0].question unknown_reference"},
		{"unknown comparison", edit{`"compare": ">="`, `"compare": "=>"`}, "limits[0].when[0].compare unknown_reference"},
		{"no value", edit{`, "value": 55`, ``}, "limits[0].when[0].value missing_field"},
		{"key on a number", edit{`, "value": 55`, `, "value": 55, "key": "yes"`}, "limits[0].when[0].key misplaced"},
		{"unknown limit key", edit{`"key": "yes"`, `"key": "maybe"`}, "limits[4].when[0].key unknown_key"},
		{"choice compared", edit{`"compare": "=", "key": "yes"`, `"compare": ">", "key": "yes"`}, "limits[4].when[0] misplaced"},
		{"no condition", edit{`[{"question": "weekly_hours", "compare": ">=", "value": 55}]`, `[]`}, "limits[0].when empty_list"},
		{"limit on a code", edit{`[{"question": "weekly_hours", "compare": ">=", "value": 55}]`, `[{"question": "country", "compare": "=", "key": "FR"}]`}, "limits[0].when[0].question wrong_type"},
		{"unknown sign", edit{`"question": "bitter"`, `"question": "bitterness"`}, "signs.items[6].question unknown_reference"},
		{"sign twice", edit{`"question": "bitter"`, `"question": "avoid_messages"`}, "signs.items[6].question duplicate_id"},
		{"sign is no choice", edit{`"question": "bitter"`, `"question": "accounts"`}, "signs.items[6].question wrong_type"},
		{"unknown facet", edit{`"mind_slips", "facet": "thinking"`, `"mind_slips", "facet": "thought"`}, "signs.items[7].facet unknown_reference"},
		{"facet without items", edit{`"set_off", "facet": "feelings"`, `"set_off", "facet": "distance"`}, "signs.facets[3] not_assigned"},
		{"value missing", edit{`"seldom": 25, `, ``}, "signs.values missing_option"},
		{"value above 100", edit{`"always": 100`, `"always": 101`}, "signs.values.always out_of_range"},
		{"too many items wanted", edit{`"minimum_items": 8`, `"minimum_items": 13`}, "signs.minimum_items out_of_range"},
		{"too many core items wanted", edit{`"minimum_core": 2`, `"minimum_core": 5`}, "signs.minimum_core out_of_range"},
		{"levels out of order", edit{`"raised", "from": 40`, `"raised", "from": 60`}, "signs.levels[2].from out_of_range"},
		{"first level above 0", edit{`{"key": "low", "from": 0}`, `{"key": "low", "from": 5}`}, "signs.levels[0].from out_of_range"},
		{"split above the level", edit{`"at": 25`, `"at": 40`}, "signs.text_split.at out_of_range"},
		{"no error", edit{`"constant": 21.4`, `"constant": 0`}, "signs.error.constant out_of_range"},
		{"notable", edit{`"notable": 3`, `"notable": 0`}, "strain.notable out_of_range"},
		{"blocks wanted", edit{`"blocks": 3`, `"blocks": 5`}, "strain.minimum.blocks out_of_range"},
		{"percent", edit{`"percent": 60`, `"percent": 160`}, "strain.minimum.percent out_of_range"},
		{"band too high", edit{`[3, 4, 4]`, `[3, 4, 5]`}, "bands.matrix[2].bands[2] out_of_range"},
		{"band falls", edit{`[2, 3, 4]`, `[2, 1, 4]`}, "bands.matrix[1].bands[1] bad_matrix"},
		{"row too short", edit{`[3, 4, 4]`, `[3, 4]`}, "bands.matrix[2].bands bad_matrix"},
		{"row missing", edit{`,
      {"signs": "high", "bands": [3, 4, 4]}`, ``}, "bands.matrix bad_matrix"},
		{"row of another level", edit{`{"signs": "high", "bands"`, `{"signs": "higher", "bands"`}, "bands.matrix[2].signs bad_matrix"},
		{"raised to nothing", edit{`"to": "moderate"`, `"to": "middling"`}, "bands.raised_by_limits[0].to unknown_reference"},
		{"raised by none", edit{`{"crossed": 1`, `{"crossed": 0`}, "bands.raised_by_limits[0].crossed out_of_range"},
		{"lever without a question", edit{`{"question": "weekly_hours", "relief"`, `{"relief"`}, "levers[0].question missing_field"},
		{"unknown lever", edit{`{"question": "weekly_hours", "relief"`, `{"question": "weekly", "relief"`}, "levers[0].question unknown_reference"},
		{"lever twice", edit{`{"question": "longest_day", "relief"`, `{"question": "weekly_hours", "relief"`}, "levers[1].question duplicate_id"},
		{"a sign as a lever", edit{`{"question": "real_breaks", "relief"`, `{"question": "bitter", "relief"`}, "levers[5].question misplaced"},
		{"lever that moves nothing", edit{`{"question": "longest_day", "relief": "less"`, `{"question": "contract_hours", "relief": "less"`}, "levers[1].question not_assigned"},
		{"lever on a code", edit{`{"question": "real_breaks", "relief": "more"`, `{"question": "country", "relief": "more"`}, "levers[5].question wrong_type"},
		{"lever the wrong way", edit{`"weekly_hours", "relief": "less"`, `"weekly_hours", "relief": "more"`}, "levers[0].worst bad_range; levers[0].relief bad_knots"},
		{"choice the wrong way", edit{`"real_breaks", "relief": "more"`, `"real_breaks", "relief": "less"`}, "levers[5].relief bad_knots"},
		{"list the wrong way", edit{`"protections", "relief": "more"`, `"protections", "relief": "less"`}, "levers[14].relief bad_knots"},
		{"lever of no way", edit{`"weekly_hours", "relief": "less"`, `"weekly_hours", "relief": "down"`}, "levers[0].relief unknown_reference"},
		{"lever of nobody", edit{`"worst": 70, "who": "employer"`, `"worst": 70, "who": "nobody"`}, "levers[0].who unknown_reference"},
		{"lever without steps", edit{`"step": 2.5, `, ``}, "levers[0].step out_of_range"},
		{"lever of a thousand steps", edit{`"step": 2.5, `, `"step": 0.01, `}, "levers[0].step out_of_range"},
		{"lever out of range", edit{`"worst": 70, "who"`, `"worst": 170, "who"`}, "levers[0].worst out_of_range"},
		{"part of a day as a step", edit{`"evenings_per_week", "relief": "less", "step": 1`, `"evenings_per_week", "relief": "less", "step": 0.5`}, "levers[3].step not_whole"},
		{"steps of a list", edit{`"protections", "relief": "more"`, `"protections", "relief": "more", "step": 1`}, "levers[14] misplaced"},
		{"hours by percent", edit{`"worst": 70, "who"`, `"worst": 70, "percent": true, "who"`}, "levers[0].percent misplaced"},
		{"less pay", edit{`"pay_amount", "relief": "more", "step": 5, "best": 50, "worst": 0`, `"pay_amount", "relief": "less", "step": 5, "best": 0, "worst": 50`}, "levers[13].relief bad_knots"},
		{"step of a sign", edit{`"moves": [{"question": "weekly_hours", "to": 48}]`, `"moves": [{"question": "bitter", "option": "never"}]`}, "steps[1].moves[0].question unknown_reference"},
		{"step without moves", edit{`"moves": [{"question": "weekly_hours", "to": 48}]`, `"moves": []`}, "steps[1].moves empty_list"},
		{"step with a name twice", edit{`"key": "week_48"`, `"key": "contract_hours"`}, "steps[1].key duplicate_id"},
		{"step of both", edit{`"key": "week_48", "who": "employer"`, `"key": "week_48", "who": "both"`}, "steps[1].who unknown_reference"},
		{"step that moves twice", edit{`[{"question": "weekly_hours", "to": 48}]`, `[{"question": "weekly_hours", "to": 48}, {"question": "weekly_hours", "by": 5}]`}, "steps[1].moves[1].question duplicate_id"},
		{"step two ways at once", edit{`"weekly_hours", "to": 48`, `"weekly_hours", "to": 48, "by": 5`}, "steps[1].moves[0] missing_field"},
		{"step that goes nowhere", edit{`"weekly_hours", "to": 48`, `"weekly_hours"`}, "steps[1].moves[0] missing_field"},
		{"step past the lever", edit{`"weekly_hours", "to": 48`, `"weekly_hours", "to": 20`}, "steps[1].moves[0].to out_of_range"},
		{"step as something else", edit{`"as": "contract_hours"`, `"as": "weeks_off"`}, "steps[0].moves[0].as wrong_type"},
		{"step by half a day", edit{`"live_days", "by": 4`, `"live_days", "by": 3.5`}, "steps[3].moves[0].by not_whole"},
		{"step of an option that is none", edit{`"real_breaks", "option": "often"`, `"real_breaks", "option": "hourly"`}, "steps[10].moves[1].option unknown_reference"},
		{"step of a choice by so much", edit{`"real_breaks", "option": "often"`, `"real_breaks", "by": 1`}, "steps[10].moves[1].by misplaced"},
		{"step to less of what is good", edit{`"weeks_off", "by": 1`, `"weeks_off", "times": 0.5`}, "steps[15].moves[0].times misplaced"},
		{"step that nobody would see", edit{`"weekly_hours", "to": 48}`, `"evenings_per_week", "to": 0}`}, "steps[1] not_assigned"},
		{"unknown field of a lever", edit{`"worst": 70, "who"`, `"worst": 70, "colour": 1, "who"`}, "levers[0].colour unknown_field"},
		{"source twice", edit{`"id": "lin-2021"`, `"id": "hu-2016"`}, "sources[8].id duplicate_id; factors[7].dose.basis[0] unknown_reference; factors[7].evidence.sources[0] unknown_reference"},
	} {
		t.Run(c.name, func(t *testing.T) {
			m, problems := score.Load(edited(t, c.edit), pack(t))
			var got []string
			for _, p := range problems {
				got = append(got, p.Path+" "+p.Code)
				if p.File != score.File || p.Message == "" {
					t.Errorf("%+v lacks a file or a sentence", p)
				}
			}
			if m != nil || strings.Join(got, "; ") != c.want {
				t.Errorf("got  %s\nwant %s", strings.Join(got, "; "), c.want)
			}
		})
	}
}

func TestLoadNamesAllProblems(t *testing.T) {
	_, problems := score.Load(edited(t,
		edit{`"notable": 3`, `"notable": 0`},
		edit{`"scale": "up"`, `"scale": "sideways"`},
		edit{`[[0, 0], [4, 0.5], [12, 1]]`, `[[0, 0], [4, 5], [12, 1]]`},
		edit{`"question": "bitter"`, `"question": "bitterness"`},
		edit{`["R2", "R4", "R7"]`, `["R2", "R4"]`},
		edit{`"version": 2`, `"version": 1, "edition": 2`},
	), pack(t))
	var got []string
	for _, p := range problems {
		got = append(got, p.Path)
	}
	slices.Sort(got)
	want := []string{"edition", "factors[0].dose.scale", "factors[3].dose.knots[1][1]", "factors[3].dose.knots[2]", "factors[6]", "signs.items[6].question", "strain.notable"}
	if !slices.Equal(got, want) {
		t.Errorf("got  %v\nwant %v", got, want)
	}
}

func TestLoadWithoutAFile(t *testing.T) {
	for name, data := range map[string]*fstest.MapFile{"no file": nil, "empty": {}, "not JSON": {Data: []byte("weights")}, "a list": {Data: []byte("[]")}, "half": {Data: []byte(`{"version": 1,`)}} {
		fsys := fstest.MapFS{}
		if data != nil {
			fsys[score.File] = data
		}
		if m, problems := score.Load(fsys, pack(t)); m != nil || len(problems) != 1 {
			t.Errorf("%s: %d problems, want 1: %v", name, len(problems), problems)
		}
	}
}

// A block whose every factor can be not applicable would divide by zero.
func TestLoadWantsABlockThatAlwaysCounts(t *testing.T) {
	p := *pack(t)
	p.Sections = slices.Clone(p.Sections)
	for i, s := range p.Sections {
		if s.ID == "support" || s.ID == "limits" {
			s.Questions = slices.Clone(s.Questions)
			for j := range s.Questions {
				s.Questions[j].NotApplicable = true
			}
			p.Sections[i] = s
		}
	}
	_, problems := score.Load(edited(t), &p)
	if len(problems) != 1 || problems[0].Path != "blocks[3]" || problems[0].Code != score.NotAssigned {
		t.Errorf("problems %v, want blocks[3] not_assigned", problems)
	}
}

func FuzzLoad(f *testing.F) {
	data, err := os.ReadFile(folder + "/" + score.File)
	if err != nil {
		f.Fatal(err)
	}
	f.Add(string(data))
	f.Add(`{"version": 1}`)
	f.Add(`[]`)
	for _, e := range []edit{{"[4, 0.5]", "[3.5, 0.25]"}, {`"weight": 9`, `"weight": 8`}, {`"from": 40`, `"from": 41`}, {`"percent": 60`, `"percent": 1`}, {`0.6`, `0.4`}} {
		f.Add(strings.Replace(string(data), e.old, e.new, 1))
	}
	p := pack(f)
	f.Fuzz(func(t *testing.T, text string) {
		m, problems := score.Load(fstest.MapFS{score.File: {Data: []byte(text)}}, p)
		if (m == nil) != (len(problems) > 0) {
			t.Fatalf("model %v, problems %v", m, problems)
		}
		if m == nil {
			return
		}
		// Whatever loads can score, and stays within its bounds.
		ratio := 0.8
		for _, a := range []questions.Answers{{}, evenForm(0), evenForm(1), evenForm(2), form(full(), "accounts", nil, "manager_helps", "not_applicable")} {
			for _, r := range []*float64{nil, &ratio} {
				result := mustScore(t, m, a, r)
				m.Show(result)
				if s := result.Strain; s != nil && !(0 <= s.Low && s.Low <= s.Score+near && s.Score <= s.High+near && s.High <= 100+near) {
					t.Errorf("strain %+v", *s)
				}
				if s := result.Signs; s != nil && !(0 <= s.Low && s.Low <= s.Score+near && s.Score <= s.High+near && s.High <= 100) {
					t.Errorf("signs %+v", *s)
				}
			}
		}
		m.WordKeys()
	})
}
