// Package yield lets the browser take an input and paint while the program
// starts, which otherwise is one task of a third of a second on a slow phone.
//
// It is a package of its own, and not part of app/browser, for its init: Go
// initialises packages in the order of their paths, as far as what they import
// allows. This one imports nothing but time, so that its init yields after the
// runtime with its nearest packages, and before go-app and everything else.
package yield

import "time"

func init() { ToBrowser() }

// ToBrowser lets the browser do what waits, and comes back. A shorter sleep is over
// on a slow phone before the program has gone to sleep, and nothing else gets a turn.
func ToBrowser() { time.Sleep(8 * time.Millisecond) }
