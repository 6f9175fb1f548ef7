// Package say holds every sentence that Both Ends makes of figures and answers. It
// knows no screen: pages, paper, notes and the terminal say the same, in the
// language of a [Voice].
//
//	voice.go     the words of the interface and of a questionnaire, in one language
//	result.go    what the answers came to, and what there is to do something about
//	pay.go       what the tables say about pay and about the jobs inside the job
//	rates.go     pay by the hour, side by side
//	advice.go    doubts about answers on pay
//	others.go    what others answered, beside one's own answer
//	doubts.go    answers that are likely slips, and what was meant
//	ad.go        what was read in a job ad
//	adwriter.go  the same, turned round for whoever writes it
//	whatif.go    what changes would do
//	letter.go    the statements of a note to an employer, and the note
//	assessment.go  a draft for a risk assessment, from what may be told of a group
//	appraisal.go  the page for a talk about pay
//	card.go      what stands on the picture of the job
//	answers.go   an answer as the form says it
//	problems.go  what is wrong with an answer or a file
//	dates.go     days and hours
//	hours.go     what is written down in the log of hours
//	places.go    countries, and when a help line was checked
//	sources.go   studies by author and year
//	asks.go      the questions that pages and words know by name
//	adexamples.go  an ad to try, in each language
//	routes.go    the address of each page in each language
package say
