package packed

import (
	"bufio"
	"encoding/binary"
	"hash"
	"hash/crc32"
	"io"
)

// Writer writes to a file. The first error stays; [Writer.Close] returns it.
type Writer struct {
	w   *bufio.Writer
	to  io.Writer
	sum hash.Hash32
}

// NewWriter returns a writer.
func NewWriter(to io.Writer) *Writer {
	sum := crc32.NewIEEE()
	return &Writer{bufio.NewWriterSize(io.MultiWriter(to, sum), atOnce), to, sum}
}

// Number writes a number.
func (w *Writer) Number(n int) { w.uint64(uint64(n)) }

func (w *Writer) uint64(n uint64) {
	var b [8]byte
	binary.LittleEndian.PutUint64(b[:], n)
	w.w.Write(b[:])
}

// Bytes writes bytes behind their count.
func (w *Writer) Bytes(b []byte) {
	w.Number(len(b))
	w.w.Write(b)
}

// Text writes a text behind its size.
func (w *Writer) Text(s string) {
	w.Number(len(s))
	w.w.WriteString(s)
}

// Uint32s writes numbers behind their count.
func Uint32s[N ~uint32](w *Writer, all []N) {
	w.Number(len(all))
	var b [4]byte
	for _, n := range all {
		binary.LittleEndian.PutUint32(b[:], uint32(n))
		w.w.Write(b[:])
	}
}

// Uint64s writes numbers behind their count.
func (w *Writer) Uint64s(all []uint64) {
	w.Number(len(all))
	for _, n := range all {
		w.uint64(n)
	}
}

// Close writes the checksum of all that was written.
func (w *Writer) Close() error {
	if err := w.w.Flush(); err != nil {
		return err
	}
	_, err := w.to.Write(w.sum.Sum(nil))
	return err
}
