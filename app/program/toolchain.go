package program

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"

	"bothends/questions"
)

// goTool runs the go command and returns what it prints.
func goTool(env []string, args ...string) ([]byte, error) {
	cmd := exec.Command("go", args...)
	cmd.Env = append(os.Environ(), env...)
	var problems bytes.Buffer
	cmd.Stderr = &problems
	out, err := cmd.Output()
	switch {
	case errors.Is(err, exec.ErrNotFound):
		return nil, questions.WithHint(errors.New("the go command is not on PATH"), "install Go, or add its bin folder to PATH")
	case err != nil:
		return nil, questions.WithHint(fmt.Errorf("go %s failed: %s", args[0], strings.TrimSpace(problems.String())), "run it in the project's folder")
	}
	return out, nil
}

// moduleRoot is the folder of this project's go.mod.
func moduleRoot() (string, error) {
	gomod, err := goTool(nil, "env", "GOMOD")
	if err != nil {
		return "", err
	}
	name := strings.TrimSpace(string(gomod))
	if filepath.Base(name) != "go.mod" {
		return "", questions.WithHint(errors.New("this is not the project's folder"), "run it where go.mod is")
	}
	return filepath.Dir(name), nil
}

// wasmExec returns the toolchain's script that starts its programs. It must be
// of the very toolchain, so go-app's copies are not used.
func wasmExec() ([]byte, error) {
	root, err := goTool(nil, "env", "GOROOT")
	if err != nil {
		return nil, err
	}
	content, err := os.ReadFile(filepath.Join(strings.TrimSpace(string(root)), "lib", "wasm", "wasm_exec.js"))
	if err != nil {
		return nil, questions.WithHint(fmt.Errorf("the Go toolchain has no wasm_exec.js: %w", err), "some systems package it apart; install Go from go.dev")
	}
	return content, nil
}
