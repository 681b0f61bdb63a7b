package packed

import (
	"bytes"
	"errors"
	"math"
	"slices"
	"testing"
)

type named uint32

// written is one of everything.
func written(t *testing.T) []byte {
	t.Helper()
	var b bytes.Buffer
	w := NewWriter(&b)
	w.Number(1 << 30)
	w.Text("Åda Quill")
	w.Text("")
	w.Bytes([]byte{0, 255})
	Uint32s(w, many(func(i int) named { return named(i) }))
	w.Uint64s(many(func(i int) uint64 { return uint64(i) << 33 }))
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// many are more numbers than are read in one piece.
func many[N any](n func(int) N) []N {
	all := make([]N, atOnce)
	for i := range all {
		all[i] = n(i)
	}
	return all
}

// read reads one of everything, and reports whether it is what was written.
func read(data []byte, size int64) (same bool, err error) {
	r := NewReader(bytes.NewReader(data), size)
	same = r.Number() == 1<<30 && r.Text() == "Åda Quill" && r.Text() == "" && bytes.Equal(r.Bytes(), []byte{0, 255}) &&
		slices.Equal(ReadUint32s[named](r), many(func(i int) named { return named(i) })) &&
		slices.Equal(r.Uint64s(), many(func(i int) uint64 { return uint64(i) << 33 }))
	return same, r.Close()
}

func TestReadsBack(t *testing.T) {
	data := written(t)
	if same, err := read(data, int64(len(data))); !same || err != nil {
		t.Errorf("it is the same: %v, %v", same, err)
	}
}

// Whatever byte is another, and wherever the file ends, that is found out.
func TestDamage(t *testing.T) {
	data := written(t)
	for at := 0; at < len(data); at += 1 + at/50 {
		hurt := slices.Clone(data)
		hurt[at] ^= 0x81
		if _, err := read(hurt, int64(len(hurt))); !errors.Is(err, ErrDamaged) {
			t.Errorf("with another byte %d the error is %v", at, err)
		}
		if _, err := read(data[:at], int64(at)); !errors.Is(err, ErrDamaged) {
			t.Errorf("cut at %d the error is %v", at, err)
		}
		if _, err := read(data[:at], int64(len(data))); !errors.Is(err, ErrDamaged) {
			t.Errorf("ending at %d the error is %v", at, err)
		}
	}
	if _, err := read(append(slices.Clone(data), 0), int64(len(data)+1)); !errors.Is(err, ErrDamaged) {
		t.Errorf("with a byte more the error is %v", err)
	}
}

// A count of more than there is takes no memory.
func TestNoRoom(t *testing.T) {
	for _, count := range []int{math.MaxInt, -1, 1000} {
		var b bytes.Buffer
		w := NewWriter(&b)
		w.Number(count)
		w.Close()
		r := NewReader(&b, int64(b.Len()))
		if got := r.Uint64s(); len(got) != 0 || !r.Failed() {
			t.Errorf("%d numbers are read of nothing", len(got))
		}
	}
}
