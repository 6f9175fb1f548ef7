// Command bothends builds, serves and checks Both Ends, and scores answers
// without a browser.
//
// Rules of its interface: results go to standard output, everything else to
// standard error. An error is one sentence, lower case, without a full stop,
// after the place it is about; what to do stands on a line of its own that
// begins with "hint:". All problems are listed, not only the first. The exit
// status is 0 when it is done, 1 when the input has problems, 2 when the
// command was used wrongly.
package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"os/signal"
	"syscall"

	"bothends/questions"
)

const usage = `Both Ends: a private self-check for people who run social media.

Usage:
  bothends build [-out dist] [-base /] [-url https://…] [-pack DIR] [-wasm FILE] [-plain] [-quick]
  bothends release [-out release] [-base /] [-url https://…] [-pack DIR]
  bothends serve [-dir dist] [-addr 127.0.0.1:8080] [-base /]
  bothends config [-dir dist] [-root /var/www/both-ends] nginx|caddy|s3|cloudfront
  bothends poster -url https://… [-lang en|fr|de]
  bothends check [-reading] [PACK_DIR]
  bothends score [-json] [-lang en|fr|de] [-pack DIR] FILE|-
  bothends ad [-json] [-lang auto|en|fr|de] FILE|-
  bothends refresh [-tables questions/packs/pay] [-out DIR] FILE...
  bothends refresh [-pack DIR] TABLES_DIR
  bothends version

build writes the site: a folder that any static host can serve. A released
command carries the program; any other needs the Go toolchain and runs in the
project's folder. Compressing the program takes a
minute the first time; -quick does it less well, to try things out. -plain takes
the libraries as they come, should a new version of one, or of Go, not fit yet:
the program is then twice as large.
release writes the same as one archive, beside it this command for each system
with the program inside, and their checksums; whoever builds them again with the
same Go gets the same bytes.
serve shows a built site on this machine.
config prints what a server is told about a built site: addresses, types,
caching, security headers. Other hosts read files of the build itself.
poster prints an A4 page with the address of a site and its QR code, as SVG.
check proves a questionnaire: questions, scoring, pay tables and words.
score prints the result of a file of answers; "-" reads standard input.
ad reads a job ad and prints what it asks of one person.
refresh takes next year's official pay files (BLS OEWS, ASHE Table 14, Job Bank,
GENESIS 62361-0030), puts their figures into a copy of the pay tables (-out),
proves it and lists what changed, the biggest steps first. With a folder it
proves a copy that you edited. Without -out it writes nothing.
version prints that of the command, and whether it carries the program.

Example:
  bothends build -base /tools/check/ -url https://example.org && bothends serve
`

// Exit statuses.
const (
	done     = 0
	problems = 1
	misuse   = 2
)

// A command runs with what a person typed after its name.
type command func(c call) int

var commands = map[string]command{"build": build, "release": releaseSite, "version": version, "serve": serve, "config": config, "poster": poster, "check": check, "score": scoreFile, "ad": readAd, "refresh": refresh}

// A call is one use of a command.
type call struct {
	ctx    context.Context // ends when the person interrupts
	name   string
	args   []string
	stdin  io.Reader
	stdout io.Writer
	stderr io.Writer
}

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	os.Exit(run(ctx, os.Args[1:], os.Stdin, os.Stdout, os.Stderr))
}

func run(ctx context.Context, args []string, stdin io.Reader, stdout, stderr io.Writer) int {
	if len(args) == 0 {
		fmt.Fprint(stderr, usage)
		return misuse
	}
	name, rest := args[0], args[1:]
	switch name {
	case "help", "-h", "-help", "--help":
		fmt.Fprint(stdout, usage)
		return done
	}
	run, ok := commands[name]
	if !ok {
		fmt.Fprintf(stderr, "bothends: there is no command %q\nhint: the commands are build, release, serve, config, poster, check, score, ad, refresh and version\n", name)
		return misuse
	}
	return run(call{ctx, name, rest, stdin, stdout, stderr})
}

// parse reads flags and at most one argument. When ok is false the command
// ends with status.
func (c call) parse(flags *flag.FlagSet, wantsArgument string) (argument string, status int, ok bool) {
	names, status, ok := c.parseAll(flags)
	switch {
	case !ok:
		return "", status, false
	case len(names) > 1 || len(names) == 1 && wantsArgument == "":
		return "", c.misused(fmt.Sprintf("%q is one argument too many", names[len(names)-1]),
			"flags stand before the argument"), false
	}
	return flags.Arg(0), done, true
}

// parseAll reads flags and any number of arguments.
func (c call) parseAll(flags *flag.FlagSet) (arguments []string, status int, ok bool) {
	flags.SetOutput(io.Discard)
	flags.Usage = func() {}
	err := flags.Parse(c.args)
	switch {
	case errors.Is(err, flag.ErrHelp):
		fmt.Fprint(c.stdout, usage)
		return nil, done, false
	case err != nil:
		return nil, c.misused(err.Error(), ""), false
	}
	return flags.Args(), done, true
}

func (c call) misused(sentence, hint string) int {
	fmt.Fprintf(c.stderr, "bothends %s: %s\n", c.name, sentence)
	if hint == "" {
		hint = "run \"bothends help\" to see how it is used"
	}
	fmt.Fprintf(c.stderr, "hint: %s\n", hint)
	return misuse
}

// refuse prints every problem and returns the status for it.
func (c call) refuse(errs ...error) int {
	for _, err := range errs {
		sentence, hint := questions.SplitHint(err)
		fmt.Fprintln(c.stderr, sentence)
		if hint != "" {
			fmt.Fprintf(c.stderr, "hint: %s\n", hint)
		}
	}
	if len(errs) > 1 {
		fmt.Fprintf(c.stderr, "%d problems\n", len(errs))
	}
	return problems
}

func (c call) refuseAll(list []questions.Problem) int {
	errs := make([]error, len(list))
	for i, p := range list {
		errs[i] = p
	}
	return c.refuse(errs...)
}
