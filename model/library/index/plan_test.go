package index

import (
	"strings"
	"testing"
)

// Whoever opens a cable must not wait until all rows of a large library have been looked at.
func TestReferencesAreLookedUp(t *testing.T) {
	dir := t.TempDir()
	update(t, dir, t.TempDir())
	x, err := Open(dir)
	if err != nil {
		t.Fatal(err)
	}
	defer x.Close()
	for _, query := range []string{selectRow, withValue("id"), withValue("prints"), selectCitations, selectCiting, selectPrinted, selectHas, selectIDs} {
		args := make([]any, max(1, strings.Count(query, "?")-strings.Count(query, "?1"))) // ?1 is one, however often
		err := eachRow(x.db, "EXPLAIN QUERY PLAN "+query, func(scan func(...any) error) error {
			var id, parent, unused int
			var step string
			err := scan(&id, &parent, &unused, &step)
			if strings.HasPrefix(step, "SCAN") && step != "SCAN CONSTANT ROW" && !strings.HasPrefix(step, "SCAN json_each") {
				t.Errorf("%s: %s", query, step)
			}
			return err
		}, args...)
		if err != nil {
			t.Error(err)
		}
	}
}
