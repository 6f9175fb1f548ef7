package site

import (
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"maps"

	"bothends/questions"
)

// inlineDrawings puts drawings into the page itself where it says so:
//
//	<img src="/web/icon.svg" data-inline alt="" width="28" height="28">
//
// An SVG file in an <img> is a request and a document of its own. On the second
// visit of a slowed phone (Chromium, CPU slowed 4x, a trace of November 2026) the
// one in the header took 37 ms from the questions.
func inlineDrawings(body *node, file func(address string) []byte) []error {
	var problems []error
	body.walk(func(n *node) {
		if _, asked := n.attrs["data-inline"]; n.tag != "img" || !asked {
			return
		}
		address := n.attrs["src"]
		drawing, err := svg(file(address))
		if err == nil && n.attrs["alt"] != "" {
			err = questions.WithHint(errors.New("its alt would be lost"), "only decoration is drawn inline")
		}
		if err != nil {
			problems = append(problems, fmt.Errorf("<img src=%q data-inline> cannot be drawn: %w", address, err))
			return
		}
		for _, ofImages := range []string{"src", "alt", "data-inline"} {
			delete(n.attrs, ofImages)
		}
		maps.Copy(drawing.attrs, n.attrs)
		drawing.attrs["aria-hidden"] = "true"
		*n = *drawing
	})
	return problems
}

// svg reads the elements of an SVG file; texts are white space in ours. Its name
// space goes without saying in HTML.
func svg(source []byte) (*node, error) {
	if source == nil {
		return nil, fmt.Errorf("there is no such file")
	}
	root := &node{}
	open := []*node{root}
	for d := xml.NewDecoder(bytes.NewReader(source)); ; {
		token, err := d.Token()
		if err == io.EOF {
			break
		}
		if err != nil {
			return nil, err
		}
		switch token := token.(type) {
		case xml.StartElement:
			n := &node{tag: token.Name.Local, attrs: map[string]string{}}
			for _, a := range token.Attr {
				if a.Name.Local != "xmlns" {
					n.attrs[a.Name.Local] = a.Value
				}
			}
			parent := open[len(open)-1]
			parent.children = append(parent.children, n)
			open = append(open, n)
		case xml.EndElement:
			open = open[:len(open)-1]
		}
	}
	if len(root.children) != 1 || root.children[0].tag != "svg" {
		return nil, fmt.Errorf("it is not an SVG file")
	}
	return root.children[0], nil
}
