package config

import "strings"

// didYouMean offers the known name that is nearest to one that isn't, "" where none is near.
func didYouMean[S ~string](name string, known []S) string {
	best, least := "", max(1, min(3, len(name)/3))+1
	for _, k := range known {
		if strings.HasSuffix(string(k), "."+name) {
			return ", did you mean " + string(k) + "?"
		}
		if d := slips(strings.ToLower(name), string(k), least); d < least {
			best, least = string(k), d
		}
	}
	if best == "" {
		return ""
	}
	return ", did you mean " + best + "?"
}

// slips counts how many letters are to be changed, added, left out or swapped to make b of a. Differences of length beyond
// the limit are not counted exactly.
func slips(a, b string, limit int) int {
	if len(a)-len(b) > limit || len(b)-len(a) > limit {
		return limit + 1
	}
	rows := make([][]int, len(a)+1)
	for i := range rows {
		rows[i] = make([]int, len(b)+1)
		rows[i][0] = i
	}
	for j := range rows[0] {
		rows[0][j] = j
	}
	for i := 1; i <= len(a); i++ {
		for j := 1; j <= len(b); j++ {
			changed := 1
			if a[i-1] == b[j-1] {
				changed = 0
			}
			d := min(rows[i-1][j]+1, rows[i][j-1]+1, rows[i-1][j-1]+changed)
			if i > 1 && j > 1 && a[i-1] == b[j-2] && a[i-2] == b[j-1] {
				d = min(d, rows[i-2][j-2]+1)
			}
			rows[i][j] = d
		}
	}
	return rows[len(a)][len(b)]
}
