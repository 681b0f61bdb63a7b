package model

import "time"

// Cable is one telegram of one publisher. Fields that the source does not have are zero, and
// absent from the record that `reftel parse` prints (DESIGN section 2).
type Cable struct {
	ID ID `json:"id,omitzero"`

	// Year, Station and Serial are the message reference number. In an edition, whose documents have
	// ids of their own, they are that of the telegram printed there, where it is known.
	Year    int    `json:"year,omitzero"`
	Station string `json:"station,omitzero"`
	Serial  int    `json:"serial,omitzero"`

	IDEvidence string `json:"id_evidence,omitzero"` // what the id was read from
	Format     Format `json:"format,omitzero"`

	Headline      string   `json:"headline,omitzero"`       // the publisher's, in the publisher's language
	HeadlineNotes []string `json:"headline_notes,omitzero"` // bullets under the headline
	Origin        string   `json:"origin,omitzero"`         // the post, as the publisher names it: Embassy Mexico

	Date         time.Time     `json:"date,omitzero"` // UTC; from the date-time group where there is one
	DateKind     DateKind      `json:"date_kind,omitzero"`
	DateEvidence string        `json:"date_evidence,omitzero"`
	DTG          string        `json:"dtg,omitzero"` // date-time group as written: 292049Z JAN 10
	Precedence   []Precedence  `json:"precedence,omitzero"`
	Transmission *Transmission `json:"transmission,omitzero"`
	From         string        `json:"from,omitzero"`
	To           []Addressee   `json:"to,omitzero"`
	Info         []Addressee   `json:"info,omitzero"`

	Classification Level    `json:"classification,omitzero"`
	Caveats        []string `json:"caveats,omitzero"`  // NOFORN: who may read it
	Captions       []string `json:"captions,omitzero"` // SIPDIS, EXDIS: how it is distributed
	Section        int      `json:"section,omitzero"`  // of the first classification line
	Sections       int      `json:"sections,omitzero"`

	ExecutiveOrder string  `json:"executive_order,omitzero"` // number only: 12958
	DeclassifyOn   string  `json:"declassify_on,omitzero"`   // YYYY-MM-DD
	DeclassifyRaw  string  `json:"declassify_raw,omitzero"`  // what stands behind the order's number
	Tags           []Tag   `json:"tags,omitzero"`
	Subject        string  `json:"subject,omitzero"` // one line
	SubjectMarking Marking `json:"subject_marking,omitzero"`

	// IndexerTags are those that the archive's indexers noted beside the telegram; Tags are the
	// telegram's own.
	IndexerTags []Tag `json:"indexer_tags,omitzero"`

	References   []Reference `json:"references,omitzero"` // the REF list
	ClassifiedBy []string    `json:"classified_by,omitzero"`
	Reasons      []string    `json:"reasons,omitzero"` // 1.4(b)
	Summary      string      `json:"summary,omitzero"`
	SignedBy     []string    `json:"signed_by,omitzero"`

	Blocks   []Block   `json:"blocks,omitzero"`
	Marks    []Mark    `json:"marks,omitzero"` // in reading order
	Names    []Name    `json:"names,omitzero"`
	Source   Source    `json:"source"`
	Warnings []Warning `json:"warnings,omitzero"`
}

// Format names a published form that the parser reads; the words are those of --format.
type Format string

// The formats.
const (
	NewspaperPage Format = "newspaper-page" // text or HTML
	CablegatePage Format = "cablegate-page" // HTML of the Cablegate site
	CablesCSV     Format = "cables-csv"     // rows of eight columns, by commas or tabs
	Telegram      Format = "telegram"       // plain text of any era
	NARARecord    Format = "nara-record"    // a telegram of 1973-79 with its attributes
	FRUSTEI       Format = "frus-tei"       // Foreign Relations of the United States, XML: volume or document
	FRUSText      Format = "frus-text"      // the same as plain text
	DFAT          Format = "dfat"           // Documents on Australian Foreign Policy, Markdown
	JSONLines     Format = "jsonl"          // the record of reftel parse, or the reader's own material
)

// Formats lists the formats.
func Formats() []Format {
	return []Format{NewspaperPage, CablegatePage, CablesCSV, Telegram, NARARecord, FRUSTEI, FRUSText, DFAT, JSONLines}
}

// DateKind says how much of a cable's date is known; "" is a moment in UTC.
type DateKind string

// The dates that are no moments.
const (
	DayOnly   DateKind = "day"        // no time is known: the date holds midnight
	LocalTime DateKind = "local time" // the time of the place where the cable was written; the zone isn't known
)

// Source says where a cable was read from.
type Source struct {
	File   string `json:"file"`
	Span   Span   `json:"span"`   // bytes of the file
	SHA256 string `json:"sha256"` // of the bytes in Span, hexadecimal
}

// Transmission is what the communications centre added: the lines above the date-time group.
type Transmission struct {
	ID       string   `json:"id,omitzero"`       // VZCZCXRO1882
	Routes   []string `json:"routes,omitzero"`   // routing indicators of the receiving stations
	Route    string   `json:"route,omitzero"`    // routing indicator of the sender: RUEHME
	Serial   string   `json:"serial,omitzero"`   // station serial number, padded as written
	Section  string   `json:"section,omitzero"`  // 01 of #0083/01
	Day      int      `json:"day,omitzero"`      // day of the year
	Time     string   `json:"time,omitzero"`     // 2049Z
	Security string   `json:"security,omitzero"` // the ZNY or ZNR line: ZNY SSSSS ZZH
}

// Precedence is the urgency of a message for one or all of its addressees.
type Precedence string

// The precedences, most urgent first.
const (
	Flash          Precedence = "FLASH"
	NiactImmediate Precedence = "NIACT IMMEDIATE"
	Immediate      Precedence = "IMMEDIATE"
	Priority       Precedence = "PRIORITY"
	Routine        Precedence = "ROUTINE"
)

// Addressee is one receiver of a message.
type Addressee struct {
	Route      string     `json:"route,omitzero"` // RUEHC
	Name       string     `json:"name"`           // SECSTATE WASHDC
	Precedence Precedence `json:"precedence,omitzero"`
	MCN        string     `json:"mcn,omitzero"`      // message continuity number, no id
	Excluded   []string   `json:"excluded,omitzero"` // posts of a collective named after XMT
}

// TagKind says what a TAGS entry stands for (HANDBOOK section 1, line 13).
type TagKind string

// The kinds of TAGS.
const (
	TagSubject      TagKind = "subject"
	TagProgram      TagKind = "program"
	TagGeographic   TagKind = "geographic"
	TagOrganization TagKind = "organization"
	TagPerson       TagKind = "person"
	TagUnknown      TagKind = "unknown"
)

// Tag is one entry of the TAGS line. The codes are not ISO: CH is China, SP Spain.
type Tag struct {
	Code    string  `json:"code"`
	Kind    TagKind `json:"kind,omitzero"`
	Meaning string  `json:"meaning,omitzero"`
}

// Title returns what a list shows for the cable: the subject, else the headline, else the first
// words of the text. fallback is true when it is not the subject.
func (c *Cable) Title() (title string, fallback bool) {
	if c.Subject != "" {
		return c.Subject, false
	}
	if c.Headline != "" {
		return c.Headline, true
	}
	for i := range c.Blocks {
		if b := &c.Blocks[i]; b.Kind.IsText() && b.Text != "" {
			return b.Text, true
		}
	}
	return "", true
}

// Number returns the message reference number: that of the telegram itself, also where the cable's id
// is a document of an edition. It is zero where it isn't known.
func (c *Cable) Number() ID {
	if c.Year == 0 || c.Station == "" || c.Serial == 0 {
		return ID{}
	}
	return ID{Year: c.Year, Station: c.Station, Serial: c.Serial}
}

// MarksOf returns the cable's marks of one kind, in reading order.
func (c *Cable) MarksOf(kind MarkKind) []Mark {
	var out []Mark
	for _, m := range c.Marks {
		if m.Kind == kind {
			out = append(out, m)
		}
	}
	return out
}

// Note returns the index in Blocks of the footnote with that number or sign; ok is false when there is none.
func (c *Cable) Note(sign string) (block int, ok bool) {
	for i := range c.Blocks {
		if b := &c.Blocks[i]; b.Kind == Note && b.Letter == sign {
			return i, true
		}
	}
	return 0, false
}

// Paragraph returns the index in Blocks of the paragraph with that number; ok is false when the
// cable has none. Where a number stands twice (an enclosed text), the first one counts. Documents of
// editions may begin to number with 2: what stands before is paragraph 1.
func (c *Cable) Paragraph(number int) (block int, ok bool) {
	first, numbered := -1, false
	for i := range c.Blocks {
		b := &c.Blocks[i]
		switch {
		case b.Kind != Paragraph:
		case b.Number == number:
			return i, true
		case b.Number == 0 && first < 0 && !numbered:
			first = i
		case b.Number == 2 && number == 1 && !numbered && first >= 0 && c.ID.IsDocument():
			return first, true
		case b.Number > 0:
			numbered = true
		}
	}
	return 0, false
}
