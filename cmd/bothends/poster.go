package main

import (
	"flag"
	"fmt"
	"slices"

	"bothends/app/i18n"
	"bothends/app/site"
)

// poster prints an A4 page that leads to a site.
func poster(c call) int {
	flags := flag.NewFlagSet("poster", flag.ContinueOnError)
	address := flags.String("url", "", "address of the site")
	lang := flags.String("lang", "en", "language of the poster")
	if _, status, ok := c.parse(flags, ""); !ok {
		return status
	}
	if !slices.Contains(i18n.Languages(), *lang) {
		return c.misused(fmt.Sprintf("there are no words in %q", *lang), "the languages are "+i18n.New(i18n.Reference).List(i18n.Languages()))
	}
	drawing, err := site.Poster(*address, *lang)
	if err != nil {
		return c.refuse(err)
	}
	fmt.Fprintf(c.stdout, "%s", drawing)
	return done
}
