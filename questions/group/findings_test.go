package group_test

import (
	"reflect"
	"testing"

	"bothends/questions/group"
)

func TestFindings(t *testing.T) {
	for name, tt := range map[string]struct {
		summary group.Summary
		want    []group.Finding
	}{
		"nothing": {group.Summary{People: 5}, nil},
		"limits first, fewer than three left out": {
			group.Summary{
				People: 9,
				Limits: []group.Limit{
					{Key: "weekly_hours", People: group.Cell{Kind: group.Fewer}},
					{Key: "longest_day", People: group.Cell{N: 4}},
				},
				Drivers: []group.Driver{
					{Key: "breadth", Mean: 5, Notable: group.Cell{Kind: group.Nearly}},
					{Key: "control", Mean: 4, Notable: group.Cell{Kind: group.Fewer}},
					{Key: "always_on", Mean: 3, Notable: group.Cell{N: 3}},
				},
			},
			[]group.Finding{
				{Key: "longest_day", Limit: true, People: group.Cell{N: 4}},
				{Key: "breadth", People: group.Cell{Kind: group.Nearly}},
				{Key: "always_on", People: group.Cell{N: 3}},
			},
		},
		"too few have strain": {
			group.Summary{People: 6, Limits: []group.Limit{{Key: "no_leave", People: group.Cell{Kind: group.Nearly}}}},
			[]group.Finding{{Key: "no_leave", Limit: true, People: group.Cell{Kind: group.Nearly}}},
		},
	} {
		t.Run(name, func(t *testing.T) {
			if got := tt.summary.Findings(); !reflect.DeepEqual(got, tt.want) {
				t.Errorf("got %v, want %v", got, tt.want)
			}
		})
	}
}
