package words

import (
	"fmt"
	"strconv"
)

// Number writes a number with its thousands apart: 251,287.
func Number(n int) string {
	s := strconv.Itoa(n)
	first := 0 // digit
	if n < 0 {
		first = 1
	}
	for i := len(s) - 3; i > first; i -= 3 {
		s = s[:i] + "," + s[i:]
	}
	return s
}

// Bytes writes a size: 740 MB, 1.7 GB.
func Bytes(n int64) string {
	const kilo = 1000
	switch {
	case n < kilo:
		return Count(int(n), "byte")
	case n < kilo*kilo:
		return fmt.Sprintf("%d kB", n/kilo)
	case n < 1000*kilo*kilo:
		return fmt.Sprintf("%.0f MB", float64(n)/kilo/kilo)
	}
	return fmt.Sprintf("%.1f GB", float64(n)/kilo/kilo/kilo)
}
