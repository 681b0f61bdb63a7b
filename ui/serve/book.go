package serve

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"charm.land/ssh"

	"reftel/model/notebook"
)

// book is what a reader keeps.
type book struct {
	notes    *notebook.Notebook
	searches *notebook.Searches
	rules    *notebook.Rules
	notice   string
	close    func()
}

// keyName is what a key is called among the notebooks, "" for none. It is the same whatever is said beside the key.
func keyName(key ssh.PublicKey) string {
	if key == nil {
		return ""
	}
	sum := sha256.Sum256(key.Marshal())
	return hex.EncodeToString(sum[:])
}

// openBook opens what the reader with a key keeps; that of nobody lasts as long as nobody reads.
func (s *Server) openBook(key ssh.PublicKey) (*book, error) {
	b := &book{}
	dir := filepath.Join(s.options.Folder, "notebooks", keyName(key))
	remove := func() {}
	if key == nil {
		var err error
		if dir, err = os.MkdirTemp(s.passing, ""); err != nil {
			return nil, fmt.Errorf("there is no place for a notebook: %w", err)
		}
		remove = func() { os.RemoveAll(dir) }
		b.notice = "No key was asked for: what you note is gone when you leave."
	} else {
		if _, err := os.Stat(filepath.Join(dir, "notebook.db")); err != nil {
			b.notice = "Enter reads, : jumps anywhere, / filters, ? shows the keys, q leaves."
		}
		if err := os.MkdirAll(dir, 0o700); err != nil {
			return nil, fmt.Errorf("there is no place for a notebook: %w", err)
		}
	}
	var err error
	wrong := func() {
		if err != nil {
			b.notice = strings.TrimSpace(b.notice + " " + err.Error())
		}
	}
	b.notes = notebook.New(filepath.Join(dir, "notebook.db"))
	b.searches, err = notebook.OpenSearches(filepath.Join(dir, "searches.jsonl"))
	wrong()
	b.rules, err = notebook.OpenRules(filepath.Join(dir, "names.txt"))
	wrong()
	b.close = func() {
		b.notes.Close()
		remove()
	}
	return b, nil
}
