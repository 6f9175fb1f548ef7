package main

import (
	"flag"
	"fmt"
	"text/tabwriter"
	"time"

	"bothends/app/site"
	"bothends/questions/checkup"
)

func build(c call) int {
	var o site.Options
	flags := flag.NewFlagSet("build", flag.ContinueOnError)
	flags.StringVar(&o.Out, "out", "dist", "folder to write")
	flags.StringVar(&o.Base, "base", "/", "path prefix of the site")
	flags.StringVar(&o.URL, "url", "", "address of the site")
	flags.StringVar(&o.Pack, "pack", "", "folder of another questionnaire")
	flags.StringVar(&o.Wasm, "wasm", "", "program built before")
	flags.BoolVar(&o.Plain, "plain", false, "do not make the program small")
	flags.BoolVar(&o.Quick, "quick", false, "compress the program less")
	if _, status, ok := c.parse(flags, ""); !ok {
		return status
	}
	report, errs := site.Build(o)
	if len(errs) > 0 {
		return c.refuse(errs...)
	}
	fmt.Fprintf(c.stdout, "%s: version %s\n", o.Out, report.Version)
	w := tabwriter.NewWriter(c.stdout, 0, 0, 2, ' ', tabwriter.AlignRight)
	fmt.Fprintln(w, "raw\tgzip\tbrotli\tfiles\t ")
	for _, s := range report.Sizes {
		fmt.Fprintf(w, "%s\t%s\t%s\t%d\t  %s\n", kilobytes(s.Raw), kilobytes(s.Gzip), kilobytes(s.Brotli), s.Files, s.What)
	}
	w.Flush()
	if questionnaire, _ := checkup.Open(packFolder(o.Pack)); questionnaire != nil {
		for i, due := range questionnaire.Due(time.Now().Format(time.DateOnly)) {
			if i == 0 {
				fmt.Fprintln(c.stdout, "\nLook at these again, and write the day beside them:")
			}
			fmt.Fprintln(c.stdout, "  "+due)
		}
	}
	return done
}

func kilobytes(n int) string { return fmt.Sprintf("%.1f kB", float64(n)/1000) }
