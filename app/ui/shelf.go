package ui

import (
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
		if text := area.Call("getItem", key); text.Truthy() && record.KeyIsOf(p, key.String()) {
			stored[key.String()] = text.String()
		}
	}
	return stored
}

// deviceRecords keeps results in the storage of the device.
type deviceRecords struct{}

// Put keeps a result under a key that is not taken, and reports whether there was
// room.
func (deviceRecords) Put(text string) (key string, ok bool) {
	area := deviceStorage()
	for {
		key := newRecordKey()
		if area.Call("getItem", key).IsNull() {
			return key, setItem(area, key, text) && area.Call("getItem", key).String() == text
		}
	}
}

// Drop deletes a result.
func (deviceRecords) Drop(key string) {
	if strings.HasPrefix(key, recordKey) {
		deviceStorage().Call("removeItem", key)
	}
}

// storedShelf reads what is kept of this questionnaire.
func storedShelf(p *questions.Pack) record.Shelf { return record.ReadShelf(p, storedRecords(p)) }

// newRecordKey is made of the time and chance. The time alone would be the same
// in two tabs, or again after a clock was set back.
func newRecordKey() string {
	w := app.Window()
	random := w.Get("crypto").Call("getRandomValues", w.Get("Uint32Array").New(2))
	return keyOf(recordName + "." + strconv.FormatInt(time.Now().UnixMilli(), 36) + "-" +
		strconv.FormatUint(uint64(random.Index(0).Float()), 36) + strconv.FormatUint(uint64(random.Index(1).Float()), 36))
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
