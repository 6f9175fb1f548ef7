package main

import (
	"flag"
	"fmt"
	"runtime"

	"bothends/app/site"
)

// releaseSite writes the archive that others can build again and compare.
func releaseSite(c call) int {
	var o site.Options
	flags := flag.NewFlagSet("release", flag.ContinueOnError)
	flags.StringVar(&o.Out, "out", "release", "folder to write")
	flags.StringVar(&o.Base, "base", "/", "path prefix of the site")
	flags.StringVar(&o.URL, "url", "", "address of the site")
	flags.StringVar(&o.Pack, "pack", "", "folder of another questionnaire")
	if _, status, ok := c.parse(flags, ""); !ok {
		return status
	}
	archive, sum, errs := site.Release(o)
	if len(errs) > 0 {
		return c.refuse(errs...)
	}
	fmt.Fprintf(c.stdout, "%s\nsha256 %s\nbuilt with %s\n", archive, sum, runtime.Version())
	return done
}
