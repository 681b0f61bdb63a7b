package cli

import (
	"context"
	"fmt"
	"strings"
	"sync"

	"reftel/model"
	"reftel/model/query"
)

// aboutQueries is what commands that take a query say about it in their help.
func aboutQueries() string {
	var b strings.Builder
	b.WriteString(`

A query is made of conditions that must all hold. A word matches its whole
self in the text, subject, headline, TAGS, post or id of a cable; case and
accents make no difference:

  keeper light         both words
  "light keeper"       the words side by side
  light*               a word that begins so
  -ship                not that word; nor what a field or bracket asks
  ship OR boat         one of them
  (ship -old) OR boat  one of them, of which one is two conditions

Put the whole query in single quotes, or the shell takes quotation marks,
stars and brackets for its own and reftel takes -ship for a flag. A word
before a colon asks for one part of the cable:

`)
	wide := 0
	for _, f := range query.Fields() {
		wide = max(wide, len(f)+1)
	}
	for _, f := range query.Fields() {
		lead := fmt.Sprintf("  %-*s  ", wide, f+":")
		for i, line := range folded(f.About()+", as in "+strings.Join(f.Examples(), ", "), helpWidth-len(lead)) {
			if i > 0 {
				lead = strings.Repeat(" ", len(lead))
			}
			b.WriteString(lead + line + "\n")
		}
	}
	return strings.TrimSuffix(b.String(), "\n")
}

// helpWidth is how wide the lines of the help texts are.
const helpWidth = 74

// folded breaks a sentence of help into lines.
func folded(s string, width int) []string {
	var lines []string
	for _, span := range wrap(s, width, 0) {
		lines = append(lines, strings.TrimRight(span.In(s), " "))
	}
	return lines
}

// answer is what a library has to say to a query.
type answer struct {
	*holdings
	query    query.Query
	asked    string         // the query as it was typed
	cables   []*model.Cable // that answer, in order; from an index, what a list shows of them: see whole
	redacted []bool         // something is, in that cable
	numbers  []int          // of the cables in the index, if there is one
}

// ask reads the library and asks it for the cables that answer the query in args.
func (t *tool) ask(ctx context.Context, args []string) (*answer, error) {
	a, err := t.question(ctx, args)
	if err != nil {
		return nil, err
	}
	if a.index != nil {
		return a, a.fromIndex(ctx)
	}
	a.fromMemory()
	return a, nil
}

// question reads the query in args and opens the library. The answer has no cables yet.
func (t *tool) question(ctx context.Context, args []string) (*answer, error) {
	a := &answer{asked: strings.Join(args, " ")}
	var err error
	if a.query, err = query.Parse(a.asked); err != nil {
		return nil, usage("%s", err)
	}
	if a.query, err = t.widened(a.query); err != nil {
		return nil, err
	}
	if a.query, err = t.resolved(ctx, a.query); err != nil {
		return nil, err
	}
	a.holdings, err = t.holdings(ctx)
	return a, err
}

// fromMemory fills the answer with the cables that were read and answer.
func (a *answer) fromMemory() {
	a.query = a.query.Bind(a.Ask)
	for _, c := range a.Cables() {
		if a.query.Matches(c) {
			a.cables, a.redacted = append(a.cables, c), append(a.redacted, query.Contains(c, query.HasRedaction))
		}
	}
}

// widened returns a query whose conditions on names know what the reader calls them. They are read where a name
// is asked for.
func (t *tool) widened(q query.Query) (query.Query, error) {
	read := sync.OnceValues(t.nameSet)
	var failed error
	q = query.Widen(q, func(fits func(string) bool) []string {
		set, err := read()
		if failed = err; err != nil {
			return nil
		}
		return set.Sources(fits)
	})
	return q, failed
}

// noCable is the ending when no cable answers.
func (t *tool) noCable(a *answer, args []string) error {
	if a.query.IsZero() {
		return notFound("there is no cable in %s", a.name())
	}
	return notFound("no cable in %s answers %q%s", a.name(), a.asked, t.pathHint(args))
}
