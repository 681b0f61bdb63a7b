package compare_test

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"

	"reftel/model"
	"reftel/model/compare"
)

var (
	numberedLine = regexp.MustCompile(`^(\d+)\. *(?:\((\w[\w/]*)\))?`)
	signs        = regexp.MustCompile(`X{4,}|\[[^]]*(?:declassified|removed)\]|\[Omitted[^]]*\]`)
)

// draft makes a cable of lines, each a block: "5. (C) text" a paragraph, "= text" a heading, "SUBJECT: text" the subject,
// "SIGNED: NAME" a signature. Rows of X and the usual brackets are redactions and omissions; a tilde says that words were
// lost, inside a line or at its end.
func draft(lines ...string) *model.Cable {
	c := &model.Cable{}
	for i, line := range lines {
		b := model.Block{Kind: model.Paragraph}
		switch lead := numberedLine.FindStringSubmatch(line); {
		case lead != nil:
			b.Number, _ = strconv.Atoi(lead[1])
			b.Marking, b.Lead = model.Marking(lead[2]), lead[0]
			line = line[len(lead[0]):]
		case strings.HasPrefix(line, "= "):
			b.Kind, line = model.Heading, line[2:]
		case strings.HasPrefix(line, "SUBJECT:"):
			b.Kind, b.Role, b.Lead, line = model.Header, model.SubjectRole, "SUBJECT:", line[len("SUBJECT:"):]
		case strings.HasPrefix(line, "SIGNED:"):
			b.Kind, line = model.Signature, line[len("SIGNED:"):]
		case strings.Trim(line, "-") == "" && line != "":
			b.Kind = model.Rule
		}
		line = strings.TrimSpace(line)
		for {
			at := strings.IndexByte(line, '~')
			if at < 0 {
				break
			}
			line = line[:at] + line[at+1:]
			c.Marks = append(c.Marks, model.Mark{Kind: model.Loss, Block: i, Span: model.Span{Start: at, End: at}})
			b.EndLost = at == len(line)
		}
		b.Text = line
		if !strings.ContainsAny(line, "X[") {
			c.Blocks = append(c.Blocks, b)
			continue
		}
		for _, at := range signs.FindAllStringIndex(line, -1) {
			m := model.Mark{Kind: model.Redaction, Block: i, Span: model.Span{Start: at[0], End: at[1]}, Form: line[at[0]:at[1]]}
			if strings.HasPrefix(m.Form, "[Omitted") {
				m.Kind = model.Omission
			}
			c.Marks = append(c.Marks, m)
		}
		c.Blocks = append(c.Blocks, b)
	}
	return c
}

// told writes the changes: kind, copy that lacks something, and what stands in both.
func told(c compare.Comparison) []string {
	var out []string
	for _, ch := range c.Changes {
		kind := strings.TrimSpace(strings.Join([]string{string(ch.Kind), string(ch.Lacks), string(ch.How)}, " "))
		out = append(out, fmt.Sprintf("%s: %s | %s", strings.ReplaceAll(kind, "  ", " "), in(c.A, ch.A), in(c.B, ch.B)))
	}
	return out
}

// in returns the words of a part, with a stroke where a block ends, and where it begins.
func in(c *model.Cable, p compare.Part) string {
	var parts []string
	for _, place := range p.Places {
		parts = append(parts, place.In(c))
	}
	where := "-"
	if b := p.Block(); b >= 0 {
		where = strconv.Itoa(b)
	}
	return strings.TrimSpace(where + " " + strings.Join(parts, " / "))
}
