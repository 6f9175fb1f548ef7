package ui

import (
	"strings"
	"time"

	"bothends/app/browser"
	"bothends/questions"
	"bothends/questions/record"
)

// storedRecords returns every kept result of this questionnaire as text, by key.
func storedRecords(p *questions.Pack) map[string]string {
	area, stored := browser.LocalStorage(), map[string]string{}
	for i := range area.Get("length").Int() {
		key := area.Call("key", i)
		if !key.Truthy() || !strings.HasPrefix(key.String(), browser.RecordKey) {
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
	area := browser.LocalStorage()
	for {
		key := browser.NewRecordKey()
		if area.Call("getItem", key).IsNull() {
			return key, browser.SetItem(area, key, text) && area.Call("getItem", key).String() == text
		}
	}
}

// Drop deletes a result.
func (deviceRecords) Drop(key string) {
	if strings.HasPrefix(key, browser.RecordKey) {
		browser.LocalStorage().Call("removeItem", key)
	}
}

// storedShelf reads what is kept of this questionnaire.
func storedShelf(p *questions.Pack) record.Shelf { return record.ReadShelf(p, storedRecords(p)) }

// moment writes the time on the person's clock as records do.
func moment(t time.Time) string { return t.Format("2006-01-02T15:04:05") }
