package shelf

import (
	"cmp"
	"context"
	"slices"
	"strconv"
	"strings"

	"reftel/model"
	"reftel/model/library"
	"reftel/model/library/index"
	"reftel/model/names"
	"reftel/model/query"
)

// Find asks the index.
func (s *Indexed) Find(ctx context.Context, q Question) ([]Number, error) {
	x, err := s.at()
	if err != nil {
		return nil, err
	}
	defer x.done()
	found, err := s.answer(ctx, x, q, x.Search)
	if err != nil {
		return nil, err
	}
	return x.outer(found.Numbers()), nil
}

// enough is how many of the newest cables fill any screen.
const enough = 64

// Newest asks the index about the newest cables.
func (s *Indexed) Newest(ctx context.Context, q Question) ([]Number, error) {
	x, err := s.at()
	if err != nil {
		return nil, err
	}
	defer x.done()
	if !x.IsLarge() {
		return nil, nil
	}
	found, err := s.answer(ctx, x, q, func(ctx context.Context, q query.Query) (*index.Result, error) {
		return x.SearchNewest(ctx, q, enough)
	})
	if err != nil {
		return nil, err
	}
	return x.outer(found.Numbers()), nil
}

// Facets counts by the index.
func (s *Indexed) Facets(ctx context.Context, q Question, top, bars int) (library.Facets, error) {
	x, err := s.at()
	if err != nil {
		return library.Facets{}, err
	}
	defer x.done()
	found, err := s.answer(ctx, x, q, x.Search)
	if err != nil {
		return library.Facets{}, err
	}
	return found.Facets(ctx, top, bars)
}

// answer has a query searched for, and takes those of the cables that have the name.
func (s *Indexed) answer(ctx context.Context, x *opening, q Question, search func(context.Context, query.Query) (*index.Result, error)) (*index.Result, error) {
	asked, err := s.resolved(ctx, q.Query)
	if err != nil {
		return nil, err
	}
	found, err := search(ctx, s.asked(asked))
	if err != nil || q.Name == nil {
		return found, err
	}
	naming, err := s.naming(ctx, x, *q.Name)
	if err != nil {
		return nil, err
	}
	return found.And(naming), nil
}

// search returns the answer of an index to a query.
func search(ctx context.Context, x *opening, q query.Query) ([]Number, error) {
	found, err := x.Search(ctx, q)
	if err != nil {
		return nil, err
	}
	return x.outer(found.Numbers()), nil
}

// naming returns the cables that name what a name of one of them means. It waits until the names are read.
func (s *Indexed) naming(ctx context.Context, x *opening, n Naming) (*index.Result, error) {
	s.names.Lookup(ctx, n.Called(), 1)
	if n.Entry != nil {
		return s.entry(ctx, x, *n.Entry)
	}
	if known, of, _ := s.names.now(); known != nil && of == x {
		found, err := known.Cables(ctx, names.Entry{Name: n.Name.Name, Kind: n.Name.Kind, Forms: n.Name.Forms})
		if err != nil {
			return nil, err
		}
		if inner, gone := x.inner(n.In.Number); gone == nil && found.Has(inner) {
			return found, nil
		}
	}
	return x.Search(ctx, query.Of(query.AnyName(n.Name.Forms))) // named otherwise in the whole library
}

// entry returns the cables that have a name of the library.
func (s *Indexed) entry(ctx context.Context, x *opening, e names.Entry) (*index.Result, error) {
	if known, of, _ := s.names.now(); known != nil && of == x {
		return known.Cables(ctx, e)
	}
	return x.Search(ctx, query.Of(query.AnyName(e.Forms)))
}

// marked are the things that cables with marks of a kind have.
var marked = map[model.MarkKind]query.Thing{
	model.Redaction: query.HasRedaction, model.Omission: query.HasOmission, model.Loss: query.HasLoss,
	model.Garble: query.HasGarble, model.Citation: query.HasReference,
}

// Next asks the index which cables of the list may have what is sought, and of those that are sought by their text reads one after the
// other. When nothing is found and some could not be read, the error says why the first could not.
func (s *Indexed) Next(ctx context.Context, list []Number, at int, d library.Direction, sought Sought) (Number, error) {
	x, err := s.at()
	if err != nil {
		return None, err
	}
	defer x.done()
	candidates, err := s.candidates(ctx, x, sought)
	if err != nil {
		return None, err
	}
	var unread error
	for i := at + int(d); i >= 0 && i < len(list); i += int(d) {
		inner, err := x.inner(list[i])
		if err != nil || !candidates.Has(inner) {
			continue
		}
		if err := ctx.Err(); err != nil {
			return None, err
		}
		if sought.Needle == "" && sought.Text == nil {
			return list[i], nil
		}
		c, err := x.Cable(inner)
		if err != nil {
			unread = cmp.Or(unread, err)
			continue
		}
		if sought.has(c) {
			return list[i], nil
		}
	}
	return None, unread
}

// has looks through the text of a cable.
func (s Sought) has(c *model.Cable) bool {
	if s.Needle != "" {
		return len(library.FindIn(c, s.Needle)) > 0
	}
	return len(library.Like(c, s.Text)) > 0
}

// candidates returns the cables that may have what is sought.
func (s *Indexed) candidates(ctx context.Context, x *opening, sought Sought) (*index.Result, error) {
	switch {
	case sought.Needle != "":
		return withNeedle(ctx, x, sought.Needle)
	case sought.Text != nil:
		return x.Search(ctx, query.Query{})
	case sought.Name != nil:
		return s.naming(ctx, x, *sought.Name)
	}
	any := query.Or{}
	for _, kind := range sought.Marks {
		if thing, ok := marked[kind]; ok {
			any = append(any, query.Having{What: thing})
		}
	}
	return x.Search(ctx, query.Of(any))
}

// withNeedle returns the cables that may have a needle, which may begin and end inside a word. One of signs alone may be
// anywhere.
func withNeedle(ctx context.Context, x *opening, needle string) (*index.Result, error) {
	words := slices.Collect(query.Words(needle))
	if len(words) == 0 {
		return x.Search(ctx, query.Query{})
	}
	first, last := words[0], words[len(words)-1]
	if len(words) == 1 {
		return x.Where(ctx, func(word string) bool { return strings.Contains(word, first) })
	}
	found, err := x.Where(ctx, func(word string) bool { return strings.HasSuffix(word, first) })
	if err != nil {
		return nil, err
	}
	every := query.And{anywhere(last, true)}
	for _, word := range words[1 : len(words)-1] {
		every = append(every, anywhere(word, false))
	}
	rest, err := x.Search(ctx, query.Of(every))
	if err != nil {
		return nil, err
	}
	return found.And(rest), nil
}

// anywhere asks for a word in the text or in what stands above it.
func anywhere(word string, prefix bool) query.Node {
	text, ok := query.NewText(word, prefix)
	if !ok {
		return query.And{}
	}
	any := query.Or{text}
	for _, f := range []query.Field{query.From, query.To, query.Tag, query.Subject} {
		any = append(any, query.InField{Field: f, Text: text})
	}
	return any
}

// Titled finds the cables whose id, post or subject has the words typed: those with that id first, then the newest.
func (s *Indexed) Titled(ctx context.Context, typed string, limit int) ([]Number, error) {
	x, err := s.at()
	if err != nil {
		return nil, err
	}
	defer x.done()
	var out []Number
	take := func(found []Number, err error) error {
		for _, n := range slices.Backward(found) {
			if len(out) == limit {
				break
			}
			if !slices.Contains(out, n) {
				out = append(out, n)
			}
		}
		return err
	}
	asked, ok := query.NewText(typed, true)
	if !ok {
		return out, take(s.All(), nil)
	}
	if post, serial, ok := postAndSerial(typed); ok {
		if err := take(x.numbersOf(x.Numbered(post, serial))); err != nil {
			return nil, err
		}
	}
	for _, q := range []query.Node{query.InField{Field: query.ID, Text: asked}, inTitle(typed)} {
		if err := take(search(ctx, x, query.Of(q))); err != nil {
			return nil, err
		}
	}
	return out, nil
}

// inTitle asks for words that stand in the subject or name the post, the last letters of each still to come.
func inTitle(typed string) query.Node {
	every := query.And{}
	for _, word := range strings.Fields(typed) {
		if text, ok := query.NewText(word, true); ok {
			every = append(every, query.Or{query.InField{Field: query.Subject, Text: text}, query.InField{Field: query.From, Text: text}})
		}
	}
	return every
}

// postAndSerial reads a post and a serial number: mexico 83.
func postAndSerial(typed string) (post string, serial int, ok bool) {
	rest := strings.TrimRight(typed, "0123456789")
	serial, err := strconv.Atoi(typed[len(rest):])
	if err != nil {
		return "", 0, false
	}
	post = strings.ToUpper(strings.Join(strings.Fields(rest), ""))
	return post, serial, post != "" && strings.Trim(post, "ABCDEFGHIJKLMNOPQRSTUVWXYZ") == ""
}
