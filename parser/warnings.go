package parser

import "reftel/model"

// The kinds of warnings, for counting.
const (
	WarnNoCable    model.WarningKind = "no cable"        // the file holds no cable
	WarnFurniture  model.WarningKind = "furniture"       // text of the page that belongs to no cable
	WarnEncoding   model.WarningKind = "encoding"        // bytes that are no UTF-8
	WarnNoID       model.WarningKind = "no id"           // nothing in the cable says which it is
	WarnID         model.WarningKind = "id"              // two places give two ids
	WarnNoDate     model.WarningKind = "no date"         // no date-time group and nothing in its place
	WarnDate       model.WarningKind = "date"            // two places give two days
	WarnSections   model.WarningKind = "sections"        // sections are missing
	WarnNumbers    model.WarningKind = "numbers"         // paragraph numbers leave a gap or go back
	WarnNoText     model.WarningKind = "no text"         // a header and nothing else
	WarnExtract    model.WarningKind = "partial extract" // the publisher says that it is not the whole cable
	WarnReferences model.WarningKind = "references"      // the text cites a list that is not there
)
