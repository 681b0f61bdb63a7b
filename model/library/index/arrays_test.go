package index

import (
	"math"
	"slices"
	"testing"
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
	if _, ok := decodeArrays(1<<40, []byte{1}, []byte{0}); ok {
		t.Error("more cables are read than there are bytes")
	}
}
