package cite_test

import (
	"time"

	"reftel/model"
)

// hostile holds what BibTeX, LaTeX, RIS, JSON and a terminal would act on.
const hostile = "}, note = {x} \\input{y} 100% of $5 & #1_a^b~c {open --- `q' ''r'' <i>s</i> \"t\"\nER  - \nTI  - no\u2028TY  - X \x1b[2J Peña 中文 \u202ez"

func day(year, month, d int) time.Time {
	return time.Date(year, time.Month(month), d, 20, 49, 0, 0, time.UTC)
}

// whole is an invented cable that lacks nothing.
func whole() *model.Cable {
	return &model.Cable{
		ID: model.ID{Year: 2009, Station: "PORTVERDE", Serial: 83}, Year: 2009, Station: "PORTVERDE", Serial: 83,
		Format: model.NewspaperPage, Origin: "Embassy Port Verde", From: "AMEMBASSY PORT VERDE",
		Date: day(2009, 3, 4), DateEvidence: "date-time group", To: []model.Addressee{{Name: "SECSTATE WASHDC"}},
		Classification: model.Secret, Caveats: []string{"NOFORN"}, Subject: "THE LIGTHOUSE IS DARK, AGAIN",
		Blocks: []model.Block{
			{Kind: model.Header, Role: model.SubjectRole, Lead: "SUBJECT:", Text: "THE LIGTHOUSE IS DARK, AGAIN"},
			{Kind: model.Paragraph, Number: 1, Marking: "C", Lead: "1. (C)", Text: "Summary: XXXXXXXXXXXX (strictly protect) saw teh lamp."},
			{Kind: model.Paragraph, Number: 2, Marking: "S/NF", Lead: "2. (S/NF)", Text: "The keepers are of two minds:"},
			{Kind: model.SubParagraph, Letter: "a", Marking: "S", Lead: "a. (S)", Text: "some wait for oil, and"},
			{Kind: model.SubParagraph, Letter: "-", Lead: "--", Text: "some want to win hearts and", EndLost: true},
			{Kind: model.Paragraph, Text: "This goes on."},
			{Kind: model.Heading, Text: "Comment"},
			{Kind: model.Paragraph, Number: 3, Lead: "3.", Text: "Comment."},
		},
		Marks: []model.Mark{
			{Kind: model.Redaction, Block: 1, Span: model.Span{Start: 9, End: 21}, Form: "XXXXXXXXXXXX"},
			{Kind: model.PageBreak, Block: 2, Span: model.Span{Start: 4, End: 4}, Form: "PORT VERDE 00000083  002 OF 002", Page: 2, Pages: 2},
			{Kind: model.Loss, Block: 4, Span: model.Span{Start: 27, End: 27}, Why: "ends in mid-sentence"},
		},
		Source: model.Source{File: "papers/of today/page.html", Span: model.Span{Start: 210, End: 1432}, SHA256: "5882c988a74a8e5797238af8"},
	}
}

// changed is the whole cable with something else.
func changed(change func(c *model.Cable)) *model.Cable {
	c := whole()
	change(c)
	return c
}

// document is an invented document of an edition.
func document(volume string, serial int, format model.Format) *model.Cable {
	return &model.Cable{ID: model.ID{Volume: volume, Serial: serial}, Format: format, IDEvidence: "xml:id, volume from the teiHeader",
		Headline: "Telegram From the Embassy in Norland to the Department of State", Origin: "Embassy in Norland", From: "Embassy in Norland",
		To: []model.Addressee{{Name: "Department of State"}}, Subject: "Harbours",
		Date: day(1978, 9, 24), DateKind: model.DayOnly, DateEvidence: "dateline", Classification: model.TopSecret,
		Blocks: []model.Block{
			{Kind: model.Paragraph, Text: "The first has no number."},
			{Kind: model.Paragraph, Number: 2, Lead: "2.", Text: "The next has one.\u00a0[name not declassified]"},
			{Kind: model.Note, Letter: "3", Lead: "3", Text: "See Document 9."},
		},
		Source: model.Source{File: volume + ".xml", Span: model.Span{Start: 1, End: 99}, SHA256: "00ff"}}
}

// specimens are the cables whose citations are held in testdata.
var specimens = []struct {
	what    string
	cable   *model.Cable
	block   int  // -1: the whole cable
	entries bool // those for programs are held there, too
}{
	{"nothing missing", whole(), -1, false},
	{"a paragraph", whole(), 1, true},
	{"a lettered sub-paragraph", whole(), 3, false},
	{"a bullet, cited as the paragraph it is in", whole(), 4, false},
	{"text that goes on with a paragraph", whole(), 5, false},
	{"a heading, in no paragraph", whole(), 6, false},
	{"no post but the FM line's, several addressees", changed(func(c *model.Cable) {
		c.Origin, c.To = "", []model.Addressee{{Name: "AMEMBASSY PORT-AU-PRINCE"}, {Name: "AMCONSUL N'DJAMENA"}}
	}), -1, false},
	{"no post but the station's, no addressee", changed(func(c *model.Cable) { c.Origin, c.From, c.To = "", "", nil }), -1, false},
	{"a post that has no name of its own", changed(func(c *model.Cable) {
		c.Origin, c.To = "Secretary of State", []model.Addressee{{Name: "ALL DIPLOMATIC POSTS COLLECTIVE"}}
	}), -1, false},
	{"no date, the id has a year", changed(func(c *model.Cable) { c.Date = time.Time{} }), -1, false},
	{"a date of the publisher's", changed(func(c *model.Cable) { c.DateEvidence = "publisher's date" }), -1, true},
	{"no subject, but a headline", changed(func(c *model.Cable) { c.Subject, c.Headline = "", "El faro, a oscuras" }), -1, false},
	{"a redacted subject, a subject in quotation marks", changed(func(c *model.Cable) { c.Subject = `"XXXXXXXXXXXX" AND THE “LAMP”` }), -1, false},
	{"no classification, another file", changed(func(c *model.Cable) {
		c.Classification, c.Caveats, c.Format, c.Source.File = 0, nil, model.Telegram, `C:\my papers\lamp.txt`
	}), -1, false},
	{"nothing at all", &model.Cable{}, -1, true},
	{"hostile text everywhere", changed(func(c *model.Cable) {
		c.Subject, c.Origin, c.To[0].Name, c.Source.File, c.Caveats[0], c.Blocks[1].Marking = hostile, hostile, hostile, hostile, hostile, hostile
	}), 1, true},
	{"a document of Foreign Relations, a counted paragraph", document("frus1977-80v15", 107, model.FRUSTEI), 0, false},
	{"its note", document("frus1977-80v15", 107, model.FRUSTEI), 2, false},
	{"part of a volume, a telegram's number, a head with the document's, volume from the file's name", func() *model.Cable {
		c := document("frus1977-80v11p1", 17, model.FRUSText)
		c.Serial, c.Headline, c.IDEvidence = 1706, "17. Memorandum", "number in the document's head, volume in the file's name"
		return c
	}(), 1, true},
	{"an electronic volume, no date", func() *model.Cable {
		c := document("frus1969-76ve05p2", 4, model.FRUSTEI)
		c.Date, c.Headline = time.Time{}, "Editorial Note"
		return c
	}(), -1, false},
	{"a volume without a number", document("frus1952-54guat", 64, model.FRUSTEI), -1, false},
	{"an Australian document", func() *model.Cable {
		c := document("dafp42", 152, model.DFAT)
		c.Headline = "Cablegram from Hill to Jones"
		c.Blocks = append(c.Blocks, model.Block{Kind: model.Header, Role: model.PublisherRole, Lead: "reference", Text: "[NAA: A9999, 12/3/4, v]"},
			model.Block{Kind: model.Header, Role: model.PublisherRole, Lead: "vol_full_title", Text: "Volume 42: Australia and the Lamps, 1974–1976"})
		return c
	}(), -1, true},
	{"a record of the National Archives", changed(func(c *model.Cable) {
		c.Format, c.Origin = model.NARARecord, ""
		c.Blocks = append(c.Blocks, model.Block{Kind: model.Header, Role: model.PublisherRole, Lead: "Document Number:", Text: "1974PORTVE00083"})
	}), 2, true},
}
