package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"net"
	"net/http"
	"os"
	"time"

	"bothends/app/site"
	"bothends/questions"
)

func serve(c call) int {
	flags := flag.NewFlagSet("serve", flag.ContinueOnError)
	dir := flags.String("dir", "dist", "folder of the built site")
	addr := flags.String("addr", "127.0.0.1:8080", "address to listen on")
	base := flags.String("base", "", "path prefix the site was built for")
	if _, status, ok := c.parse(flags, ""); !ok {
		return status
	}
	handler, built, err := site.Handler(os.DirFS(*dir))
	switch {
	case errors.Is(err, site.ErrNoBuild):
		return c.refuse(noBuild(*dir))
	case err != nil:
		return c.refuse(fmt.Errorf("%s: %w", *dir, err))
	case *base != "" && *base != built && *base+"/" != built:
		return c.refuse(questions.WithHint(fmt.Errorf("%s was built for the path %s, not %s", *dir, built, *base), fmt.Sprintf("build again with -base %s", *base)))
	}
	listener, err := net.Listen("tcp", *addr)
	if err != nil {
		return c.refuse(questions.WithHint(fmt.Errorf("cannot listen on %s: %w", *addr, err), "another program may use it; choose another with -addr"))
	}
	fmt.Fprintf(c.stdout, "http://%s%s\n", listener.Addr(), built)

	server := &http.Server{Handler: handler, ReadHeaderTimeout: 10 * time.Second}
	failed := make(chan error, 1)
	go func() { failed <- server.Serve(listener) }()
	select {
	case err = <-failed:
	case <-c.ctx.Done():
		ctx, cancel := context.WithTimeout(context.Background(), 3*time.Second)
		defer cancel()
		if err = server.Shutdown(ctx); errors.Is(err, context.DeadlineExceeded) {
			err = server.Close()
		}
	}
	if err != nil {
		return c.refuse(fmt.Errorf("serving %s: %w", *dir, err))
	}
	return done
}
