// Package pause lets the browser take an input and paint while the program
// starts, which otherwise is one task of a third of a second on a slow phone.
//
// Packages are prepared in the order of their paths, as far as what they import
// allows. This one imports nothing but time, so that its init pauses between the
// runtime with its nearest packages and everything else.
package pause

import "time"

func init() { Take() }

// Take lets the browser do what waits, and comes back. A shorter sleep is over on
// a slow phone before the program has gone to sleep, and nothing else gets a turn.
func Take() { time.Sleep(8 * time.Millisecond) }
