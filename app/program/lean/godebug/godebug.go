// Package godebug stands in for internal/godebug of the standard library, which reads
// how a person has set $GODEBUG and counts what that changes. A browser has no such
// setting: all are as they come.
package godebug

// A Setting is one that nobody can set.
type Setting struct{ name string }

// New returns the setting of that name.
func New(name string) *Setting { return &Setting{name} }

// Name returns the name. A "#" before it marks one that is not documented.
func (s *Setting) Name() string {
	if s.Undocumented() {
		return s.name[1:]
	}
	return s.name
}

// Undocumented reports whether the setting is not documented.
func (s *Setting) Undocumented() bool { return s.name != "" && s.name[0] == '#' }

// String returns name=value.
func (s *Setting) String() string { return s.Name() + "=" }

// IncNonDefault would count that something was not as it comes.
func (s *Setting) IncNonDefault() {}

// Value returns how it is set: not at all.
func (s *Setting) Value() string { return "" }
