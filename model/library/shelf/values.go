package shelf

import (
	"strings"

	"reftel/model/library"
	"reftel/model/query"
)

// mostValues is how many values of a field are kept for completion.
const mostValues = 2000

// values are what cables have in the fields of queries that have no closed set, the most frequent first.
type values map[query.Field][]string

// valuesOf takes them out of the counts of a library. Posts are written small, as they are typed.
func valuesOf(f library.Facets) values {
	v := values{}
	for _, post := range f.Posts {
		v[query.From] = append(v[query.From], strings.ToLower(post.Value))
	}
	for _, code := range f.Tags {
		v[query.Tag] = append(v[query.Tag], code.Value)
	}
	return v
}
