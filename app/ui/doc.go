// Package ui draws Both Ends.
//
// A page is a document first: [Pages] lists them all, prerendered with go-app's
// renderer, complete without any script. The check-up's form is never drawn
// twice: in the browser the program adopts the form that is already there, so
// no answer, focus, caret or scroll position can be lost when it arrives.
// What lives is the region [Live]: it reads the form, says what is wrong with
// it, and shows the result.
//
//	page.go        the pages, their addresses, the frame around them
//	talk.go        "I need to talk to someone now"
//	checkup.go     the form; question.go one question of it
//	payform.go     questions about pay that depend on one another; shares.go
//	               the sliders for shares of time
//	ad.go          the page of the job ad; adwords.go what is said about an ad,
//	               adreader.go its root in the browser, addraft.go ad -> answers
//	editors.go     the page for people who put the check-up into other pages
//	method.go      the method page, generated from scoring.json
//	prose.go       privacy, about, and the neutral page to leave to
//	live.go        the root in the browser; reading.go form -> answers
//	problems.go    the summary of what is wrong
//	result.go      the result, in regions: candle.go, matrix.go, scale.go;
//	               next.go what to do next, tables.go the pictures as tables
//	letter.go      the note to an employer; letterwords.go its statements
//	sheet.go       the result on one page of paper, and printing
//	keep.go        its end: keeping it, and a reminder; shelf.go what is kept
//	history.go     the page of kept results; timeline.go its pictures,
//	               changes.go what differs between two
//	group.go       the page of several people
//	files.go       files that are chosen, dropped and handed over
//	words.go       small elements that hold nothing but words
//	pay.go         its region about money; paywords.go the sentences of it,
//	               which the command prints too
package ui
