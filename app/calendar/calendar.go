// Package calendar writes one appointment as a calendar file (RFC 5545), for
// any program that keeps appointments.
package calendar

import (
	"strings"
	"time"
	"unicode/utf8"
)

// An Event is an appointment by the clock on the wall, wherever the person is
// by then: it names no time zone.
type Event struct {
	ID      string    // the same for the same appointment, so that opening the file twice makes one
	Start   time.Time // year to minute count, the zone does not
	Minutes int
	Stamp   time.Time // when the file is written
	Product string    // who wrote it, for the calendar program
	Summary string
	Details string // may be empty
	Link    string // may be empty
}

// File returns the event as a file, with an alarm at its start. The time stays
// free for others, and the event is marked private.
func (e Event) File() []byte {
	const wall = "20060102T150405"
	var b strings.Builder
	line := func(name, value string) { fold(&b, name+":"+value) }
	line("BEGIN", "VCALENDAR")
	line("VERSION", "2.0")
	line("PRODID", text(e.Product))
	line("BEGIN", "VEVENT")
	line("UID", text(e.ID))
	line("DTSTAMP", e.Stamp.UTC().Format(wall)+"Z")
	line("DTSTART", e.Start.Format(wall))
	line("DTEND", e.Start.Add(time.Duration(e.Minutes)*time.Minute).Format(wall))
	line("SUMMARY", text(e.Summary))
	if e.Details != "" {
		line("DESCRIPTION", text(e.Details))
	}
	if e.Link != "" {
		line("URL", oneLine(e.Link))
	}
	line("CLASS", "PRIVATE")
	line("TRANSP", "TRANSPARENT")
	line("BEGIN", "VALARM")
	line("ACTION", "DISPLAY")
	line("TRIGGER", "PT0M")
	line("DESCRIPTION", text(e.Summary))
	line("END", "VALARM")
	line("END", "VEVENT")
	line("END", "VCALENDAR")
	return []byte(b.String())
}

// text escapes a value of type TEXT (section 3.3.11).
func text(s string) string {
	return strings.NewReplacer(`\`, `\\`, ";", `\;`, ",", `\,`, "\r\n", `\n`, "\n", `\n`, "\r", `\n`).Replace(clean(s))
}

// oneLine is for values that are no TEXT, such as addresses: a line break in
// one would begin a new property.
func oneLine(s string) string {
	return strings.NewReplacer("\r", "", "\n", "").Replace(clean(s))
}

// clean drops control characters, which the format does not allow.
func clean(s string) string {
	return strings.Map(func(r rune) rune {
		if r < ' ' && r != '\n' && r != '\r' && r != '\t' || r == 0x7f {
			return -1
		}
		return r
	}, strings.ToValidUTF8(s, "\ufffd"))
}

// fold writes a line of at most 75 octets at a time, never through the middle
// of a character (section 3.1).
func fold(b *strings.Builder, line string) {
	room := 75
	for len(line) > room {
		cut := room
		for !utf8.RuneStart(line[cut]) {
			cut--
		}
		b.WriteString(line[:cut] + "\r\n ")
		line = line[cut:]
		room = 74 // the space counts
	}
	b.WriteString(line + "\r\n")
}
