package names

import (
	"encoding/binary"
	"errors"
	"io"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"unicode/utf8"
)

// Spill is where a table puts names that memory is not to be full of, a file for instance. Nobody else may write to it, and it
// has to be there as long as the table.
type Spill interface {
	io.Writer
	io.ReaderAt
}

// keptRows is how many bytes of rows stay in memory before they are spilled: those of some hundred thousand names, so that
// most libraries need no file.
var keptRows = 8 << 20

// place is where a row stands in a store, in units of four bytes.
type place uint32

const unit = 4

// store is rows one after another, as bytes: a pointer and a string for each of a million names would be half of what they
// take. It grows while a table is made; afterwards any number of goroutines may read it.
type store struct {
	base  *store      // what comes before; it grows no more
	from  int64       // where it ends
	file  io.ReaderAt // where the first rows are
	filed int64       // where they end
	rest  []byte      // what comes after
	to    io.Writer   // where more may be put of it; nil: nowhere

	failed atomic.Pointer[error] // why a row could not be read
}

// newStore returns an empty store; spill may be nil.
func newStore(spill Spill) *store {
	if spill == nil {
		return &store{}
	}
	return &store{file: spill, to: spill}
}

// after returns a store that begins where another ends.
func after(base *store) *store {
	return &store{base: base, from: base.size(), filed: base.size()}
}

func (s *store) size() int64 { return s.filed + int64(len(s.rest)) }

// add takes in a row and tells its place. What can't be written to the spill stays in memory.
func (s *store) add(r row) place {
	at := s.size()
	s.rest = r.appendTo(s.rest)
	for len(s.rest)%unit != 0 {
		s.rest = append(s.rest, 0)
	}
	if len(s.rest) >= keptRows {
		s.spillRest()
	}
	return place(at / unit)
}

func (s *store) spillRest() {
	if s.to == nil {
		return
	}
	if _, err := s.to.Write(s.rest); err != nil {
		s.to = nil
		return
	}
	s.filed += int64(len(s.rest))
	s.rest = s.rest[:0]
}

// end says that the store grows no more.
func (s *store) end() {
	if s.filed > s.from {
		s.spillRest()
	}
	s.rest, s.to = slices.Clone(s.rest), nil
}

// writeTo writes all rows of a store that begins at none other's end.
func (s *store) writeTo(w io.Writer) error {
	if s.filed > 0 {
		if _, err := io.Copy(w, io.NewSectionReader(s.file, 0, s.filed)); err != nil {
			return err
		}
	}
	_, err := w.Write(s.rest)
	return err
}

// row returns the row at a place; one without text if it can't be read, and then err says why.
func (s *store) row(at place) row {
	begin := int64(at) * unit
	if begin < s.from {
		return s.base.row(at)
	}
	if begin >= s.filed {
		r, _ := rowFrom(s.rest[begin-s.filed:])
		return r
	}
	spare := windows.Get().(*[]byte)
	defer windows.Put(spare)
	for buffer := *spare; ; buffer = make([]byte, 2*len(buffer)) {
		n, err := s.file.ReadAt(buffer, begin-s.from)
		if r, whole := rowFrom(buffer[:n]); whole {
			return r
		}
		if n < len(buffer) || n >= longestRow { // what is there ends within the row, or is none
			if err == nil || errors.Is(err, io.EOF) {
				err = io.ErrUnexpectedEOF
			}
			s.failed.CompareAndSwap(nil, &err)
			return row{}
		}
	}
}

// longestRow is more bytes than any row has.
const longestRow = 16 << 20

// windows are what is read of a spill at once: most rows are shorter.
var windows = sync.Pool{New: func() any { b := make([]byte, 256); return &b }}

// reader reads rows that stand near one another, in their order.
type reader struct {
	*store
	window []byte
	begin  int64
	base   *reader // of what comes before
}

// ahead is how many bytes a reader reads at once.
const ahead = 16 << 10

func (r *reader) row(at place) row {
	begin := int64(at) * unit
	if begin < r.from {
		if r.base == nil {
			r.base = &reader{store: r.store.base}
		}
		return r.base.row(at)
	}
	if begin >= r.filed {
		return r.store.row(at)
	}
	if begin < r.begin || begin >= r.begin+int64(len(r.window)) {
		r.read(begin)
	}
	if read, whole := rowFrom(r.window[begin-r.begin:]); whole {
		return read
	}
	r.read(begin)
	if read, whole := rowFrom(r.window); whole {
		return read
	}
	return r.store.row(at)
}

func (r *reader) read(begin int64) {
	if cap(r.window) == 0 {
		r.window = make([]byte, ahead)
	}
	n, _ := r.file.ReadAt(r.window[:cap(r.window)], begin-r.from)
	r.window, r.begin = r.window[:n], begin
}

// err says why a row could not be read; nil if all could.
func (s *store) err() error {
	if err := s.failed.Load(); err != nil {
		return *err
	}
	if s.base != nil {
		return s.base.err()
	}
	return nil
}

// row is a name of a table.
type row struct {
	text     string // key, a NUL, and the forms, a line each
	keyed    uint32 // bytes of the key
	named    uint32 // bytes of the first form
	cables   uint32
	mentions uint32
	first    uint16 // year, 0 if no cable has a date
	last     uint16
	alone    bool
	titled   bool // the source gives the first form
	ruled    bool // rules speak of it
	joined   bool // and made it of several
}

// newRow makes a row of what was gathered and tidied.
func newRow(g *Gathered) row {
	forms := g.shown()
	forms[0] = strings.ToValidUTF8(forms[0], "\uFFFD") // as all of them are below
	return row{
		text: g.Key + "\x00" + strings.ToValidUTF8(strings.Join(forms, "\n"), "\uFFFD"), keyed: uint32(len(g.Key)), named: uint32(len(forms[0])),
		cables: uint32(g.Cables), mentions: uint32(g.Mentions), first: uint16(g.Years.First), last: uint16(g.Years.Last),
		alone: g.Alone, titled: g.Title != "",
	}
}

// appendTo appends the row: its numbers, its marks, and the text behind its size.
func (r *row) appendTo(b []byte) []byte {
	for _, n := range r.numbers() {
		b = binary.AppendUvarint(b, uint64(*n))
	}
	b = binary.LittleEndian.AppendUint16(b, r.first)
	b = binary.LittleEndian.AppendUint16(b, r.last)
	var marks byte
	for i, m := range r.marks() {
		if *m {
			marks |= 1 << i
		}
	}
	b = append(b, marks)
	b = binary.AppendUvarint(b, uint64(len(r.text)))
	return append(b, r.text...)
}

func (r *row) numbers() [4]*uint32 { return [...]*uint32{&r.keyed, &r.named, &r.cables, &r.mentions} }
func (r *row) marks() [4]*bool     { return [...]*bool{&r.alone, &r.titled, &r.ruled, &r.joined} }

// rowFrom reads a row from the beginning of bytes, if they hold the whole of it.
func rowFrom(b []byte) (r row, whole bool) {
	number := func() uint64 {
		n, size := binary.Uvarint(b)
		if size <= 0 {
			b = nil
			return 0
		}
		b = b[size:]
		return n
	}
	for _, n := range r.numbers() {
		*n = uint32(number())
	}
	if len(b) < 5 {
		return row{}, false
	}
	r.first, r.last = binary.LittleEndian.Uint16(b), binary.LittleEndian.Uint16(b[2:])
	for i, m := range r.marks() {
		*m = b[4]>>i&1 != 0
	}
	b = b[5:]
	size := number()
	if size <= uint64(r.keyed)+uint64(r.named) || size > uint64(len(b)) {
		return row{}, false
	}
	r.text = string(b[:size])
	if r.text[r.keyed] != 0 || !utf8.ValidString(r.forms()) { // somebody else wrote there
		return row{}, false
	}
	return r, true
}

func (r *row) key() string   { return r.text[:r.keyed] }
func (r *row) forms() string { return strings.TrimPrefix(r.text[r.keyed:], "\x00") }
func (r *row) years() Years  { return Years{int(r.first), int(r.last)} }
func (r *row) name() string  { return r.forms()[:r.named] }
