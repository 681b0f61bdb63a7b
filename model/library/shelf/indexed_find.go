package shelf

import (
	"context"
	"slices"
	"strconv"
	"strings"

	"reftel/model"
	"reftel/model/library"
	"reftel/model/query"
)

// Find asks the index.
func (s *Indexed) Find(ctx context.Context, q Question) ([]Number, error) {
	return s.search(ctx, asked(q))
}

// mostNewest is how many cables are newest.
const mostNewest = 4096

// Newest asks the index about the newest cables.
func (s *Indexed) Newest(ctx context.Context, q Question) ([]Number, error) {
	x, err := s.at()
	if err != nil || x.Len() <= mostNewest {
		return nil, err
	}
	found, err := x.SearchNewest(ctx, asked(q), mostNewest)
	if err != nil {
		return nil, err
	}
	return found.Numbers(), nil
}

// Facets counts by the index.
func (s *Indexed) Facets(ctx context.Context, q Question, top, bars int) (library.Facets, error) {
	x, err := s.at()
	if err != nil {
		return library.Facets{}, err
	}
	found, err := x.Search(ctx, asked(q))
	if err != nil {
		return library.Facets{}, err
	}
	return found.Facets(ctx, top, bars)
}

// asked is a question as the index takes it.
func asked(q Question) query.Query {
	if q.Name == nil {
		return q.Query
	}
	all := query.And{named(q.Name.Name)}
	if !q.Query.IsZero() {
		all = append(all, q.Query.Root())
	}
	return query.Of(all)
}

func (s *Indexed) search(ctx context.Context, q query.Query) ([]Number, error) {
	x, err := s.at()
	if err != nil {
		return nil, err
	}
	found, err := x.Search(ctx, q)
	if err != nil {
		return nil, err
	}
	return found.Numbers(), nil
}

// named asks for the cables that have a name in one of its full forms; a surname alone may be somebody else's.
func named(n model.Name) query.Node {
	full := slices.DeleteFunc(slices.Clone(n.Forms), func(form string) bool { return !strings.Contains(strings.TrimSpace(form), " ") })
	if len(full) == 0 {
		full = n.Forms
	}
	return forms(full)
}

// forms asks for the cables that have a name in one of the forms.
func forms(written []string) query.Node {
	any := query.Or{}
	for _, form := range written {
		if text, ok := query.NewText(form, false); ok {
			any = append(any, query.InField{Field: query.Name, Text: text})
		}
	}
	return any
}

// marked are the things that cables with marks of a kind have.
var marked = map[model.MarkKind]query.Thing{
	model.Redaction: query.HasRedaction, model.Omission: query.HasOmission, model.Loss: query.HasLoss,
	model.Garble: query.HasGarble, model.Citation: query.HasReference,
}

// Next asks the index which cables of the list may have what is sought, and of those reads one after the other.
func (s *Indexed) Next(ctx context.Context, list []Number, at int, d library.Direction, sought Sought) (Number, error) {
	x, err := s.at()
	if err != nil {
		return None, err
	}
	candidates, err := x.Search(ctx, query.Of(candidatesFor(sought)))
	if err != nil {
		return None, err
	}
	for i := at + int(d); i >= 0 && i < len(list); i += int(d) {
		if !candidates.Has(int(list[i])) {
			continue
		}
		if err := ctx.Err(); err != nil {
			return None, err
		}
		if sought.Needle == "" {
			return list[i], nil
		}
		c, err := x.Cable(int(list[i]))
		if err == nil && len(library.FindIn(c, sought.Needle)) > 0 {
			return list[i], nil
		}
	}
	return None, nil
}

// candidatesFor asks for the cables that may have what is sought. Of a needle, which may begin and end inside a word, the
// index knows those places that begin with a word.
func candidatesFor(s Sought) query.Node {
	any := query.Or{}
	switch {
	case s.Needle != "":
		text, ok := query.NewText(s.Needle, true)
		if !ok {
			return any
		}
		any = append(any, text)
		for _, f := range []query.Field{query.From, query.To, query.Tag, query.Subject} { // which stand above the text
			any = append(any, query.InField{Field: f, Text: text})
		}
	case s.Name != nil:
		return named(s.Name.Name)
	default:
		for _, kind := range s.Marks {
			if thing, ok := marked[kind]; ok {
				any = append(any, query.Having{What: thing})
			}
		}
	}
	return any
}

// Titled finds the cables whose id, post or subject has the words typed: those with that id first, then the newest.
func (s *Indexed) Titled(ctx context.Context, typed string, limit int) ([]Number, error) {
	x, err := s.at()
	if err != nil {
		return nil, err
	}
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
		if err := take(numbersOf(x.Numbered(post, serial))); err != nil {
			return nil, err
		}
	}
	for _, q := range []query.Node{query.InField{Field: query.ID, Text: asked}, inTitle(typed)} {
		if err := take(s.search(ctx, query.Of(q))); err != nil {
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
