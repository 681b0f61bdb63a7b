package words

import (
	"fmt"
	"path/filepath"
	"strings"

	"reftel/model"
)

// CopyNames returns what copies of a cable are called: their file, with as much of its path as tells it from the others, and
// with several in one file, which of them it is.
func CopyNames(copies []*model.Cable) []string {
	in := map[string]int{}
	var files []string
	for _, c := range copies {
		file := c.Source.File
		if in[file]++; in[file] == 1 {
			files = append(files, file)
		}
	}
	out := make([]string, len(copies))
	nth := map[string]int{}
	for i, c := range copies {
		file := c.Source.File
		out[i] = shortened(file, files)
		if in[file] > 1 {
			nth[file]++
			out[i] += fmt.Sprintf(", %d of %d", nth[file], in[file])
		}
	}
	return out
}

// shortened returns the end of a path that no other one of some has, beginning behind a slash.
func shortened(path string, paths []string) string {
	for at := len(path); at > 0; {
		at = strings.LastIndexAny(path[:at], "/"+string(filepath.Separator))
		end, alike := path[at+1:], 0
		for _, other := range paths {
			if other == end || strings.HasSuffix(other, path[max(at, 0):]) {
				alike++
			}
		}
		if alike < 2 {
			return end
		}
	}
	return path
}
