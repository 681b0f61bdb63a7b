package packed

import (
	"bufio"
	"encoding/binary"
	"errors"
	"hash/crc32"
	"io"
)

// ErrDamaged says that what is read is not what was written.
var ErrDamaged = errors.New("the file is damaged")

// Reader reads what a [Writer] wrote. The first error stays, and what is read after it is empty; [Reader.Close] returns it.
type Reader struct {
	r    *bufio.Reader
	left int64 // bytes
	sum  uint32
	err  error
}

// atOnce is how many bytes are read in one piece.
const atOnce = 1 << 16

// NewReader returns a reader of so many bytes.
func NewReader(r io.Reader, size int64) *Reader {
	return &Reader{r: bufio.NewReaderSize(io.LimitReader(r, size), atOnce), left: size}
}

// Fail makes what was read count as damaged: it can't be what it is to be.
func (r *Reader) Fail() {
	if r.err == nil {
		r.err = ErrDamaged
	}
}

// Failed reports whether there was an error.
func (r *Reader) Failed() bool { return r.err != nil }

// fill reads bytes; they are zeros after an error.
func (r *Reader) fill(b []byte) {
	if r.err == nil {
		_, r.err = io.ReadFull(r.r, b)
	}
	if r.err != nil {
		clear(b)
		return
	}
	r.left -= int64(len(b))
	r.sum = crc32.Update(r.sum, crc32.IEEETable, b)
}

// Number reads a number.
func (r *Reader) Number() int {
	var b [8]byte
	r.fill(b[:])
	return int(binary.LittleEndian.Uint64(b[:]))
}

// count reads how many things of a size come next: never more than there is room for.
func (r *Reader) count(size int64) int {
	n := r.Number()
	if n < 0 || int64(n) > r.left/size {
		r.Fail()
	}
	if r.err != nil {
		return 0
	}
	return n
}

// Bytes reads bytes that stand behind their count.
func (r *Reader) Bytes() []byte {
	b := make([]byte, r.count(1))
	r.fill(b)
	return b
}

// Text reads a text.
func (r *Reader) Text() string { return string(r.Bytes()) }

// ReadUint32s reads numbers that stand behind their count.
func ReadUint32s[N ~uint32](r *Reader) []N {
	all := make([]N, r.count(4))
	each(r, len(all), 4, func(i int, b []byte) { all[i] = N(binary.LittleEndian.Uint32(b)) })
	return all
}

// Uint64s reads numbers that stand behind their count.
func (r *Reader) Uint64s() []uint64 {
	all := make([]uint64, r.count(8))
	each(r, len(all), 8, func(i int, b []byte) { all[i] = binary.LittleEndian.Uint64(b) })
	return all
}

// each reads n things of a size.
func each(r *Reader, n, size int, do func(i int, b []byte)) {
	b := make([]byte, min(n*size, atOnce))
	for i := 0; i < n; {
		some := min(n-i, len(b)/size)
		r.fill(b[:some*size])
		for at := range some {
			do(i, b[at*size:])
			i++
		}
	}
}

// Close compares the checksum, which is to be the end.
func (r *Reader) Close() error {
	var b [4]byte
	sum := r.sum
	r.fill(b[:])
	if r.left != 0 || binary.BigEndian.Uint32(b[:]) != sum {
		r.Fail()
	}
	if errors.Is(r.err, io.EOF) || errors.Is(r.err, io.ErrUnexpectedEOF) {
		return ErrDamaged
	}
	return r.err
}
