package official

import (
	"bytes"
	"errors"
	"fmt"

	"github.com/xuri/excelize/v2"
)

// fromWorkbook reads the one sheet of a workbook that matters: Full-Time in
// ASHE, the first one elsewhere. Cells come as they are stored, not as they are
// shown, so that a number format cannot round them.
func fromWorkbook(place string, data []byte) (document, error) {
	doc := document{place: place}
	bad := errors.New("the workbook cannot be read")
	f, err := excelize.OpenReader(bytes.NewReader(data), excelize.Options{
		RawCellValue: true,
		// Both limits alike: nothing is put into temporary files.
		UnzipSizeLimit: maxUnpacked, UnzipXMLSizeLimit: maxUnpacked,
	})
	if err != nil {
		return doc, bad
	}
	defer f.Close()
	names := f.GetSheetList()
	if len(names) == 0 {
		return doc, errors.New("the workbook has no sheets")
	}
	doc.sheet = names[0]
	for _, name := range names {
		if plain(name) == fullTime {
			doc.sheet = name
		}
	}
	rows, err := f.Rows(doc.sheet)
	if err != nil {
		return doc, bad
	}
	defer rows.Close()
	for rows.Next() {
		if len(doc.rows) == maxSheetRows {
			return doc, fmt.Errorf("the sheet %q has more than %d rows", doc.sheet, maxSheetRows)
		}
		cells, err := rows.Columns()
		if err != nil {
			return doc, bad
		}
		doc.rows = append(doc.rows, cells)
	}
	if rows.Error() != nil {
		return doc, bad
	}
	return doc, nil
}
