package postings

import (
	"encoding/binary"
	"math/bits"
)

// decoder reads numbers and bytes, one behind the other. What is no number makes it bad, and gives 0 from then on.
type decoder struct {
	data []byte
	at   int
	bad  bool
}

// more reports whether there is something left.
func (d *decoder) more() bool { return d.at < len(d.data) }

func (d *decoder) number() uint64 {
	if d.at < len(d.data) && d.data[d.at] < 0x80 { // nearly all
		d.at++
		return uint64(d.data[d.at-1])
	}
	return d.longNumber()
}

func (d *decoder) longNumber() uint64 {
	v, n := binary.Uvarint(d.data[d.at:])
	if n <= 0 || v > 1<<48 {
		d.fail()
		return 0
	}
	d.at += n
	return v
}

func (d *decoder) fail() { d.bad, d.at = true, len(d.data) }

// skip passes over n numbers: as many bytes without the sign that a number goes on.
func (d *decoder) skip(n int) {
	const goesOn = 0x8080808080808080
	for n >= 8 && d.at+8 <= len(d.data) {
		n -= bits.OnesCount64(^binary.LittleEndian.Uint64(d.data[d.at:]) & goesOn)
		d.at += 8
	}
	for ; n > 0; d.at++ {
		if d.at == len(d.data) {
			d.bad = true
			return
		}
		if d.data[d.at] < 0x80 {
			n--
		}
	}
}

func (d *decoder) bytes() []byte {
	n := d.number()
	if n > uint64(len(d.data)-d.at) {
		d.fail()
		return nil
	}
	d.at += int(n)
	return d.data[d.at-int(n) : d.at]
}
