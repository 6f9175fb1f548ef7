package questions_test

import (
	"errors"
	"fmt"
	"io/fs"
	"testing"

	"bothends/questions"
)

func TestSplitHint(t *testing.T) {
	missing := questions.WithHint(fmt.Errorf("there is no site: %w", fs.ErrNotExist), "build it (with -out)")
	for _, test := range []struct {
		err                  error
		text, sentence, hint string
	}{
		{errors.New("it is empty"), "it is empty", "it is empty", ""},
		{errors.New("brackets (hint: of its own)"), "brackets (hint: of its own)", "brackets (hint: of its own)", ""},
		{missing, "there is no site: file does not exist (hint: build it (with -out))", "there is no site: file does not exist", "build it (with -out)"},
		{fmt.Errorf("dist: %w", missing), "dist: there is no site: file does not exist (hint: build it (with -out))",
			"dist: there is no site: file does not exist", "build it (with -out)"},
		{questions.Problem{File: "pack.json", Message: "is missing"}, "pack.json: is missing", "pack.json: is missing", ""},
		{questions.Problem{File: "pack.json", Line: 3, Path: "id", Message: "is missing", Hint: "add it"},
			"pack.json:3: id: is missing (hint: add it)", "pack.json:3: id: is missing", "add it"},
	} {
		sentence, hint := questions.SplitHint(test.err)
		if test.err.Error() != test.text || sentence != test.sentence || hint != test.hint {
			t.Errorf("%v: got %q and %q", test.err, sentence, hint)
		}
	}
	if !errors.Is(missing, fs.ErrNotExist) {
		t.Error("the error behind a hint cannot be found")
	}
}
