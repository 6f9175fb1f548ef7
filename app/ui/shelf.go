package ui

import (
	"maps"
	"slices"
	"strconv"
	"strings"
	"time"

	"bothends/questions"
	"bothends/questions/record"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// recordKey begins the key of every kept result in the storage of the device.
// Each has a key of its own, so that two tabs never write over one another.
const recordKey = keyStart + recordName + "."

// belongsTo reports whether a kept result is one of this questionnaire, at
// whatever address of the origin it was kept: a site that moves finds them again.
func belongsTo(p *questions.Pack, key string) bool {
	_, of, _ := strings.Cut(key, ":")
	id, _, _ := strings.Cut(of, "/")
	return id == p.ID
}

// A Kept is one entry of the shelf. One that cannot be read stays as it is and
// says why.
type Kept struct {
	Key      string
	Text     string
	Record   record.Record
	Problems []questions.Problem
}

// readShelf reads what is stored, the oldest first. Where dates are the same,
// keys decide, so that the order never changes; what cannot be read has no
// date and comes last.
func readShelf(p *questions.Pack, stored map[string]string) []Kept {
	byOrder := map[string]Kept{}
	for key, text := range stored {
		k := Kept{Key: key, Text: text}
		k.Record, k.Problems = record.Decode(p, []byte(text))
		order := k.Record.Date + key
		if len(k.Problems) > 0 {
			order = "~" + key // after every digit
		}
		byOrder[order] = k
	}
	var shelf []Kept
	for _, order := range slices.Sorted(maps.Keys(byOrder)) {
		shelf = append(shelf, byOrder[order])
	}
	return shelf
}

// contains reports whether the same answers were kept at the same time, as far as
// two dates agree: all of it, or only the day.
func contains(p *questions.Pack, shelf []Kept, date string, a questions.Answers) bool {
	text := string(p.Encode(a))
	return slices.ContainsFunc(shelf, func(k Kept) bool {
		return len(k.Problems) == 0 && strings.HasPrefix(k.Record.Date, date) && string(p.Encode(k.Record.Answers)) == text
	})
}

// What became of keeping a result.
const (
	wasKept    = "kept"
	wasThere   = "already" // the same answers, the same day
	wasBlocked = "blocked" // the browser keeps nothing for this page
	wasFull    = "full"    // there is no room left
	wasMany    = "many"    // there are as many as are kept
)

func deviceStorage() app.Value { return app.Window().Get("localStorage") }

// tabStorage is gone when the tab is closed.
func tabStorage() app.Value { return app.Window().Get("sessionStorage") }

// framed reports whether the page stands in a frame of another site, where the
// browser keeps a storage apart from that of all others.
func framed() bool {
	return rootData().Get(dataEmbed).Truthy()
}

// isPersistent reports whether a storage outlives the page. Where storage is blocked,
// web/early.js has put a stand-in.
func isPersistent(storage app.Value) bool {
	return storage.Call("toString").String() == "[object Storage]"
}

// setItem reports whether a value could be stored.
func setItem(storage app.Value, key, value string) (ok bool) {
	defer func() {
		if recover() != nil { // how the browser says that there is no room
			ok = false
		}
	}()
	storage.Call("setItem", key, value)
	return true
}

// storedRecords returns every kept result of this questionnaire as text, by key.
func storedRecords(p *questions.Pack) map[string]string {
	area, stored := deviceStorage(), map[string]string{}
	for i := range area.Get("length").Int() {
		key := area.Call("key", i)
		if !key.Truthy() || !strings.HasPrefix(key.String(), recordKey) {
			continue
		}
		if text := area.Call("getItem", key); text.Truthy() && belongsTo(p, key.String()) {
			stored[key.String()] = text.String()
		}
	}
	return stored
}

// putRecord keeps a result under a key that is not taken, and reports whether
// there was room.
func putRecord(data []byte) bool {
	area := deviceStorage()
	for {
		key := newRecordKey()
		if area.Call("getItem", key).IsNull() {
			return setItem(area, key, string(data)) && area.Call("getItem", key).String() == string(data)
		}
	}
}

// newRecordKey is made of the time and chance. The time alone would be the same
// in two tabs, or again after a clock was set back.
func newRecordKey() string {
	w := app.Window()
	random := w.Get("crypto").Call("getRandomValues", w.Get("Uint32Array").New(2))
	return keyOf(recordName + "." + strconv.FormatInt(time.Now().UnixMilli(), 36) + "-" +
		strconv.FormatUint(uint64(random.Index(0).Float()), 36) + strconv.FormatUint(uint64(random.Index(1).Float()), 36))
}

func dropRecord(key string) {
	if strings.HasPrefix(key, recordKey) {
		deviceStorage().Call("removeItem", key)
	}
}

// moment writes the time on the person's clock as records do.
func moment(t time.Time) string { return t.Format("2006-01-02T15:04:05") }

// onShelf calls handler when another tab, or a page that was left and is shown
// again, may have changed what is kept.
func onShelf(ctx app.Context, handler func(app.Context)) {
	changed := func(ctx app.Context, e app.Event) {
		if key := e.Get("key"); !key.Truthy() || strings.HasPrefix(key.String(), recordKey) {
			handler(ctx)
		}
	}
	listen(ctx, app.Window(), "storage", changed)
	listen(ctx, app.Window(), "pageshow", changed)
}
