package model

// MarkKind says what was found in the text. Redaction, omission, loss and never-there are four
// different things (HANDBOOK, rule zero).
type MarkKind string

// The kinds of marks.
const (
	Redaction MarkKind = "redaction" // somebody hid words and left a sign
	Omission  MarkKind = "omission"  // an editor left words out and said so
	Loss      MarkKind = "loss"      // a copy or a line dropped words without a sign
	PageBreak MarkKind = "page"      // a page marker stood here
	Citation  MarkKind = "reference" // the text refers to something: see RefTo
	Protect   MarkKind = "protect"   // a request to protect the person just named
	Garble    MarkKind = "garble"    // text broken in transmission
	Stamp     MarkKind = "stamp"     // a stamp of those who released the paper, taken out of the text
	NoteSign  MarkKind = "note"      // the sign of an edition's footnote: Target is its number
)

// Mark is something found in a block's text. Marks never change the text.
type Mark struct {
	Kind  MarkKind `json:"kind"`
	Block int      `json:"block"` // index in Cable.Blocks
	Span  Span     `json:"span"`  // in the block's text; empty for a loss, a page marker and a stamp

	// Form is the mark verbatim. For every kind with a non-empty span it equals the text there; the
	// form of a page marker or stamp is what was taken out of the text: a line, or the whole head that
	// is repeated with the next section of a telegram.
	Form string `json:"form,omitzero"`

	Extent string `json:"extent,omitzero"` // redaction: stated size or thing hidden: "2 lines", "name"
	Code   string `json:"code,omitzero"`   // redaction: exemption code
	Why    string `json:"why,omitzero"`    // loss, garble: what shows it
	Page   int    `json:"page,omitzero"`   // page marker: 2 of 5; reference to a page: that
	Pages  int    `json:"pages,omitzero"`

	// Head says of a page marker that it is the whole head which a telegram repeats where its next section
	// begins; Page and Pages count the sections then.
	Head bool `json:"head,omitzero"`

	RefTo  RefTo    `json:"refers_to,omitzero"` // reference: to what sort of thing
	Target string   `json:"target,omitzero"`    // reference: "A", "5", "09MEXICO2952"
	Note   string   `json:"note,omitzero"`      // reference to a document: the footnote in it that is meant
	Volume string   `json:"volume,omitzero"`    // reference to a page: the volume, where it isn't the cable's own
	IDs    []ID     `json:"ids,omitzero"`       // reference: the cables it leads to, if known
	State  RefState `json:"state,omitzero"`

	// File is where a page marker or stamp stands in the file; other marks are found through their block.
	File Span `json:"-"`
}

// RefTo says what sort of thing a reference in the text leads to.
type RefTo string

// What references lead to.
const (
	ToLetter    RefTo = "letter"    // ref A: an entry of this cable's REF list
	ToList      RefTo = "list"      // reftel: the REF list as a whole
	ToCable     RefTo = "cable"     // 09 MEXICO 2952 in running text or in the REF list
	ToParagraph RefTo = "paragraph" // para 5 of this cable
	ToSeptel    RefTo = "septel"    // another telegram that is not named
	ToDocument  RefTo = "document"  // Document 169 of an edition: its id is in IDs
	ToNote      RefTo = "note"      // footnote 2 of this document
	ToPage      RefTo = "page"      // page 1116 of a volume
)

// RefState says whether a reference can be followed. What depends on the other cables (resolved,
// not in library) is set by the library, everything else by the parser.
type RefState string

// The states of a reference.
const (
	Resolved          RefState = "resolved"
	NotInLibrary      RefState = "not in library"
	LetterWithoutList RefState = "letter without list"
	ParagraphHere     RefState = "paragraph"
	NoSuchParagraph   RefState = "no such paragraph"
	Unnamed           RefState = "unnamed"  // septel
	NoCable           RefState = "no cable" // leads to a list entry that is an e-mail, a report ...
)

// ReferenceKind says what an entry of a REF list is.
type ReferenceKind string

// The kinds of entries in REF lists.
const (
	RefCable    ReferenceKind = "cable"
	RefTelegram ReferenceKind = "telegram" // a telegram of another agency or series
	RefEmail    ReferenceKind = "email"
	RefReport   ReferenceKind = "report"
	RefBook     ReferenceKind = "book"
	RefPhone    ReferenceKind = "phone"
	RefOther    ReferenceKind = "other"
)

// Reference is one entry of a cable's REF list; a letter that holds several cables gives several.
type Reference struct {
	Bullet       string        `json:"bullet,omitzero"` // A, B, ...; carried on to further serials
	Kind         ReferenceKind `json:"kind"`
	ID           ID            `json:"id,omitzero"`
	YearInferred bool          `json:"year_inferred,omitzero"` // no year is written: the citing cable's
	AndPrevious  bool          `json:"and_previous,omitzero"`  // and earlier ones
	Raw          string        `json:"raw"`                    // as written
	State        RefState      `json:"state,omitzero"`

	Block int  `json:"block"` // the REF block
	Span  Span `json:"span"`  // of Raw in that block's text
}

// WarningKind groups warnings, so that they can be counted.
type WarningKind string

// Warning is a doubt of the parser's about a cable or a file: a sentence, and where.
type Warning struct {
	Kind WarningKind
	Text string
	At   Span // bytes of the file; zero when it concerns the whole
}

// MarshalText writes the sentence.
func (w Warning) MarshalText() ([]byte, error) { return []byte(w.Text), nil }

// UnmarshalText reads the sentence; kind and place are not kept in the record.
func (w *Warning) UnmarshalText(b []byte) error {
	w.Text = string(b)
	return nil
}
