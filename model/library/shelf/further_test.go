package shelf_test

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"reftel/model"
	"reftel/model/library"
	"reftel/model/library/shelf"
)

func TestFurther(t *testing.T) {
	cited := map[int][]int{1: {2, 3}, 2: {4}, 4: {3, 1}, 3: {5, 9}, 5: {6, 2}, 6: nil} // 9 is missing
	var b library.Batch
	id := func(serial int) model.ID { return model.ID{Year: 2009, Station: "LISBON", Serial: serial} }
	for serial := 1; serial <= len(cited); serial++ {
		c := &model.Cable{ID: id(serial)}
		for _, other := range cited[serial] {
			c.References = append(c.References, model.Reference{Kind: model.RefCable, ID: id(other), Raw: id(other).String()})
		}
		b.Cables = append(b.Cables, c)
	}
	m := shelf.Filled(func(_ context.Context, emit func(library.Batch)) { emit(b) })
	fill(t, m)
	o, err := m.Open(t.Context(), 0)
	if err != nil {
		t.Fatal(err)
	}
	for depth, want := range map[int]string{
		1: "1:2 1:3",
		2: "1:2 2:4 1:3 2:5 2:9",
		3: "1:2 2:4 3:3 3:1 1:3 2:5 3:6 3:2 2:9",
		9: "1:2 2:4 3:3 3:1 1:3 2:5 3:6 3:2 2:9", // 3 is followed where one step leads to it, not three
	} {
		far, err := m.Further(t.Context(), o, depth)
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, l := range far.Cites {
			got = append(got, fmt.Sprintf("%d:%d", l.Step, l.ID.Serial))
		}
		if strings.Join(got, " ") != want {
			t.Errorf("%d steps: %s, want %s", depth, strings.Join(got, " "), want)
		}
	}
}
