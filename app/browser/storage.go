package browser

import (
	"strconv"
	"strings"
	"time"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// RecordKey begins the key of every kept result in the storage of the device.
// Each has a key of its own, so that two tabs never write over one another.
const RecordKey = keyStart + RecordName + "."

// LocalStorage outlives the tab.
func LocalStorage() app.Value { return app.Window().Get("localStorage") }

// SessionStorage is gone when the tab is closed.
func SessionStorage() app.Value { return app.Window().Get("sessionStorage") }

// Framed reports whether the page stands in a frame of another site, where the
// browser keeps a storage apart from that of all others.
func Framed() bool {
	return RootData().Get(DataEmbed).Truthy()
}

// IsPersistent reports whether a storage outlives the page. Where storage is blocked,
// web/early.js has put a stand-in.
func IsPersistent(storage app.Value) bool {
	return storage.Call("toString").String() == "[object Storage]"
}

// SetItem reports whether a value could be stored.
func SetItem(storage app.Value, key, value string) (ok bool) {
	defer func() {
		if recover() != nil { // how the browser says that there is no room
			ok = false
		}
	}()
	storage.Call("setItem", key, value)
	return true
}

// NewRecordKey is made of the time and chance. The time alone would be the same
// in two tabs, or again after a clock was set back.
func NewRecordKey() string {
	w := app.Window()
	random := w.Get("crypto").Call("getRandomValues", w.Get("Uint32Array").New(2))
	return KeyOf(RecordName + "." + strconv.FormatInt(time.Now().UnixMilli(), 36) + "-" +
		strconv.FormatUint(uint64(random.Index(0).Float()), 36) + strconv.FormatUint(uint64(random.Index(1).Float()), 36))
}

// OnShelf calls handler when another tab, or a page that was left and is shown
// again, may have changed what is kept.
func OnShelf(ctx app.Context, handler func(app.Context)) { OnKept(ctx, RecordKey, handler) }

// OnKept is OnShelf for what is kept under keys that begin so.
func OnKept(ctx app.Context, start string, handler func(app.Context)) {
	changed := func(ctx app.Context, e app.Event) {
		if key := e.Get("key"); !key.Truthy() || strings.HasPrefix(key.String(), start) {
			handler(ctx)
		}
	}
	AddEventListener(ctx, app.Window(), "storage", changed)
	AddEventListener(ctx, app.Window(), "pageshow", changed)
}
