package site

import (
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strings"

	"bothends/questions"

	"github.com/evanw/esbuild/pkg/api"
)

// A script directly in web/ is an entry point: one file of the site, written as
// modules that lie in the folders below. Browsers get one script and no import, so
// that what the first paint waits for is still one request.

// floor are the oldest browsers that the site is written for: the first ones that
// have what go-app's program and web/*.css need. Syntax newer than theirs is
// written out in theirs, or is a problem of the build.
var floor = []api.Engine{
	{Name: api.EngineSafari, Version: "15"}, {Name: api.EngineFirefox, Version: "102"}, {Name: api.EngineChrome, Version: "100"},
}

// modules of the builder: what scripts import from "site:…" is written by the
// builder as JSON. web/border.d.ts says what stands in each.
const builtModule = "site:"

// isEntry reports whether a file of web/ becomes a script of the site.
func isEntry(name string) bool {
	return path.Ext(name) == ".js" && !strings.Contains(name, "/") && !isScriptTest(name)
}

func isScriptTest(name string) bool { return strings.HasSuffix(name, "_test.js") }

// bundle returns an entry point of web/ with all that it imports, minified. built
// are the modules that the builder writes, by what follows "site:".
func bundle(web fs.FS, entry string, built map[string]any) ([]byte, []error) {
	result := api.Build(api.BuildOptions{
		EntryPoints: []string{entry},
		Bundle:      true,
		Format:      api.FormatIIFE, // no global, and classic scripts know their own element
		Platform:    api.PlatformBrowser,
		Engines:     floor,
		// ASCII whatever the encoding of the page around, for embed.js.
		Charset:           api.CharsetASCII,
		MinifyWhitespace:  true,
		MinifyIdentifiers: true,
		MinifySyntax:      true,
		LegalComments:     api.LegalCommentsNone,
		TsconfigRaw:       "{}", // not one of a folder around
		LogLevel:          api.LogLevelSilent,
		Plugins:           []api.Plugin{filesOf(web, built)},
	})
	if problems := problemsOf(result.Errors, result.Warnings); len(problems) > 0 {
		return nil, problems
	}
	return result.OutputFiles[0].Contents, nil
}

// filesOf lets esbuild read web and what the builder writes, and nothing else.
func filesOf(web fs.FS, built map[string]any) api.Plugin {
	const space = "web"
	return api.Plugin{Name: space, Setup: func(build api.PluginBuild) {
		build.OnResolve(api.OnResolveOptions{Filter: ".*"}, func(a api.OnResolveArgs) (api.OnResolveResult, error) {
			if strings.HasPrefix(a.Path, builtModule) {
				return api.OnResolveResult{Path: strings.TrimPrefix(a.Path, builtModule), Namespace: "site"}, nil
			}
			if a.Kind == api.ResolveEntryPoint {
				return api.OnResolveResult{Path: a.Path, Namespace: space}, nil
			}
			if !strings.HasPrefix(a.Path, ".") {
				return api.OnResolveResult{Errors: []api.Message{{
					Text:  fmt.Sprintf("%q is neither a file of web/ nor a module of the builder", a.Path),
					Notes: []api.Note{{Text: `write "./name.js" or "../folder/name.js"`}},
				}}}, nil
			}
			return api.OnResolveResult{Path: path.Join(path.Dir(a.Importer), a.Path), Namespace: space}, nil
		})
		build.OnLoad(api.OnLoadOptions{Filter: ".*", Namespace: space}, func(a api.OnLoadArgs) (api.OnLoadResult, error) {
			content, err := fs.ReadFile(web, a.Path)
			if err != nil {
				return api.OnLoadResult{}, fmt.Errorf("there is no web/%s", a.Path)
			}
			text := string(content)
			return api.OnLoadResult{Contents: &text, Loader: api.LoaderJS}, nil
		})
		build.OnLoad(api.OnLoadOptions{Filter: ".*", Namespace: "site"}, func(a api.OnLoadArgs) (api.OnLoadResult, error) {
			value, ok := built[a.Path]
			if !ok {
				return api.OnLoadResult{}, fmt.Errorf("the builder writes no module %q", builtModule+a.Path)
			}
			content, err := json.Marshal(value)
			if err != nil {
				return api.OnLoadResult{}, err
			}
			text := string(content)
			return api.OnLoadResult{Contents: &text, Loader: api.LoaderJSON}, nil
		})
	}}
}

// minifyStyles returns a stylesheet without comments and white space.
func minifyStyles(name string, content []byte) ([]byte, []error) {
	result := api.Transform(string(content), api.TransformOptions{
		Loader:           api.LoaderCSS,
		Engines:          floor,
		Charset:          api.CharsetUTF8,
		MinifyWhitespace: true,
		MinifySyntax:     true,
		LegalComments:    api.LegalCommentsNone,
		LogLevel:         api.LogLevelSilent,
		Sourcefile:       "web/" + name,
	})
	if problems := problemsOf(result.Errors, result.Warnings); len(problems) > 0 {
		return nil, problems
	}
	return result.Code, nil
}

// problemsOf says where each message of esbuild is about. A warning is a problem
// too: nobody would see it otherwise.
func problemsOf(messages ...[]api.Message) []error {
	var problems []error
	for _, list := range messages {
		for _, m := range list {
			text := m.Text
			if l := m.Location; l != nil {
				text = fmt.Sprintf("%s:%d:%d: %s", strings.Replace(l.File, ":", "/", 1), l.Line, l.Column+1, text)
			}
			problem := errors.New(text)
			if i := slices.IndexFunc(m.Notes, func(n api.Note) bool { return n.Location == nil && n.Text != "" }); i >= 0 {
				problem = questions.WithHint(problem, m.Notes[i].Text)
			}
			problems = append(problems, problem)
		}
	}
	return problems
}
