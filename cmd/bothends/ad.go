package main

import (
	"encoding/json"
	"flag"
	"fmt"
	"io"
	"os"
	"slices"
	"strconv"
	"strings"

	"bothends/app/i18n"
	"bothends/app/say"
	"bothends/questions"
	"bothends/questions/checkup"
	"bothends/questions/jobad"
)

// maxAdFile is the longest text that is read as an ad, in bytes.
const maxAdFile = 5_000_000

// readAd prints what a job ad asks of one person.
func readAd(c call) int {
	flags := flag.NewFlagSet("ad", flag.ContinueOnError)
	asJSON := flags.Bool("json", false, "print everything that was found as JSON")
	lang := flags.String("lang", "auto", "language of what is printed; auto is that of the ad")
	name, status, ok := c.parse(flags, "FILE")
	switch {
	case !ok:
		return status
	case name == "":
		return c.misused("the file with the job ad is missing", "give its name, or - to read standard input")
	}
	questionnaire, found := checkup.Open(checkup.Shipped())
	if questionnaire == nil {
		return c.refuseAll(found)
	}
	if !slices.Contains(spoken(questionnaire), *lang) && *lang != "auto" {
		return c.misused(fmt.Sprintf("there are no words in %q", *lang),
			"the languages are auto, "+i18n.New(i18n.Reference).List(spoken(questionnaire)))
	}
	reader, found := checkup.AdReader()
	if reader == nil {
		return c.refuseAll(found)
	}
	given, err := c.readText(name)
	if err != nil {
		return c.refuse(err)
	}
	given, format := jobad.TextOf(given)
	if format != jobad.Plain && given == "" {
		return c.refuse(questions.WithHint(fmt.Errorf("%s: this is %s, not plain text", name, format), "open it, copy the ad and save it as a text file"))
	}
	ad := reader.Read(given)
	if *asJSON {
		e := json.NewEncoder(c.stdout)
		e.SetIndent("", " ")
		e.SetEscapeHTML(false)
		if err := e.Encode(ad); err != nil {
			return c.refuse(err)
		}
		return done
	}
	if *lang == "auto" {
		if *lang = ad.Language; *lang == "" {
			*lang = i18n.Reference
		}
	}
	voice := say.Voice{Printer: i18n.New(*lang), Pack: questionnaire.Words[*lang]}
	io.WriteString(c.stdout, adText{say.AdWords{Voice: voice, Checkup: questionnaire, Ad: ad}, given}.String())
	return done
}

// readText reads a file of text, and never more of it than is read as an ad.
func (c call) readText(name string) (string, error) {
	in := c.stdin
	if name != "-" {
		f, err := os.Open(name)
		if err != nil {
			return "", err
		}
		defer f.Close()
		in = f
	}
	data, err := io.ReadAll(io.LimitReader(in, maxAdFile+1))
	switch {
	case err != nil:
		return "", fmt.Errorf("reading %s: %w", name, err)
	case len(data) > maxAdFile:
		return "", questions.WithHint(fmt.Errorf("%s: the text is longer than %d MB", name, maxAdFile/1_000_000), "keep only the part with the ad")
	}
	text, ok := questions.DecodeText(data)
	if !ok {
		return "", questions.WithHint(fmt.Errorf("%s: this is not text", name), "open it, copy the ad and save it as a text file")
	}
	return string(text), nil
}

// An adText is what was read in an ad, for the terminal, in the order and the
// words of the page.
type adText struct {
	say.AdWords
	given string
}

func (t adText) String() string {
	v := t.Voice
	var b strings.Builder
	line := func(text string) { b.WriteString(wrapped(text)) }
	line(t.Headline())
	line(t.Summary())

	part := ""
	for _, f := range t.Found() {
		if f.Kind != part {
			part = f.Kind
			b.WriteByte('\n')
			line(v.T("ad." + part + ".title"))
		}
		name := f.Name
		if part == "term" {
			name = v.T("ad.term", "name", f.Name, "value", f.Text)
		}
		line("  " + strconv.Itoa(f.Number) + ". " + name)
		if part == "flag" {
			line("     " + f.Text)
		}
		if quotes := f.Quoted(v, t.given); quotes != "" {
			line("     " + quotes)
		}
	}
	if asks := t.Asks(); part != "" && len(asks) > 0 {
		b.WriteByte('\n')
		line(v.T("ad.asks.title"))
		for _, ask := range asks {
			line("  - " + ask)
		}
	}
	return b.String()
}
