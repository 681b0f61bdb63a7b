package parser

import (
	"fmt"
	"html"
	"regexp"
	"strings"
	"testing"

	"reftel/model"
)

// twoCables is a newspaper's page as a reader copies it: a menu, two cables, other news.
const twoCables = `La Gaceta del Faro
Archivo del blog

El aceite del faro, un asunto de Estado

  • El consulado pregunta quién paga el aceite que gasta la luz del puerto
  • Nadie responde

Date:2009-03-17 11:20:00
Source:Consulate Ponta Delgada
DE RUEHPD #0011/01 0761120
O R 171120Z MAR 09

C O N F I D E N T I A L SECTION 01 OF 02 PONTA DELGADA 000011 

E.O. 12958: DECL: 2019/03/17 
SUBJECT: Who pays for the oil of the light and who shall trim the wick of the 
lamp 

1. (SBU) Summary: The keeper of the light asked again for oil, and nobody has 
said who pays for it, although the harbor board met twice in the winter, and 
wrote to the ministry both times. End Summary. 

The Keeper 

2. (C) The keeper came by the mail boat on March 3 and told the consul that 
XXXXXXXXXXXX had promised him oil since the year of the great storm, and that 
the board knows of the promise. He has a letter that was signed by the last 
PONTA DELG 00000011 002 OF 002 
governor. The letter is with the consulate and will be sent by the next mail. 

3. (C) The board for its part says that the promise was made to the keeper's 
father and that it ended with him. It offers half of the oil and 

La carta del gobernador llega tarde

  • El fiador duda de la carta

Date:2009-03-19 10:05:00
Source:Consulate Ponta Delgada
DE RUEHPD #0012/01 0781005
P 191005Z MAR 09

UNCLAS PONTA DELGADA 000012 

E.O. 12958: N/A 
SUBJECT: The letter of the governor 

1. (U) The letter came with the boat. The keeper read it aloud in the square, 
and the people of the town heard for the first time what the governor had to 
say about the oil of the light. 

2. (SBU) Comment: The letter settles nothing, because the governor who wrote 
it had left his office on the day before. End Comment. 

Más noticias del puerto
El barco correo no sale mañana
`

// pageMarkups write a text as the pages of newspapers have it.
var pageMarkups = map[string]func(lines, paragraphs []string) string{
	"lines in div": func(lines, _ []string) string { return wrapAll(lines, "<div>", "</div>") },
	"lines in div, none empty": func(lines, _ []string) string {
		var full []string
		for _, l := range lines {
			if l != "" {
				full = append(full, l)
			}
		}
		return wrapAll(full, "<div>", "</div>\n")
	},
	"lines in tr": func(lines, _ []string) string {
		return "<table>" + wrapAll(lines, "<tr><td>", "</td></tr>\n") + "</table>"
	},
	"lines in p": func(lines, _ []string) string { return wrapAll(lines, "<p>", "</p>\n") },
	"lines in p, nbsp": func(lines, _ []string) string {
		return strings.ReplaceAll(wrapAll(lines, "<p>", "</p>"), "<p></p>", "<p>&nbsp;</p>")
	},
	"br":  func(lines, _ []string) string { return strings.Join(lines, "<br>\n") },
	"pre": func(lines, _ []string) string { return "<pre>" + strings.Join(lines, "\n") + "</pre>" },
	"p with br": func(_, paragraphs []string) string {
		return strings.ReplaceAll(wrapAll(paragraphs, "<p>", "</p>\n"), "\n", "<br/>")
	},
	"p without br": func(_, paragraphs []string) string { return wrapAll(paragraphs, "<p>", "</p>\n") },
	"p on one line": func(_, paragraphs []string) string {
		return strings.ReplaceAll(strings.ReplaceAll(wrapAll(paragraphs, "<p>", "</p>"), " \n", "\n"), "\n", " ")
	},
	"div":           func(_, paragraphs []string) string { return wrapAll(paragraphs, "<div>", "</div>\n") },
	"words in span": func(_, paragraphs []string) string { return wrapAll(inSpans(paragraphs), "<p>", "</p>\n") },
	"font in font": func(_, paragraphs []string) string {
		return wrapAll(paragraphs, "<p><font face=x><font size=2>", "</font></font></p>\n")
	},
	"article": func(_, paragraphs []string) string {
		return "<article>" + wrapAll(paragraphs, "<p>", "</p>") + "</article>"
	},
	"hidden between": func(_, paragraphs []string) string {
		return wrapAll(paragraphs, "<p>", "</p><script>var a = 'SECRET';</script><p hidden>Hidden</p>")
	},
}

func wrapAll(texts []string, start, end string) string {
	return start + strings.Join(texts, end+start) + end
}

func inSpans(texts []string) []string {
	word := regexp.MustCompile(`\pL+`)
	var out []string
	for _, text := range texts {
		out = append(out, word.ReplaceAllString(text, "<span>$0</span>"))
	}
	return out
}

// newsRecord is what must be the same in all copies of a page.
func newsRecord(r Result) string {
	var out strings.Builder
	for _, c := range r.Cables {
		fmt.Fprintf(&out, "%s %s %s %q %q %q %q %q\n", c.ID, c.Date, c.DTG, c.Origin, c.Headline, c.HeadlineNotes, c.Subject, c.Classification)
		for i := range c.Blocks {
			if b := &c.Blocks[i]; b.Kind != model.Header {
				fmt.Fprintf(&out, "%s %d %s %t %q\n", b.Kind, b.Number, b.Marking, b.EndLost, b.Text)
			}
		}
		for _, m := range c.Marks {
			fmt.Fprintf(&out, "%s %v %q\n", m.Kind, m.Span, m.Form)
		}
	}
	return out.String()
}

// However a newspaper's page was written, it holds the same cables as the text that a reader copies from it.
func TestNewspaperMarkups(t *testing.T) {
	r := Parse("f", []byte(twoCables), Options{})
	want := newsRecord(r)
	if len(r.Cables) != 2 || r.Cables[0].ID.String() != "09PONTADELGADA11" || r.Cables[1].Headline != "La carta del gobernador llega tarde" ||
		len(r.Cables[0].HeadlineNotes) != 2 || len(r.Cables[0].MarksOf(model.Loss)) != 1 || len(r.Cables[0].MarksOf(model.PageBreak)) != 1 {
		t.Fatalf("the text reads\n%s", want)
	}
	escaped := strings.TrimSpace(html.EscapeString(twoCables))
	lines, paragraphs := strings.Split(escaped, "\n"), regexp.MustCompile(`\n\n+`).Split(escaped, -1)
	for what, markup := range pageMarkups {
		page := []byte("<!DOCTYPE html><html><head><title>La Gaceta</title></head><body><nav><ul><li>Inicio</li></ul></nav>\n" + markup(lines, paragraphs) + "</body></html>")
		r := Parse("f", page, Options{})
		for _, broken := range evidence("f", page, r) {
			t.Errorf("%s: %s", what, broken)
		}
		if got := newsRecord(r); r.Format != model.NewspaperPage || got != want {
			t.Errorf("%s as %q reads\n%s\nnot\n%s", what, r.Format, got, want)
		}
	}
}
