package index

import (
	"math"
	"math/rand/v2"
	"path/filepath"
	"slices"
	"testing"

	"reftel/model"
)

func TestColumnsAreReadAsTheyWereWritten(t *testing.T) {
	for _, a := range []arrays{
		{},
		{[]uint32{7}, []int64{undated}},
		{[]uint32{0, 1, 2, 900, 3, math.MaxUint32}, []int64{math.MinInt64, -5, 0, 0, 1_700_000_000, undated}},
	} {
		numbers, dates := a.encode()
		got, ok := decodeArrays(len(a.numbers), numbers, dates)
		if !ok || !slices.Equal(got.numbers, a.numbers) || !slices.Equal(got.dates, a.dates) {
			t.Errorf("%v is read as %v (%v)", a, got, ok)
		}
		if len(numbers) > 0 {
			for _, cut := range []int{0, len(numbers) - 1} {
				if _, ok := decodeArrays(len(a.numbers), numbers[:cut], dates); ok {
					t.Errorf("%v is read from a part of it", a)
				}
			}
		}
	}
	if _, ok := decodeArrays(1, []byte{1}, []byte{0}); ok {
		t.Error("a number below 0 is read")
	}
	if _, ok := decodeArrays(math.MaxInt, []byte{1}, []byte{0}); ok {
		t.Error("more cables are read than there are bytes")
	}
}

// Cables that come in batches, mostly about in the order of their dates, are in the order of all of them after each.
func TestAnOrderGrows(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	for _, spread := range []int{1, 40, 5000} { // days by which a cable may come too early or too late
		var order, all []placed
		var o ordering
		for n := range 100 {
			var more []placed
			for range r.IntN(20) {
				number := len(all)
				p := o.placed(uint32(number), int64(number+r.IntN(spread)), model.ID{Year: 1974, Station: "LIMA", Serial: r.IntN(3)}, "cables.csv", number)
				if r.IntN(10) == 0 {
					p.date = undated
				}
				more, all = append(more, p), append(all, p)
			}
			order = o.merge(order, more)
			want := slices.SortedFunc(slices.Values(all), o.compare)
			if !slices.Equal(order, want) {
				t.Fatalf("batch %d, spread %d: %d cables are in another order, or not all", n, spread, len(order))
			}
		}
	}
}

// Dates may be read after the order that they are wanted for, when there are other cables by then.
func TestDatesOfAnEarlierOrder(t *testing.T) {
	a := arrays{[]uint32{4, 1, 9}, []int64{10, 20, undated}}
	for _, tt := range []struct {
		numbers []uint32
		want    []int64
	}{
		{[]uint32{4, 1, 9}, []int64{10, 20, undated}},
		{[]uint32{1}, []int64{20}},                         // more were added
		{[]uint32{7, 4, 9}, []int64{undated, 10, undated}}, // one is gone, one was added
		{nil, nil},
	} {
		if got := a.datesOf(tt.numbers); !slices.Equal(got, tt.want) {
			t.Errorf("the dates of %v are %v, want %v", tt.numbers, got, tt.want)
		}
	}
}

// An index that is open answers of the moment at which it was opened, by dates as by words.
func TestDatesAreThoseOfTheMoment(t *testing.T) {
	base := t.TempDir()
	dir, first, second := filepath.Join(base, "index"), filepath.Join(base, "first.csv"), filepath.Join(base, "second.csv")
	write(t, first, 1, 100_000)
	write(t, second, 2, 100_000)
	update(t, dir, first)
	asked := []string{"date:2005", "date:2008", "-date:2008", "date:>=2009"}
	var want [][]string
	before := open(t, dir)
	for _, q := range asked {
		want = append(want, found(t, before, q))
	}
	x := open(t, dir)
	update(t, dir, first, second)
	for i, q := range asked {
		if got := found(t, x, q); !slices.Equal(got, want[i]) || len(got) == 0 {
			t.Errorf("%s finds %d cables, %d before more were added", q, len(got), len(want[i]))
		}
	}
}
