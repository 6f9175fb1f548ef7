// Package ui is what lives in the browser: roots that adopt the document of their
// page, and the components below them.
//
// The check-up's form is never drawn: the program reads the form that is already
// there, so no answer, focus, caret or scroll position can be lost when it arrives.
// Every root is prerendered too, empty, so that it takes no more room when it comes
// to life.
//
//	live.go      the root on the page of the check-up: form -> result
//	problems.go  the summary of what is wrong
//	openfile.go  answers from a file
//	result.go    the result, in regions
//	glance.go    its first screen
//	acts.go      its offer of what was not asked yet
//	narrow.go    what would narrow it most, answered there
//	pay.go       its region about money
//	whatif.go    its region on what would have to change: suggestions, the new result
//	plan.go      one step as a plan, and what became of the one before
//	levers.go    its sliders and boxes
//	next.go      what to do next
//	others.go    what others answered
//	letter.go    the note to an employer
//	appraisal.go the page for a talk about pay
//	jobcard.go   the picture of the job
//	tables.go    the pictures as tables
//	sheet.go     the result on one page of paper, and printing
//	keep.go      its end: keeping it, and a reminder
//	talk.go      help lines
//	adreader.go  the root on the page of the job ad: loading, reading, drawing by and by
//	adresult.go  what was read, what is taken out of it, and taken along
//	admarks.go   the text of an ad with what was found
//	adlists.go   lists of what was found
//	history.go   the root on the page of kept results; any two of them
//	historytime.go   the numbers over time
//	historylist.go   each result: opening it again, deleting it
//	historyfiles.go  in from a file, and out
//	changes.go   what differs between two
//	group.go     the root on the page of several people
//	assessment.go  its draft for a risk assessment
//	hours.go     the root on the page of the log of hours: starting, stopping, weeks
//	hoursform.go   hours that are typed
//	hourskeep.go   keeping them, taking them along, into the check-up too
//	shelf.go     what is kept
//	words.go     small elements that hold nothing but words
package ui
