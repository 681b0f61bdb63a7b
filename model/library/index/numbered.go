package index

import (
	"fmt"
	"strings"
)

// Numbered returns the cables of posts whose name begins so that have a serial number, of any year, the newest last: what
// somebody means who writes "mexico 83".
func (x *Index) Numbered(post string, serial int) ([]int, error) {
	if post == "" || strings.ContainsAny(post, "*?[") {
		return nil, nil
	}
	out, err := numbers(x.db, "SELECT number FROM cable WHERE id GLOB ? AND id NOT GLOB ? AND id <> '' ORDER BY date, number",
		fmt.Sprintf("??%s*%d", post, serial), fmt.Sprintf("*[0-9]%d", serial)) // not 188 for 88
	return out, x.failed(err)
}
