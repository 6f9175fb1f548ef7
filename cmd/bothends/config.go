package main

import (
	"errors"
	"flag"
	"fmt"
	"os"
	"strings"

	"bothends/app/site"
	"bothends/questions"
)

// config prints what a server is told about a built site.
func config(c call) int {
	flags := flag.NewFlagSet("config", flag.ContinueOnError)
	dir := flags.String("dir", "dist", "folder of the built site")
	root := flags.String("root", "", "where that folder will lie on the server")
	server, status, ok := c.parse(flags, "SERVER")
	if !ok {
		return status
	}
	if server == "" {
		return c.misused("the name of the server is missing", "one of "+strings.Join(site.Servers(), ", "))
	}
	if *root == "" {
		*root = "/var/www/both-ends"
	}
	text, err := site.Config(os.DirFS(*dir), server, *root)
	switch {
	case errors.Is(err, site.ErrNoBuild):
		return c.refuse(noBuild(*dir))
	case err != nil:
		return c.refuse(err)
	}
	fmt.Fprintf(c.stdout, "%s", text)
	return done
}

func noBuild(dir string) error {
	return questions.WithHint(fmt.Errorf("%s: there is no built site here", dir), fmt.Sprintf("run \"bothends build -out %s\" first", dir))
}
