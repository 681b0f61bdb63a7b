package cli

import (
	"cmp"
	"context"
	"errors"
	"io"
	"os"
	"slices"
	"strconv"

	"reftel/model"
	"reftel/model/library"
	"reftel/model/library/index"
	"reftel/model/names"
	"reftel/model/names/rules"
	"reftel/model/query"
	"reftel/model/watchlist"
	"reftel/ui/words"
)

// How a name of a list was found.
const (
	asWritten   = "as written"
	anotherForm = "another form" // of a name that the cables also write as the list does
	nowhere     = "not found"
)

// listed is a place of a name of a list.
type listed struct {
	entry int
	cable int // in the order of the library
	block int // -1: the name is noted of the cable, and not in its text
	span  model.Span
	form  bool   // in another form
	name  string // that it belongs to, "" for words that were not taken for a name
	kind  model.NameKind
}

// listRecord is what is printed of a place.
type listRecord struct {
	Line   int            `json:"line"`
	Listed string         `json:"listed"`
	Match  string         `json:"match"`
	Name   string         `json:"name,omitzero"`
	Kind   model.NameKind `json:"kind,omitzero"`
	*foundRecord
	Sentence string `json:"sentence,omitzero"`
}

// listColumns are the columns of a table of places.
var listColumns = []string{"line", "listed", "match", "name", "kind", "id", "date", "classification", "post", "place", "marking", "form", "sentence", "file"}

// runNameList prints where the names of a list stand.
func (t *tool) runNameList(ctx context.Context, file string, kind model.NameKind) error {
	list, err := t.watchlist(file)
	if err != nil {
		return err
	}
	s, err := t.nameStock(ctx)
	if err != nil {
		return err
	}
	defer s.close()
	a, found, err := s.findListed(ctx, list, kind)
	if err != nil {
		return err
	}
	p := t.printer()
	print := func(r listRecord, c *model.Cable) { p.csv(r.cells(c)) }
	if t.flags.json {
		print = func(r listRecord, _ *model.Cable) { p.json(r) }
	} else {
		p.csv(listColumns)
	}
	at := 0
	for i, e := range list.Entries {
		none := at == len(found) || found[at].entry != i
		if none {
			print(listRecord{Line: e.Line, Listed: e.Name, Match: nowhere}, nil)
		}
		for ; at < len(found) && found[at].entry == i && p.err == nil; at++ {
			if c := a.whole(found[at].cable); c != nil {
				print(listedRecord(c, e, found[at]), c)
			}
		}
	}
	if err = p.close(); err == nil && len(found) == 0 {
		err = notFound("none of the names of %s is in %s", file, s.name())
	}
	return t.settle(s.Problems(), err)
}

// watchlist reads the file of a list.
func (t *tool) watchlist(file string) (*watchlist.List, error) {
	in := io.Reader(t.In)
	if file != library.Stdin {
		f, err := library.Open(file)
		if err != nil {
			return nil, usage("the list can't be read: %s", err)
		}
		defer f.Close()
		in = f
	}
	list, err := watchlist.Read(in)
	if pathError := (*os.PathError)(nil); errors.As(err, &pathError) { // a folder, for one
		return nil, usage("the list can't be read: %s", err)
	}
	if err != nil {
		return nil, usage("the list %s can't be read: %s", file, err)
	}
	return list, nil
}

// findListed returns the places of the names of a list, in its order, those of one name in the order of the cables.
func (s *nameStock) findListed(ctx context.Context, list *watchlist.List, kind model.NameKind) (*answer, []listed, error) {
	byKey := map[string][]int{} // the entries that mean a name
	called := map[string]string{}
	any := query.Or{}
	var keys []string
	for i, e := range list.Entries {
		for _, spelling := range e.Spellings() {
			if text, ok := query.NewText(spelling, false); ok {
				any = append(any, text)
			}
		}
		hits, err := s.lookup(ctx, e.Name, kind, nearest)
		if err != nil {
			return nil, nil, err
		}
		for _, h := range meant(hits, e.Name) {
			for _, key := range s.Keys(h.Entry) {
				if !slices.Contains(byKey[key], i) {
					byKey[key] = append(byKey[key], i)
					called[key] = h.Name
					keys = append(keys, key)
				}
			}
		}
	}
	a, err := s.holding(ctx, any, keys)
	if err != nil {
		return nil, nil, err
	}
	var found []listed
	for i := range a.cables {
		if err := ctx.Err(); err != nil {
			return nil, nil, err
		}
		if c := a.whole(i); c != nil {
			found = append(found, listedIn(c, i, list, byKey, called, s.rules, kind)...)
		}
	}
	slices.SortStableFunc(found, func(a, b listed) int { return cmp.Compare(a.entry, b.entry) })
	return a, found, nil
}

// holding returns the cables in which there can be something: those that answer, or have a name with one of the keys.
func (s *nameStock) holding(ctx context.Context, any query.Node, keys []string) (*answer, error) {
	a := &answer{holdings: s.holdings}
	if s.indexed == nil {
		a.cables = s.Cables()
		return a, nil
	}
	found, err := s.index.Search(ctx, query.Of(any))
	if err == nil {
		var named *index.Result
		if named, err = s.indexed.WithKeys(ctx, keys); err == nil {
			err = a.fill(found.Or(named))
		}
	}
	return a, err
}

// ruledMentions says what names the mentions of a cable belong to as the reader's rules have them; nil: rules say nothing.
func ruledMentions(c *model.Cable, set *rules.Set) map[model.Mention]model.Name {
	as := names.Ruled(c, set)
	if as == c {
		return nil
	}
	out := map[model.Mention]model.Name{}
	for _, n := range as.Names {
		for _, m := range n.Mentions {
			out[m] = n
		}
	}
	return out
}

// listedIn returns the places of a list in a cable, those of one entry in the order of the text.
func listedIn(c *model.Cable, cable int, list *watchlist.List, byKey map[string][]int, called map[string]string, set *rules.Set, kind model.NameKind) []listed {
	var out []listed
	for b := range c.Blocks {
		if !query.IsSearched(&c.Blocks[b]) {
			continue
		}
		for _, at := range list.In(c.Blocks[b].Text) {
			out = append(out, listed{entry: at.Entry, cable: cable, block: b, span: at.Span})
		}
	}
	written, longest := len(out), 0
	for _, l := range out {
		longest = max(longest, l.span.Len())
	}
	ruled := ruledMentions(c, set)
	for i := range c.Names {
		n := &c.Names[i]
		key := names.Key(*n, c)
		for _, m := range n.Mentions {
			as, shown := model.Name{Name: cmp.Or(called[key], n.Name), Kind: n.Kind}, true
			if ruled != nil {
				as, shown = ruled[m]
			}
			if !shown { // the reader hides it: what is written stands as words
				continue
			}
			means := map[int]bool{} // entries that are written there
			first, _ := slices.BinarySearchFunc(out[:written], m, func(l listed, m model.Mention) int {
				return cmp.Or(cmp.Compare(l.block, m.Block), cmp.Compare(l.span.Start, m.Span.Start-longest))
			})
			for i := first; i < written && out[i].block == m.Block && out[i].span.Start < m.Span.End; i++ {
				if l := &out[i]; m.Span.Start < l.span.End {
					l.name, l.kind = as.Name, as.Kind
					means[l.entry] = true
				}
			}
			for _, entry := range byKey[key] {
				if !means[entry] {
					out = append(out, listed{entry, cable, m.Block, m.Span, true, as.Name, as.Kind})
				}
			}
		}
		if len(n.Mentions) == 0 {
			for _, entry := range byKey[key] {
				out = append(out, listed{entry: entry, cable: cable, block: -1, form: true, name: called[key], kind: n.Kind})
			}
		}
	}
	out = slices.DeleteFunc(out, func(l listed) bool { return kind != "" && l.kind != kind })
	slices.SortStableFunc(out, func(a, b listed) int {
		return cmp.Or(cmp.Compare(a.entry, b.entry), cmp.Compare(a.block, b.block), cmp.Compare(a.span.Start, b.span.Start))
	})
	return out
}

// listedRecord returns the record of a place.
func listedRecord(c *model.Cable, e watchlist.Entry, at listed) listRecord {
	r := listRecord{Line: e.Line, Listed: e.Name, Match: asWritten, Name: at.name, Kind: at.kind}
	if at.form {
		r.Match = anotherForm
	}
	if at.block < 0 {
		r.foundRecord = &foundRecord{ID: c.ID, Date: c.Date, Source: c.Source}
		return r
	}
	f := recordOf(c, words.Spots(c), library.Place{Block: at.block, Span: at.span})
	r.foundRecord = &f
	r.Sentence = sentenceAt(c, at.block, at.span)
	return r
}

// cells are the columns of a record in a table.
func (r listRecord) cells(c *model.Cable) []string {
	out := []string{strconv.Itoa(r.Line), r.Listed, r.Match, r.Name, string(r.Kind)}
	if r.foundRecord == nil {
		return append(out, make([]string, len(listColumns)-len(out))...)
	}
	place := r.Place
	if r.Paragraph > 0 {
		place = "#" + strconv.Itoa(r.Paragraph)
	}
	return append(out, r.ID.String(), words.Day(c), words.Classification(c), words.Post(c), place, string(r.Marking), r.Form, r.Sentence, r.Source.File)
}
