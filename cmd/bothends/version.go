package main

import (
	"flag"
	"fmt"
	"runtime"

	"bothends/app/program"
)

func version(c call) int {
	if _, status, ok := c.parse(flag.NewFlagSet("version", flag.ContinueOnError), ""); !ok {
		return status
	}
	fmt.Fprintf(c.stdout, "bothends %s\nbuilt with %s for %s/%s\n", program.Version, runtime.Version(), runtime.GOOS, runtime.GOARCH)
	if program.IsCarried() {
		fmt.Fprintln(c.stdout, "build needs no Go toolchain: the program is in this command")
	} else {
		fmt.Fprintln(c.stdout, "build compiles the program with the Go toolchain")
	}
	return done
}
