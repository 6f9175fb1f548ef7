package official

import (
	"archive/zip"
	"bytes"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"path"
	"slices"
	"strings"
	"unicode/utf8"
)

// Limits on what is read. The largest official file, the wages of Job Bank, has
// some 44,000 rows and 12 MB; ASHE Table 14 is a zip of some forty workbooks.
const (
	MaxFile      = 64 << 20
	maxUnpacked  = 256 << 20 // of all that is packed in one file
	maxEntries   = 200
	maxSheetRows = 20_000
	maxCSVRows   = 500_000
)

// unpack turns a file into its tables: a CSV file, a workbook, or a zip of both.
func unpack(place string, data []byte) ([]document, error) {
	if !bytes.HasPrefix(data, []byte("PK\x03\x04")) {
		doc, err := fromCSV(place, data)
		if err != nil {
			return nil, err
		}
		return []document{doc}, nil
	}
	archive, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return nil, errors.New("the zip is damaged or incomplete")
	}
	if isWorkbook(archive) {
		if err := fits(archive); err != nil {
			return nil, err
		}
		doc, err := fromWorkbook(place, data)
		if err != nil {
			return nil, err
		}
		return []document{doc}, nil
	}
	if len(archive.File) > maxEntries {
		return nil, fmt.Errorf("the zip holds %d files, more than %d", len(archive.File), maxEntries)
	}
	var documents []document
	left := int64(maxUnpacked)
	for _, entry := range archive.File {
		if entry.FileInfo().IsDir() || strings.HasPrefix(path.Base(entry.Name), ".") {
			continue
		}
		r, err := entry.Open()
		if err != nil {
			return nil, fmt.Errorf("%q in the zip cannot be read", entry.Name)
		}
		content, err := io.ReadAll(io.LimitReader(r, min(left, MaxFile)+1))
		r.Close()
		if err != nil {
			return nil, fmt.Errorf("%q in the zip is damaged", entry.Name)
		}
		if left -= int64(len(content)); left < 0 || len(content) > MaxFile {
			return nil, fmt.Errorf("%q in the zip is too large; at most %d MB are unpacked", entry.Name, maxUnpacked>>20)
		}
		// A zip within the zip is read only if it is a workbook; notes and
		// licences beside the tables are passed over.
		if inner, err := zip.NewReader(bytes.NewReader(content), int64(len(content))); err == nil {
			if !isWorkbook(inner) {
				continue
			}
			if err := fits(inner); err != nil {
				return nil, err
			}
			doc, err := fromWorkbook(place+"/"+path.Base(entry.Name), content)
			if err != nil {
				return nil, err
			}
			documents = append(documents, doc)
		} else if doc, err := fromCSV(place+"/"+path.Base(entry.Name), content); err == nil {
			documents = append(documents, doc)
		}
	}
	return documents, nil
}

func isWorkbook(archive *zip.Reader) bool {
	return slices.ContainsFunc(archive.File, func(f *zip.File) bool { return f.Name == "xl/workbook.xml" })
}

// fits refuses a workbook that says it unpacks to more than is read.
func fits(archive *zip.Reader) error {
	var size uint64
	for _, f := range archive.File {
		size += f.UncompressedSize64
		if f.UncompressedSize64 > maxUnpacked || size > maxUnpacked {
			return fmt.Errorf("the workbook unpacks to more than %d MB", maxUnpacked>>20)
		}
	}
	return nil
}

// fromCSV reads rows parted by commas or semicolons, whichever the first line
// has more of. Text that is not UTF-8 is Latin-1, as older files are.
func fromCSV(place string, data []byte) (document, error) {
	doc := document{place: place}
	data = bytes.TrimPrefix(data, []byte("\ufeff"))
	switch {
	case bytes.HasPrefix(data, []byte{0xD0, 0xCF, 0x11, 0xE0}):
		return doc, errors.New("it is a workbook in the old .xls form, which is not read")
	case bytes.IndexByte(data, 0) >= 0:
		return doc, errors.New("it is neither a zip, a workbook nor a table of text")
	case !utf8.Valid(data):
		runes := make([]rune, len(data))
		for i, b := range data {
			runes[i] = rune(b)
		}
		data = []byte(string(runes))
	}
	first, _, _ := bytes.Cut(data, []byte("\n"))
	in := csv.NewReader(bytes.NewReader(data))
	if bytes.Count(first, []byte(";")) > bytes.Count(first, []byte(",")) {
		in.Comma = ';'
	}
	in.FieldsPerRecord = -1
	in.LazyQuotes = true
	for {
		row, err := in.Read()
		switch {
		case err == io.EOF:
			return doc, nil
		case err != nil:
			return doc, errors.New("it is not CSV")
		case len(doc.rows) == maxCSVRows:
			return doc, fmt.Errorf("it has more than %d rows", maxCSVRows)
		}
		doc.rows = append(doc.rows, row)
	}
}
