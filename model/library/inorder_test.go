package library

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"reftel/model"
)

// Cables come as they stand in the files, whichever is parsed first.
func TestLoadInOrder(t *testing.T) {
	var files []Input
	var want []string
	for f := range 30 {
		var text strings.Builder
		for i := range 1 + f%7 {
			id := fmt.Sprintf("09LISBON%d", 1+f*10+i)
			text.WriteString(id + "\n")
			want = append(want, id)
		}
		files = append(files, memory(fmt.Sprintf("%d.txt", f), text.String()))
	}
	o := lineOptions()
	o.Workers = 4
	var got []string
	LoadInOrder(t.Context(), inputs(files...), o, func(b Batch) {
		for _, c := range b.Cables {
			got = append(got, c.ID.String())
		}
	})
	if !slices.Equal(got, want) {
		t.Errorf("got %v", got)
	}
}

// Whatever order pieces come in, cables are given in theirs, none is kept longer than it has to be, and none is lost.
func TestPiecesArePutIntoOrder(t *testing.T) {
	random := rand.New(rand.NewPCG(5, 6))
	for range 200 {
		q := orderly{files: map[string][]int{}, next: 1, finished: map[int]bool{}}
		type step struct {
			batch Batch
			file  int
		}
		var steps []step
		var want []string
		left := map[int]int{}
		for f := 1; f <= 4; f++ {
			in := Input{Name: fmt.Sprint(f), order: []int{f}}
			for n := range random.IntN(5) {
				c := &model.Cable{ID: model.ID{Year: 2009, Station: "LISBON", Serial: f*10 + n}}
				c.Source = model.Source{File: in.Name, Span: model.Span{Start: n * 10, End: n*10 + 10}}
				want = append(want, c.ID.String())
				left[f]++
				steps = append(steps, step{Batch{Cables: []*model.Cable{c}, Inputs: []Input{in}, Pieces: []Piece{{File: in.Name, At: n * 10, Size: 10}}}, f})
			}
		}
		random.Shuffle(len(steps), func(i, k int) { steps[i], steps[k] = steps[k], steps[i] })
		var got []string
		take := func(b Batch) {
			q.take(b)
			for _, c := range q.ready(b.Progress.Done) {
				got = append(got, c.ID.String())
			}
		}
		for f := 1; f <= 4; f++ {
			if left[f] == 0 {
				take(Batch{Finished: []Input{{Name: fmt.Sprint(f), order: []int{f}}}})
			}
		}
		for _, s := range steps {
			take(s.batch)
			if left[s.file]--; left[s.file] == 0 {
				take(Batch{Finished: []Input{{Name: fmt.Sprint(s.file), order: []int{s.file}}}})
			}
		}
		if len(q.early) > 0 {
			t.Fatalf("%d pieces are kept although all files are done", len(q.early))
		}
		if !slices.Equal(got, want) {
			t.Fatalf("got %v, want %v", got, want)
		}
	}
}

func TestADirectoryKnowsWhatALibraryKnows(t *testing.T) {
	cables := []*model.Cable{
		refer(t, cable(t, "10PORTVERDE7", "2010-01-20"), "09STATE8", "10STATE12?", "10QUITO3"),
		cable(t, "09STATE12", "2009-01-01"), printed(t, "frus1977-80v15/d107", "78MANAGUA4398", 271),
		cite(t, cable(t, "10LIMA1", "2010-02-01"), model.ToCable, "Managua 4398", "78MANAGUA4398"),
	}
	l, d := libraryOf(cables...), NewDirectory()
	d.Add(Batch{Cables: cables})
	for _, c := range cables {
		got, want := d.SetStates(c), l.SetStates(c)
		if !slices.Equal(got.References, want.References) || fmt.Sprint(got.Marks) != fmt.Sprint(want.Marks) {
			t.Errorf("%s: %v %v, want %v %v", c.ID, got.References, got.Marks, want.References, want.Marks)
		}
	}
}
