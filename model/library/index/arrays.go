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

// placed is what the order of cables goes by (see library.Compare). There are millions, and so they have no pointers: texts
// are those of an [ordering].
type placed struct {
	date                  int64
	serial, start         int
	number                uint32
	year                  int32
	volume, station, file uint32
}

// ordering knows the texts that cables are ordered by, each of which many of them share.
type ordering struct {
	texts  []string
	places map[string]uint32
}

func (o *ordering) place(text string) uint32 {
	at, ok := o.places[text]
	if !ok {
		if o.places == nil {
			o.places = map[string]uint32{}
		}
		at = uint32(len(o.texts))
		o.texts = append(o.texts, text)
		o.places[text] = at
	}
	return at
}

// placed returns what a cable is ordered by.
func (o *ordering) placed(number uint32, date int64, id model.ID, file string, start int) placed {
	return placed{
		date: date, serial: id.Serial, start: start, number: number, year: int32(id.Year),
		volume: o.place(id.Volume), station: o.place(id.Station), file: o.place(file),
	}
}

func (o *ordering) id(p placed) model.ID {
	return model.ID{Year: int(p.year), Station: o.texts[p.station], Serial: p.serial, Volume: o.texts[p.volume]}
}

func (o *ordering) compare(a, b placed) int {
	if a.date != b.date { // nearly always
		return cmp.Compare(a.date, b.date)
	}
	return cmp.Or(o.id(a).Compare(o.id(b)), strings.Compare(o.texts[a.file], o.texts[b.file]), cmp.Compare(a.start, b.start), cmp.Compare(a.number, b.number))
}

// merge puts further cables into an order, which it takes over. Most libraries lie about in the order of their dates, so that
// little has to be moved.
func (o *ordering) merge(order, more []placed) []placed {
	if len(more) == 0 {
		return order
	}
	slices.SortFunc(more, o.compare)
	stay, _ := slices.BinarySearchFunc(order, more[0], o.compare)
	moved := slices.Clone(order[stay:])
	order = order[:stay]
	for len(moved) > 0 && len(more) > 0 {
		if o.compare(more[0], moved[0]) < 0 {
			order, more = append(order, more[0]), more[1:]
		} else {
			order, moved = append(order, moved[0]), moved[1:]
		}
	}
	return append(append(order, moved...), more...)
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

// readOrder reads the numbers alone: all that a list needs to be shown. The dates take three times as long.
func readOrder(db querier) (numbers []uint32, err error) {
	err = eachRow(db, "SELECT cables, numbers FROM arrays", func(scan func(...any) error) error {
		var cables int
		var column sql.RawBytes
		if err := scan(&cables, &column); err != nil {
			return err
		}
		ok := false
		if numbers, ok = decodeNumbers(cables, column); !ok {
			return errStale
		}
		return nil
	})
	return numbers, err
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
	if a.numbers, ok = decodeNumbers(cables, numbers); !ok || cables > len(dates) {
		return arrays{}, false
	}
	a.dates = make([]int64, cables)
	date := int64(0)
	for i := range a.dates {
		later, n := binary.Varint(dates)
		if n <= 0 {
			return arrays{}, false
		}
		date += later
		a.dates[i] = date
		dates = dates[n:]
	}
	return a, len(dates) == 0
}

// decodeNumbers reads the first of the columns.
func decodeNumbers(cables int, column []byte) (numbers []uint32, ok bool) {
	if cables < 0 || cables > len(column) { // each takes a byte at least
		return nil, false
	}
	numbers = make([]uint32, cables)
	number := int64(0)
	for i := range numbers {
		more, n := binary.Varint(column)
		if number += more; n <= 0 || number < 0 || number > math.MaxUint32 {
			return nil, false
		}
		numbers[i] = uint32(number)
		column = column[n:]
	}
	return numbers, len(column) == 0
}

// datesOf returns the dates of cables, given in their order. The columns may be of a later moment: a cable that was gone
// by then has none.
func (a arrays) datesOf(numbers []uint32) []int64 {
	if slices.Equal(a.numbers, numbers) {
		return a.dates
	}
	known := make(map[uint32]int64, len(a.numbers))
	for i, n := range a.numbers {
		known[n] = a.dates[i]
	}
	dates := make([]int64, len(numbers))
	for i, n := range numbers {
		date, ok := known[n]
		if !ok {
			date = undated
		}
		dates[i] = date
	}
	return dates
}
