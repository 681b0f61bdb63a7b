package attacks

import (
	"encoding/json"
	"html"
	"strings"
)

// Place is a place in a document where a text can stand.
type Place struct {
	Format string // as --format names it
	Name   string // what stands there in a document that means no harm
	File   string // what a file of the format may be called
	ID     string // of the cable, when the text doesn't stand in the place of its id
	Of     func(text string) []byte
}

// form is a document in which what stands between ‹ › may be replaced, one at a time.
type form struct {
	format, file, id string
	document         string
	escape           func(string) string // as the format wants text to be written; nil: as it is
}

// Places returns all places of all formats. Where a format has an escaping of its own, each place is there twice: with the
// text escaped, so that the document has it exactly, and raw, so that the format's own grammar meets it.
func Places() []Place {
	var all []Place
	for _, f := range forms() {
		for i := range strings.Count(f.document, "‹") {
			at, name, document := f.open(i)
			fill := func(text string) []byte { return []byte(document[:at] + text + document[at:]) }
			if f.escape == nil {
				all = append(all, Place{f.format, name, f.file, f.id, fill})
				continue
			}
			all = append(all, Place{f.format, name, f.file, f.id, func(text string) []byte { return fill(f.escape(text)) }},
				Place{f.format, name + ", raw", f.file, f.id, fill})
		}
	}
	return all
}

// open returns the document with the i-th place empty, at which byte that is, and what stood there.
func (f form) open(i int) (at int, name, document string) {
	var b strings.Builder
	rest := f.document
	for n := 0; ; n++ {
		before, tail, found := strings.Cut(rest, "‹")
		b.WriteString(before)
		if !found {
			return at, name, b.String()
		}
		inside, after, _ := strings.Cut(tail, "›")
		if n == i {
			at, name = b.Len(), inside
		} else {
			b.WriteString(inside)
		}
		rest = after
	}
}

// quoted escapes a text as JSON does, without the quotes.
func quoted(text string) string {
	out, err := json.Marshal(text)
	if err != nil {
		panic(err) // a string can be written
	}
	return string(out[1 : len(out)-1])
}

func doubled(text string) string { return strings.ReplaceAll(text, `"`, `""`) }

func entities(text string) string { return html.EscapeString(text) }

const telegramForm = `‹VZCZCXRO0001›
RR RUEHC
DE RUEHVI #0081/01 0360900
ZNR UUUUU ZZH
R 050900Z FEB 09
FM ‹AMEMBASSY VIENNA›
TO RUEHC/‹SECSTATE WASHDC› 0001
INFO ‹AMEMBASSY LISBON›
C O N F I D E N T I A L SECTION 01 OF 02 VIENNA 000081 ‹NOFORN›

SIPDIS

E.O. 12958: ‹DECL: 02/05/2019›
TAGS: PREL, ‹PGOV›
SUBJECT: ‹A SHIP IS LATE›

REF: A. ‹VIENNA 12›
     B. 08 LISBON 97

Classified By: ‹Ada Fennimore›, DCM, for reasons 1.4 (b) and (d).

1. (C) Summary: The minister, ‹Tobias Brandt-Okoro›, told us so (ref A). XXXXXXXXXXXX‹ › said the same. End Summary.

‹The Heading›
-----------

2. (C/NF) Mr. Pell ‹of the harbor office› came. See para 1.
VIENNA 00000081  002 OF 002 ‹ ›
He left [name ‹removed›] at noon and

  ‹Lamp oil›      4        4
  Flour           2       11

3. (U) The end.

‹MORROW›
`

const (
	csvForm = `"1","‹2/5/2009 9:00›","‹09VIENNA81›","‹Embassy Vienna›","‹CONFIDENTIAL//NOFORN›","‹08LISBON97›|07STATE1","‹VZCZCXRO0001
RR RUEHC
R 050900Z FEB 09
FM AMEMBASSY VIENNA
TO RUEHC/SECSTATE WASHDC›","UNCLAS VIENNA 000081

SUBJECT: ‹A SHIP›

1. (U) The ship is late. ‹Mr. Pell› said so.

2. (U) End.
"
`
	siteForm = `<html><head><title>‹Cable Viewer›</title></head><body><div><a href='‹/index.html›'>Home</a></div>
<table class='cable'><tr><th>Reference ID</th><th>Created</th><th>Released</th><th>Classification</th><th>Origin</th></tr>
<tr><td><a href='/c/x.html'>‹09VIENNA81›</a></td><td>‹2009-02-05 09:00›</td><td>2011-04-01 18:06</td><td>‹CONFIDENTIAL›</td><td>‹Embassy Vienna›</td></tr></table>
<code><pre>‹VZCZCXRO7720›&#x000A;R 050900Z FEB 09&#x000A;FM AMEMBASSY VIENNA&#x000A;TO SECSTATE WASHDC</pre></code>
<code><pre>UNCLAS VIENNA 000081&#x000A;&#x000A;TAGS: <a href='/tag/x.html'>‹PREL›</a> PO &#x000A;SUBJECT: ‹A SHIP IS LATE› &#x000A;&#x000A;1. (U) The ship is late. ‹Mr. Pell› said so.&#x000A;&#x000A;2. (U) End.</pre></code></body></html>
`
	pageForm = `<!DOCTYPE html><html><head><title>‹title›</title></head><body><nav><ul><li>‹Inicio›</li></ul></nav>
<h2>‹Un cable sobre el faro›</h2><ul><li>‹El consulado pregunta›</li></ul>
<p>Date:‹2009-02-05 09:00:00›<br />Source:‹Embassy Vienna›<br />
R 050900Z FEB 09</p><p>UNCLAS VIENNA 000081</p><p>E.O. 12958: N/A<br />SUBJECT: ‹Who pays›</p>
<p title="‹x›"><b>1. (SBU)</b> Summary: ‹The keeper› asked. End Summary.</p><p>2. (U) He left.</p><p>FENNIMORE</p></body></html>
`
	pageTextForm = `La Gaceta

‹Un cable sobre el faro›

  • ‹El consulado pregunta›

Date:‹2009-02-05 09:00:00›
Source:‹Embassy Vienna›
R 050900Z FEB 09

UNCLAS VIENNA 000081 

E.O. 12958: N/A 
SUBJECT: ‹Who pays› 

1. (SBU) Summary: ‹The keeper› asked. End Summary. 

2. (U) He left. 

FENNIMORE
`
	naraForm = ` Declassified/Released US Department of State EO Systematic Review 30 JUN 2005 
Message Text
 
UNCLASSIFIED
 
PAGE 01        VIENNA 00417  141610Z
 
42
ACTION ‹OES-09›
 
INFO  OCT-01  /030 W
                    ------------------017734  141633Z /41
P R 141455Z JAN 75
FM ‹AMEMBASSY VIENNA›
TO SECSTATE WASHDC PRIORITY 0911
 
UNCLAS VIENNA 417
 
E.O. 11652: N/A
TAGS: ‹ETRN›, AU
SUBJECT: ‹LANTERN SHIPS›
 
1. ‹THE KEEPERS› CALLED ON MR. PELL.
 
2. END.
PELL
 
 
NNN
 
 Declassified/Released US Department of State EO Systematic Review 30 JUN 2005 
Message Attributes
Automatic Decaptioning: X
Concepts: ‹LAMPS›
Document Number: ‹1975VIENNA00417›
Draft Date: ‹14 JAN 1975›
Drafter: ‹n/a›
From: ‹VIENNA›
Original Classification: ‹UNCLASSIFIED›
Reference: ‹75 STATE 1›
Subject: ‹LANTERN SHIPS›
TAGS: ‹ETRN, AU›
To: ‹STATE›
Type: TE
Markings:  Declassified/Released US Department of State EO Systematic Review 30 JUN 2005 
`
	teiForm = `<?xml version="1.0" encoding="UTF-8"?>
<TEI xmlns="http://www.tei-c.org/ns/1.0" xmlns:frus="http://history.state.gov/frus/ns/1.0" xml:id="‹frus1977-80v99›">
<teiHeader><fileDesc><titleStmt><title type="complete">‹A Volume›</title></titleStmt></fileDesc></teiHeader>
<text><front><div type="section" xml:id="persons"><head>Persons</head><list><item><persName xml:id="p_1">‹Quill, Ada›</persName>, ‹Ambassador›</item></list></div></front>
<body><div type="document" n="‹1›" xml:id="‹d1›" frus:doc-dateTime-min="‹1977-01-21T16:00:00+00:00›">
<head>1. ‹Telegram› From the Embassy in Vienna to the Department of State<note n="1" xml:id="d1fn1" type="source">Source: ‹National Archives›. Secret.</note></head>
<opener><dateline><placeName>‹Vienna›</placeName>, <date when="1977-01-21">January 21, 1977</date></dateline></opener>
<p>170. Subj: ‹Lamps›.</p><p>1. <persName corresp="#p_1">‹Quill›</persName> came. [<hi rend="italic">‹name not declassified›</hi>] See <ref target="#‹d1›">‹Document 1›</ref>.<note n="‹2›" xml:id="d1fn2">‹A note.›</note></p>
<table><row><cell>‹Lamps›</cell><cell>4</cell></row></table>
<closer><signed><persName>‹Jones›</persName></signed></closer></div></body></text></TEI>
`
	frusForm = `FOREIGN RELATIONS OF THE UNITED STATES, 1961-1963, VOLUME XLII, ‹LIGHTHOUSES›

Contents



1. Telegram From the ‹Embassy in Portugal› to the Department of StateSource


‹Lisbon›, January 21, 1961, 4 p.m.

1706. ‹Eyes only Secretary›. Following on lamps (Embtel 1705).1 When he came in he said:

1. The three lamps, [less than 1 line ‹of source text› not declassified].

‹Jones›



* * *



* Source: ‹Department of State›, Central Files. Secret.

1 ‹In telegram 1705› Jones reported. See Document 1.

`
	dfatForm = `---
doc_date: '‹1975-03-18›'
doc_num: ‹152›
doc_order: 152
naa_refs:
- naa_barcode: 123456
  naa_control_symbol: 12/3/4 PART 5
  naa_series: A9999
  reference: '‹[NAA: A9999, 12/3/4, v]›'
title: ‹Cablegram from Hill to Jones›
vol_full_title: 'Volume 42: ‹Australia and the Lamps›'
vol_id: ‹42›
vol_title: 'Volume 42: Australia and the Lamps'
---

‹Jakarta›, 18 March 1975

‹O.JA8319› Secret Austeo Priority

 **‹Lamps›**

Ref O.CH13766.[1](#f1) ‹The Harbour Master› told me that _‹all›_ lamps would be lit.

  2. He was sorry (see paragraph 3). [ _matter ‹omitted›_ ]

‹Hill›.

[NAA: A9999, 12/3/4, v]

1 ‹28 February›. It asked who lit the lamps.
`
	ownForm = `{"id":"‹09VIENNA81›","date":"‹2009-02-05›","dtg":"‹050900Z FEB 09›","from":"‹Embassy Vienna›","to":["‹SECSTATE WASHDC›"],"info":"‹LISBON›","subject":"‹A ship›","classification":"‹SECRET›","captions":"‹SIPDIS›","executive_order":"‹12958›","tags":["‹PREL›"],"references":["A. ‹VIENNA 12›"],"classified_by":"‹Jane Doe›","origin":"‹Embassy Vienna›","headline":"‹Un cable›","‹box›":"‹Box 4›","text":"1. (C) ‹Mr. Pell› came.\n\n2. (U) End."}
`
	recordForm = `{"id":"09VIENNA81","year":2009,"station":"‹VIENNA›","serial":81,"id_evidence":"‹line›","format":"telegram","headline":"‹h›","headline_notes":["‹n›"],"origin":"‹Embassy Vienna›","date":"2009-02-05T09:00:00Z","date_evidence":"‹date-time group›","dtg":"‹050900Z FEB 09›","precedence":["‹ROUTINE›"],"transmission":{"id":"‹VZCZC›","route":"‹RUEHVI›","serial":"‹0081›"},"from":"‹AMEMBASSY VIENNA›","to":[{"route":"‹RUEHC›","name":"‹SECSTATE WASHDC›"}],"classification":"‹SECRET›","caveats":["‹NOFORN›"],"captions":["‹SIPDIS›"],"executive_order":"‹12958›","declassify_raw":"‹DECL›","tags":[{"code":"‹PREL›","kind":"subject","meaning":"‹relations›"}],"subject":"‹A SHIP›","subject_marking":"‹C›","references":[{"bullet":"‹A›","kind":"cable","id":"08LISBON97","raw":"‹LISBON 97›","block":0,"span":[0,4]}],"classified_by":["‹Jane Doe›"],"reasons":["‹1.4(b)›"],"summary":"‹s›","signed_by":["‹MORROW›"],"blocks":[{"kind":"header","role":"subject","lead":"‹SUBJECT:›","text":"‹A SHIP›"},{"kind":"paragraph","number":1,"marking":"‹C›","lead":"1. (C)","text":"Mr. Pell, XXXXXXXXXXXX, ‹came› (ref A)."},{"kind":"‹heading›","text":"‹Lamps›"},{"kind":"preformatted","text":"‹a  b›"}],"marks":[{"kind":"redaction","block":1,"span":[10,22],"form":"XXXXXXXXXXXX","code":"‹B1›","extent":"‹one line›"},{"kind":"loss","block":1,"span":[22,22],"why":"‹cut›"}],"names":[{"name":"‹Pell›","kind":"person","origin":"edition","forms":["‹Pell›"],"mentions":[{"block":1,"span":[4,8]}]}],"source":{"file":"‹a.txt›","span":[0,10],"sha256":"‹00›"},"warnings":["‹w›"],"fields":[{"name":"‹box›","value":"‹4›"}]}
`
)

func forms() []form {
	return []form{
		{"telegram", "a.txt", "09VIENNA81", telegramForm, nil},
		{"cables-csv", "a.csv", "09VIENNA81", csvForm, doubled},
		{"cablegate-page", "a.html", "09VIENNA81", siteForm, entities},
		{"newspaper-page", "b.html", "09VIENNA81", pageForm, entities},
		{"newspaper-page", "b.txt", "09VIENNA81", pageTextForm, nil},
		{"nara-record", "n.txt", "75VIENNA417", naraForm, nil},
		{"frus-tei", "v.xml", "frus1977-80v99/d1", teiForm, entities},
		{"frus-text", "f.txt", "", frusForm, nil},
		{"dfat", "d.md", "", dfatForm, nil},
		{"jsonl", "o.jsonl", "09VIENNA81", ownForm, quoted},
		{"jsonl", "r.jsonl", "09VIENNA81", recordForm, quoted},
	}
}
