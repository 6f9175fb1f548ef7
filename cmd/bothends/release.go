package main

import (
	"flag"
	"fmt"
	"path/filepath"
	"runtime"

	"bothends/app/site"
)

// releaseSite writes the archives that others can build again and compare.
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
	archives, errs := site.Release(o)
	if len(errs) > 0 {
		return c.refuse(errs...)
	}
	for _, a := range archives {
		fmt.Fprintf(c.stdout, "%s  %s\n", a.Sum, filepath.Join(o.Out, a.Name))
	}
	fmt.Fprintf(c.stdout, "built with %s\n", runtime.Version())
	return done
}
