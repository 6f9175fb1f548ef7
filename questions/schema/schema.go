// Package schema holds the JSON Schemas (draft 2020-12) of the files of a pack,
// so that an editor completes names and marks mistakes while somebody types. The
// site publishes them below /schema/.
//
// They are made from the Go types that read these files: from the fields, their
// validate tags and their comments. A test makes them again and compares, and
// another holds them against the loaders. What connects two places of a file, or
// two files, no schema can say: "bothends check" does.
package schema

import "embed"

// Files are pack.json, scoring.json, steps.json, letter.json, context.json, text.json and help.json. After
// a change of the types, write them anew with
//
//	go test -tags validator_novalidatefn ./questions/schema -update
//
//go:embed *.json
var Files embed.FS
