package schema_test

import (
	"bothends/questions/letter"
	"bothends/questions/score"
)

// A modelRule is what questions/score/check.go, questions/steps, questions/letter or
// a check beside the tags demands of one field. Most of their types have no validate
// tags, because most of what they check
// connects fields.
type modelRule struct {
	required         bool
	on, each, values object // for the value, the entries of a list, the values of an object
	used             bool
}

var (
	aKey     = object{"pattern": modelKey}
	someKeys = modelRule{required: true, on: object{"minItems": 1, "uniqueItems": true}, each: aKey}
	some     = modelRule{required: true, on: object{"minItems": 1}}
	named    = modelRule{required: true, on: aKey}
	asking   = modelRule{required: true, on: object{"minLength": 1}}
	percent  = modelRule{required: true, on: object{"minimum": 1, "maximum": 100}}
	doses    = modelRule{values: object{"minimum": 0, "maximum": 1}}
	curve    = modelRule{on: object{"minItems": 2}, each: object{
		"minItems": 2, "maxItems": 2,
		"prefixItems": []any{
			object{"type": "number", "minimum": -1e6, "maximum": 1e6, "description": "the answer"},
			object{"type": "number", "minimum": 0, "maximum": 1, "description": "its dose"},
		},
	}}
)

var modelRules = map[string]modelRule{
	"Scoring.Version":      {required: true, on: object{"minimum": 1}},
	"Scoring.Scales":       some,
	"Scoring.Signs":        {required: true},
	"Scoring.Strain":       {required: true},
	"Scoring.Blocks":       some,
	"Scoring.Factors":      some,
	"Scoring.Drivers":      some,
	"Scoring.Limits":       some,
	"Scoring.Bands":        {required: true},
	"Scoring.EffortReward": {required: true},
	"Scoring.Grades":       some,
	"Scoring.Conversions":  some,
	"Scoring.OpenPoints":   someKeys,
	"Scoring.Sources":      some,

	"Scale.ID": named, "Scale.Doses": doses,

	"SignsRules.Facets":       someKeys,
	"SignsRules.Items":        some,
	"SignsRules.Values":       {required: true, values: object{"minimum": 0, "maximum": 100}},
	"SignsRules.MinimumItems": {required: true, on: object{"minimum": 1}},
	"SignsRules.MinimumCore":  {on: object{"minimum": 0}},
	"SignsRules.Levels":       some,
	"SignsRules.TextSplit":    {required: true},
	"SignsRules.Error":        {required: true},
	"TextSplit.At":            {required: true, on: object{"minimum": 1, "maximum": 100}},
	"SignsError.Constant":     percent,
	"CutPoint.Value":          {on: object{"minimum": 0, "maximum": 100}},
	"Item.Question":           asking,
	"Item.Facet":              named,
	"Level.Key":               named,
	"Level.From":              {required: true, on: object{"minimum": 0, "maximum": 100}},

	"StrainRules.Levels":         some,
	"StrainRules.Notable":        percent,
	"StrainRules.Minimum":        {required: true},
	"StrainMinimum.Percent":      percent,
	"StrainMinimum.Blocks":       {required: true, on: object{"minimum": 1}},
	"StrainMinimum.BlockPercent": percent,

	"Block.Key": named, "Block.Weight": percent,
	"FactorRule.ID": named, "FactorRule.Block": named, "FactorRule.Weight": percent,
	"FactorRule.Dose": {required: true}, "FactorRule.Evidence": {required: true},
	"Evidence.Grade": {required: true, on: object{"minLength": 1}},

	"Dose.Options": doses, "Dose.Knots": curve, "Dose.Ratio": curve,
	"Dose.Parts":       {on: object{"minItems": 2, "maxItems": 2}},
	"Dose.MissingPart": {on: object{"enum": []string{"other_alone", "skip"}}},
	"Given.Question":   asking, "Given.Key": named,
	"Part.Question": asking, "Part.Options": doses, "Part.Knots": curve,
	"Part.Share": {on: object{"minimum": 0.01, "maximum": 1}},

	"DriverRule.Key": named, "DriverRule.Factors": some,
	"LimitRule.Key": named, "LimitRule.When": some,
	"Condition.Question": asking,
	"Condition.Compare":  {required: true, on: object{"enum": []string{">=", ">", "<", "<=", "="}}},
	"BandRules.Keys":     someKeys,
	"BandRules.Matrix":   some,
	"BandRow.Signs":      named,
	"BandRow.Bands":      {required: true, each: object{"minimum": 1}},
	"Raise.Crossed":      {required: true, on: object{"minimum": 1}},
	"Raise.To":           named,

	"EffortRewardRules.Effort": some, "EffortRewardRules.Reward": some, "EffortRewardRules.MinimumPercent": percent,
	"LeverRule.Question": asking,
	"LeverRule.Relief":   {required: true, on: object{"enum": []string{score.Less, score.More}}},
	"LeverRule.Who":      {required: true, on: object{"enum": []string{score.Employer, score.Person, score.Both}}},
	"StepRule.Key":       named, "StepRule.Moves": some,
	"StepRule.Who":      {required: true, on: object{"enum": []string{score.Employer, score.Person}}},
	"MoveRule.Question": asking,
	"MoveRule.Times":    {on: object{"minimum": 0.05, "maximum": 0.95}},
	"Grade.Key":         named, "Conversion.Key": named, "Source.ID": named,

	"HelpLine.Listening": {each: object{
		"anyOf": []any{object{"required": []string{"name"}}, object{"required": []string{"word"}}},
	}},

	"Guide.AsOf":   {required: true, on: object{"pattern": `^[2-9][0-9]{3}-(0[1-9]|1[0-2])$`}},
	"Guide.Places": some, "Guide.Steps": some,
	"Place.Key":       {required: true, on: object{"pattern": placeKey}},
	"Guide.Law":       {on: object{"uniqueItems": true}, each: object{"pattern": `^[A-Z]{2}$`}},
	"Place.Countries": {on: object{"uniqueItems": true}, each: object{"pattern": `^([A-Z]{2}|other)$`}},
	"Step.Driver":     {on: aKey}, "Step.Limit": {on: aKey},
	"Step.Place":   {required: true, on: object{"pattern": placeKey}},
	"Step.Sources": someKeys,

	"Context.Date":    {required: true, on: object{"pattern": `^[2-9][0-9]{3}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$`}},
	"Context.Surveys": some, "Context.Figures": some,
	"Survey.ID":        {required: true, on: object{"pattern": key}},
	"Survey.Publisher": asking,
	"Survey.Year":      {required: true, on: object{"minimum": 1900}},
	"Survey.Countries": {required: true, on: object{"uniqueItems": true}, each: object{"pattern": `^[A-Z]{2}$`}},
	"Survey.N":         {required: true, on: object{"minimum": 1}},
	"Survey.Link":      {required: true, on: object{"pattern": `^https://[^/\s]+`}},
	"Figure.Key":       {required: true, on: object{"pattern": key}},
	"Figure.Question":  asking, "Figure.Survey": asking,

	"Outline.Groups": some,
	"Group.Key":      {required: true, on: object{"pattern": key}}, "Group.Statements": some,
	"Statement.Key":      {required: true, on: object{"pattern": key, "not": object{"enum": []string{"group", "unit"}}}},
	"Statement.Question": {on: object{"minLength": 1}},
	"Statement.Result":   {on: object{"enum": []string{letter.PayRate, letter.UnpaidYear, letter.Limits, letter.Changes, letter.Signs}}},
	"Statement.Always":   {on: object{"const": true}},
	"Statement.Options":  {on: object{"minItems": 1, "uniqueItems": true}},
	"Statement.Values":   {on: object{"uniqueItems": true}, each: object{"minimum": 0}},
	"Statement.Unit":     {on: object{"pattern": key}},
}
