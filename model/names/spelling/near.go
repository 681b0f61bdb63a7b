package spelling

import "strings"

// Skeleton returns what stays of a reading when the vowels are gone, and k and g, s, z and ts are one.
// Two readings of one name have the same.
func Skeleton(reading string) string {
	b := make([]byte, 0, len(reading))
	for i := range len(reading) {
		if c := bone(reading[i]); c != 0 {
			b = append(b, c)
		}
	}
	return string(b)
}

// CompareSkeletons compares the skeleton of a reading with a skeleton, as strings are compared.
func CompareSkeletons(reading, skeleton string) int {
	n := 0
	for i := range len(reading) {
		c := bone(reading[i])
		if c == 0 {
			continue
		}
		if n == len(skeleton) {
			return 1
		}
		if c != skeleton[n] {
			return int(c) - int(skeleton[n])
		}
		n++
	}
	return n - len(skeleton)
}

// bone is the sound in a skeleton; 0 for vowels.
func bone(c byte) byte {
	switch c {
	case 'a', 'i', 'u':
		return 0
	case 'g', 'q':
		return 'k'
	case 'z', 'c':
		return 's'
	}
	return c
}

// Far is a distance at which two readings are no longer one name.
const Far = 9

// Distance says how far two readings are apart, and how far a is from that beginning of b which is nearest: 1 for each vowel
// too many or too few, or a for e and i; 2 for u and another; 1 for k and g, s and z and ts; Far and more for other consonants.
func Distance(a, b string) (whole, begin int) {
	if len(a) > maxLetters+8 {
		return Far, Far
	}
	var rows [2][maxLetters + 9]int
	last, row := rows[0][:len(a)+1], rows[1][:len(a)+1]
	for i := range len(a) {
		last[i+1] = last[i] + gap(a[i])
	}
	begin = last[len(a)]
	for j := range len(b) {
		row[0] = last[0] + gap(b[j])
		for i := range len(a) {
			row[i+1] = min(last[i]+change(a[i], b[j]), last[i+1]+gap(b[j]), row[i]+gap(a[i]))
		}
		begin = min(begin, row[len(a)])
		last, row = row, last
	}
	return last[len(a)], begin
}

func gap(c byte) int {
	if bone(c) == 0 {
		return 1
	}
	return Far
}

func change(a, b byte) int {
	switch {
	case a == b:
		return 0
	case bone(a) != bone(b):
		return Far
	case a == 'u' || b == 'u':
		return 2
	case (a == 'q' || b == 'q') && strings.IndexByte("kg", a^b^'q') >= 0:
		return 0
	}
	return 1
}
