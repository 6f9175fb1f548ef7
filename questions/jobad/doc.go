// Package jobad reads a job advertisement: what it asks of one person, the
// terms it states, and the red flags, each with the words that say so. It
// works offline, on any text, in English and French, in time proportional to
// the length of the text.
//
// A [Reader] is a lexicon made ready by [Load], or by [Decode] where there is no
// time to compile one: see encode.go. [Reader.Read] takes a text apart in five
// steps; [Reader.ReadGently] does the same with rests, for a program that has
// one thread:
//
//   - text.go cleans: entities, tags of a pasted page, words cut at line ends,
//     ligatures, letters and digits of other alphabets, UTF-8 read as something
//     else, with what markup.go knows of tags and entities; token.go cuts into
//     words and signs that remember their bytes in the text as given, without
//     inclusive endings ("chargé·e") and elisions ("l'équipe"), and parts words
//     that a page glued together. What is no text at all, [FormatOf] tells;
//     [TextOf] takes rich text and messages apart.
//   - outline.go says which section each sentence is in: lines.go finds lines
//     and lists, heading.go headings, and sentences.go sentences and the
//     language of each.
//   - read.go finds the responsibilities, and cue.go decides whose work a
//     sentence tells of. Duties count; the employer's doings, benefits and how
//     to apply do not; of the profile only hands-on skills count, and never what
//     is merely known, nice to have, another team's, or said not to be done.
//     Within a sentence, what stands behind "under the direction of" is somebody
//     else's up to a comma (cue.others), what a team or an employer does is an
//     aside up to where the person is named (cue.aside), and what graphics or
//     briefs are for is no duty either (cue.purpose).
//     In an ad whose title is of another trade or none, a craft of this profession
//     counts when many duties are its, or two matches say so.
//   - match.go matches the patterns of the lexicon on what is left.
//   - facts.go reads the terms: offer.go the pay, times.go the hours,
//     experience.go the years asked, all from the numbers of quantity.go and
//     currency.go; flags.go raises the flags.
//
// # The lexicon
//
// A lexicon is three JSON files, shared.json for both languages, en.json and
// fr.json. Each entry is a list of patterns, a text one of them matches and a
// text none of them matches; [Reader.Check] tries them all (check.go). lexicon.go
// reads the files, pattern.go compiles the patterns, and vocabulary.go knows the
// words in them.
//
// Entries are in groups named kind.name: "duty.video" counts wherever duties do,
// "weak.video" only in ads of this profession, "skill.video" in the profile too;
// "not.video" are words that mean something else for video, and "mask.words" for
// everything. "hint.video" says half of it: two sentences have to hint at a
// responsibility that none of them asks for plainly. "title.community" counts
// where the title says it. The kinds are listed in lexicon.go.
//
// Words are written in small letters without accents. A pattern is a row of
//
//	write          this word
//	creat~         this stem with an ending of verbs: create, creating
//	post+          this stem with an ending of nouns: post, posts
//	*ing           any word that ends so
//	#              any number in digits
//	@people        a word or phrase of the class people
//	blog|web_page  one of these; _ joins the words of a phrase
//	?our           this or nothing
//	!team          the next word is not this
//	.. ..3         up to six, or three, words between, but no barrier ("that",
//	               "for": what follows them is not the object of the verb)
//	...  ...3      the same, over barriers too
//	--  --3        the same, but over no comma either
//	^ $            the sentence begins, or ends, here
//
// and patterns, like the entries of a class, are parted by commas. All of it
// is matched in one pass: patterns are indexed by the words they can begin
// with, and have at most three gaps of at most twelve words, so a word costs
// the same in any text.
//
// A not-pattern that begins with a verb does not except what an earlier verb
// began, when "and" or a comma joins the two: "publish content" is no writing,
// "create and publish content" is.
package jobad
