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

// encode returns the columns as they are stored: each number and each date by what it differs from the one before, which
// takes a few bytes, as neighbours in the order were mostly read one after the other.
func (a arrays) encode() (numbers, dates []byte) {
	numbers, dates = make([]byte, 0, 2*len(a.numbers)), make([]byte, 0, 3*len(a.dates))
	number, date := int64(0), int64(0)
	for i := range a.numbers {
		numbers = binary.AppendVarint(numbers, int64(a.numbers[i])-number)
		dates = binary.AppendVarint(dates, a.dates[i]-date) // which may overflow, and back
		number, date = int64(a.numbers[i]), a.dates[i]
	}
	return numbers, dates
}

// readArrays reads the columns. They are taken from the memory of the driver at once: those of a large library are megabytes.
func readArrays(db querier) (a arrays, err error) {
	err = eachRow(db, "SELECT cables, numbers, dates FROM arrays", func(scan func(...any) error) error {
		var cables int
		var numbers, dates sql.RawBytes
		if err := scan(&cables, &numbers, &dates); err != nil {
			return err
		}
		ok := false
		if a, ok = decodeArrays(cables, numbers, dates); !ok {
			return errStale
		}
		return nil
	})
	return a, err
}

// decodeArrays reads the columns of so many cables as encode wrote them; ok is false for anything else.
func decodeArrays(cables int, numbers, dates []byte) (a arrays, ok bool) {
	if cables < 0 || cables > min(len(numbers), len(dates)) { // each takes a byte at least
		return a, false
	}
	a = arrays{make([]uint32, cables), make([]int64, cables)}
	number, date := int64(0), int64(0)
	for i := range cables {
		more, n := binary.Varint(numbers)
		later, m := binary.Varint(dates)
		if number += more; n <= 0 || m <= 0 || number < 0 || number > math.MaxUint32 {
			return arrays{}, false
		}
		date += later
		a.numbers[i], a.dates[i] = uint32(number), date
		numbers, dates = numbers[n:], dates[m:]
	}
	return a, len(numbers) == 0 && len(dates) == 0
}

// between returns the stretch of the order whose dates are in [from, to).
func (a arrays) between(from, to int64) (first, end int) {
	first, _ = slices.BinarySearch(a.dates, from)
	end, _ = slices.BinarySearch(a.dates, to)
	return first, max(first, end)
}
