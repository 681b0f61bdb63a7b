package index

import (
	"cmp"
	"database/sql"
	"encoding/binary"
	"math"
	"slices"
	"strings"

	"reftel/model"
)

// undated is the date of cables without one: they come last.
const undated = math.MaxInt64

// seconds returns the date of a cable as it stands in the arrays.
func seconds(c *model.Cable) int64 {
	if c.Date.IsZero() {
		return undated
	}
	return c.Date.Unix()
}

// placed is what the order of cables goes by (see library.Compare).
type placed struct {
	number uint32
	date   int64
	id     model.ID
	file   string
	start  int
}

func (p placed) compare(o placed) int {
	return cmp.Or(cmp.Compare(p.date, o.date), p.id.Compare(o.id), strings.Compare(p.file, o.file), cmp.Compare(p.start, o.start), cmp.Compare(p.number, o.number))
}

// merge puts further cables into an order. The result is new: others may read the old one.
func merge(order, more []placed) []placed {
	slices.SortFunc(more, placed.compare)
	out := make([]placed, 0, len(order)+len(more))
	for len(order) > 0 && len(more) > 0 {
		if more[0].compare(order[0]) < 0 {
			out, more = append(out, more[0]), more[1:]
		} else {
			out, order = append(out, order[0]), order[1:]
		}
	}
	return append(append(out, order...), more...)
}

// arrays are the columns of all cables in order.
type arrays struct {
	numbers []uint32
	dates   []int64
}

// columns takes the columns out of an order.
func columns(order []placed) arrays {
	a := arrays{make([]uint32, len(order)), make([]int64, len(order))}
	for i, p := range order {
		a.numbers[i], a.dates[i] = p.number, p.date
	}
	return a
}

// encode returns the columns as they are stored.
func (a arrays) encode() (numbers, dates []byte) {
	numbers, dates = make([]byte, 0, 4*len(a.numbers)), make([]byte, 0, 8*len(a.dates))
	for _, n := range a.numbers {
		numbers = binary.LittleEndian.AppendUint32(numbers, n)
	}
	for _, d := range a.dates {
		dates = binary.LittleEndian.AppendUint64(dates, uint64(d))
	}
	return numbers, dates
}

// readArrays reads the columns. They are taken from the memory of the driver at once: those of a large library are megabytes.
func readArrays(db querier) (a arrays, err error) {
	err = eachRow(db, "SELECT numbers, dates FROM arrays", func(scan func(...any) error) error {
		var numbers, dates sql.RawBytes
		if err := scan(&numbers, &dates); err != nil {
			return err
		}
		ok := false
		if a, ok = decodeArrays(numbers, dates); !ok {
			return errStale
		}
		return nil
	})
	return a, err
}

// decodeArrays reads what encode wrote; ok is false for anything else.
func decodeArrays(numbers, dates []byte) (a arrays, ok bool) {
	if len(numbers)%4 != 0 || len(dates) != 2*len(numbers) {
		return a, false
	}
	a = arrays{make([]uint32, len(numbers)/4), make([]int64, len(numbers)/4)}
	for i := range a.numbers {
		a.numbers[i] = binary.LittleEndian.Uint32(numbers[4*i:])
		a.dates[i] = int64(binary.LittleEndian.Uint64(dates[8*i:]))
	}
	return a, true
}

// between returns the stretch of the order whose dates are in [from, to).
func (a arrays) between(from, to int64) (first, end int) {
	first, _ = slices.BinarySearch(a.dates, from)
	end, _ = slices.BinarySearch(a.dates, to)
	return first, max(first, end)
}
