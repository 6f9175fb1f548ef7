// Package page makes the documents of the site when it is built: complete without
// any script, prerendered with go-app's renderer. [Pages] lists them all. What
// comes to life in them is of package ui; nothing of this package is ever in the
// program for the browser.
//
//	page.go      the documents, their addresses, the frame around them
//	talk.go      "I need to talk to someone now", and the page of all help lines
//	checkup.go   the form of the check-up
//	question.go  one question of it
//	asked.go     when a question is asked, and what it proposes
//	mark.go      the drawings before the titles of sections
//	payform.go   questions about pay that depend on one another
//	shares.go    the sliders for shares of time
//	boot.go      the box that says that the program is on its way
//	ad.go        the page of the job ad
//	history.go   the page of kept results
//	group.go     the page of several people
//	hours.go     the page of the log of hours
//	editors.go   for people who put the check-up into other pages
//	hosts.go     for whoever signs it off: what is kept, sent and set
//	accessibility.go  what is proven of it, criterion by criterion
//	method.go    how it is worked out, generated from scoring.json
//	evidence.go  what help lines rest on
//	prose.go     privacy, about, and the neutral page to leave to
package page
