//go:build released

package program

import "embed"

// releasedFiles are in no folder of the source: Command lays them over it.
//
//go:embed released
var releasedFiles embed.FS

func init() { carried = releasedFiles }
