// Package language knows no language. It stands in for a library that holds
// the subtags of the world and is only named by validator's tags for language
// codes.
package language

import "errors"

// A Tag is a language, script or region.
type Tag struct{}

func (Tag) String() string { return "" }

var errLeftOut = errors.New("language tags are left out of this program")

func Parse(string) (Tag, error)          { return Tag{}, errLeftOut }
func ParseBase(string) (Tag, error)      { return Tag{}, errLeftOut }
func ParseScript(string) (Tag, error)    { return Tag{}, errLeftOut }
func ParseRegion(string) (Tag, error)    { return Tag{}, errLeftOut }
func ParseVariant(string) (Tag, error)   { return Tag{}, errLeftOut }
func ParseExtension(string) (Tag, error) { return Tag{}, errLeftOut }
