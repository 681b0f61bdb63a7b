package overview

import (
	"fmt"
	"slices"

	"reftel/model/library"
	"reftel/model/query"
	"reftel/ui/visible"
	"reftel/ui/words"
)

// The page of redactions says what is hidden in the cables that the overview is of, by kind and by exemption code, where and
// when, as reftel redactions --overview does. Its four columns stand where the columns of the other page do:
//
//	Redactions  27 in 12 of 20 cables (60%) · in 19 of their 104 paragraphs (18%)
//
//	What is hidden 3                       Exemption codes 2
//	▌row of X       ██████████ 20  74%      B1 national defense … ████ 4  15%
//
//	Posts 5                                Years 2
//	 LISBON         ███████    12  44%      2009 ██████████████ 25  93%

// Redactions is what the page of redactions is of.
type Redactions struct {
	Hidden library.Hidden
	Read   int // redacted cables that were read so far
	Of     int // of so many
}

// redactionColumns are the columns of that page, in the places of the others.
func redactionColumns() [parts]column {
	return [parts]column{
		posts:  {title: "What is hidden", none: "nothing is redacted"},
		years:  {title: "Exemption codes", none: "no code is given"},
		levels: {title: "Posts", none: "no post is known"},
		tags:   {title: "Years", none: "none is dated"},
	}
}

// Turned reports whether the page of redactions is shown.
func (o *Overview) Turned() bool { return o.turned }

// Redacted reports whether something is redacted in the cables.
func (o *Overview) Redacted() bool { return o.content.Facets.Redacted > 0 }

// TurnPage shows the page of redactions, or the other one again.
func (o *Overview) TurnPage() {
	o.turned = !o.turned
	o.at, o.other = o.other, o.at
	if o.last = posts; o.at != chart {
		o.last = o.at
	}
	if o.empty(o.at) {
		o.Begin(1)
	}
	o.scroll()
}

// ShowRedactions shows what was counted so far on the page of redactions.
func (o *Overview) ShowRedactions(r Redactions) {
	o.redactions = r
	h, facets := r.Hidden, o.content.Facets
	c := &o.redacted
	c[posts].show(concealed(h.Kinds, nil))
	codes := concealed(h.Codes, nil)
	if len(codes) == 1 && codes[0].code == "" { // nobody gives any
		codes = nil
	}
	for i := range codes {
		codes[i].words = visible.Line(h.Codes[i].Meaning)
		if codes[i].code == "" {
			codes[i].code = "none given"
		}
	}
	c[years].show(codes)
	c[levels].show(concealed(h.Posts, facets.Posts))
	latest := slices.Clone(h.Years)
	slices.Reverse(latest)
	c[tags].show(concealed(latest, facets.Years))
	if o.turned && o.empty(o.at) {
		o.Begin(1)
	}
	o.scroll()
}

// concealed makes rows of counts. What narrows a list to a value is known of those that have it in the other page, and there
// is none for what is hidden and why: then it is to all redacted cables.
func concealed(values []library.Concealed, narrow []library.Count) (out []row) {
	for _, v := range values {
		r := row{code: visible.Line(v.Value), cables: v.Redactions, query: string(query.Has) + ":" + string(query.HasRedaction)}
		if i := slices.IndexFunc(narrow, func(c library.Count) bool { return c.Value == v.Value }); i >= 0 {
			r.query = narrow[i].Query + " " + r.query
		} else if narrow != nil && v.Value == "" {
			r.code, r.query = "not known", ""
		}
		out = append(out, r)
	}
	return out
}

// redactionCounts says how much is redacted, and how far the reading has come.
func (o *Overview) redactionCounts() string {
	r, f := &o.redactions, &o.content.Facets
	switch {
	case !o.counted:
		return ""
	case f.Redacted == 0:
		return "none in " + words.Count(f.Cables, "cable")
	}
	all := r.Hidden.All
	said := fmt.Sprintf("%s in %s of %s (%s)", words.Number(all.Redactions), words.Number(max(all.Redacted, f.Redacted)), words.Count(f.Cables, "cable"), percent(f.Redacted, f.Cables))
	in := fmt.Sprintf("in %s of their %s (%s)", words.Number(all.Touched), words.Count(all.Paragraphs, "paragraph"), percent(all.Touched, all.Paragraphs))
	if r.Read < r.Of || r.Of == 0 {
		return words.Join(" · ", said, fmt.Sprintf("reading them: %s of %s", words.Number(r.Read), words.Number(f.Redacted)))
	}
	return words.Join(" · ", said, in)
}
