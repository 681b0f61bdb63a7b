package index

import "reftel/model/library"

// Source reads the bytes of a cable as they stand in its file: see [library.Library.Source].
func (x *Index) Source(number int) ([]byte, error) {
	r, err := x.Row(number)
	if err != nil {
		return nil, err
	}
	members, err := memberNumbers(r.members)
	if err != nil {
		return nil, damaged(x.dir)
	}
	return library.ReadSource(r.Cable.Source, library.Again(r.outer, r.Cable.Source.File, members).Open)
}
