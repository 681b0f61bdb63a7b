package serve

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"time"

	"charm.land/ssh"
	gossh "golang.org/x/crypto/ssh"
)

// keys are the public keys that may read: a file of them, or a folder of such files, each called as the reader who has
// them. They are read again when somebody comes, so that a key which is taken out is refused from then on.
type keys struct {
	path string

	mu   sync.Mutex
	read time.Time
	all  map[string]string // the reader's name by the key
}

// Limits of what is read while somebody who may be anybody waits.
const (
	mostKeyBytes = 1 << 20 // of a file
	keysLast     = time.Second
)

// name returns the reader with a key, and whether there is one. A file that can't be read has no keys.
func (k *keys) name(key ssh.PublicKey) (name string, ok bool) {
	k.mu.Lock()
	defer k.mu.Unlock()
	if time.Since(k.read) > keysLast {
		k.all, _ = readKeys(k.path, func(string, ...any) {})
		k.read = time.Now()
	}
	name, ok = k.all[string(key.Marshal())]
	return name, ok
}

// check says why there are no keys, and tells of lines that are passed over.
func (k *keys) check(say func(string, ...any)) error {
	if k.path == "" {
		return errors.New("there is no folder for settings to look for authorized_keys in: name a file or folder with --authorized-keys")
	}
	all, err := readKeys(k.path, say)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return fmt.Errorf("nobody may read: %s is not there. Write the public keys of your readers into it, one a line, as in ~/.ssh/authorized_keys", k.path)
	case err != nil:
		return fmt.Errorf("the keys of readers can't be read: %w", err)
	case len(all) == 0:
		return fmt.Errorf("nobody may read: there is no public key in %s", k.path)
	}
	return nil
}

func readKeys(path string, say func(string, ...any)) (map[string]string, error) {
	info, err := os.Stat(path)
	if err != nil {
		return nil, err
	}
	all := map[string]string{}
	if !info.IsDir() {
		return all, readKeyFile(all, path, "", say)
	}
	files, err := os.ReadDir(path)
	if err != nil {
		return nil, err
	}
	for _, f := range files {
		name := f.Name()
		if strings.HasPrefix(name, ".") || strings.HasSuffix(name, "~") { // editors leave those, with keys that were taken out
			continue
		}
		if info, err := os.Stat(filepath.Join(path, name)); err != nil || !info.Mode().IsRegular() {
			continue
		}
		if err := readKeyFile(all, filepath.Join(path, name), strings.TrimSuffix(name, ".pub"), say); err != nil {
			say("passed over: %v", err)
		}
	}
	return all, nil
}

// readKeyFile adds the keys of a file. Without a name, readers are called as the comments behind their keys.
func readKeyFile(all map[string]string, path, name string, say func(string, ...any)) error {
	f, err := os.Open(path)
	if err != nil {
		return err
	}
	defer f.Close()
	if info, err := f.Stat(); err == nil && info.Mode().Perm()&0o002 != 0 {
		return fmt.Errorf("anybody on this machine can write %s: chmod o-w takes that from them", path)
	}
	data, err := io.ReadAll(io.LimitReader(f, mostKeyBytes+1))
	switch {
	case err != nil:
		return err
	case len(data) > mostKeyBytes:
		return fmt.Errorf("%s is larger than a file of keys", path)
	}
	for number, line := range bytes.Split(data, []byte("\n")) {
		if line = bytes.TrimSpace(line); len(line) == 0 || line[0] == '#' {
			continue
		}
		key, comment, options, _, err := gossh.ParseAuthorizedKey(line)
		switch {
		case err != nil:
			say("passed over: %s, line %d, is no public key", path, number+1)
		case !harmless(options):
			say("passed over: %s, line %d, has options that narrow its use (%s), which reftel can't honour", path, number+1, strings.Join(options, ","))
		case name != "":
			all[string(key.Marshal())] = name
		default:
			all[string(key.Marshal())] = comment
		}
	}
	return nil
}

// harmless reports whether options only forbid what nobody may do here anyway. A key that is for one command, one address
// or a time alone is not for reading.
func harmless(options []string) bool {
	for _, o := range options {
		switch strings.ToLower(o) {
		case "restrict", "pty", "no-port-forwarding", "no-agent-forwarding", "no-x11-forwarding", "no-user-rc":
		default:
			return false
		}
	}
	return true
}
