package serve

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	gossh "golang.org/x/crypto/ssh"
)

// write writes a file of a test.
func write(t *testing.T, name, text string, mode os.FileMode) {
	t.Helper()
	if err := os.WriteFile(name, []byte(text), mode); err != nil {
		t.Fatal(err)
	}
	if err := os.Chmod(name, mode); err != nil {
		t.Fatal(err)
	}
}

func TestFilesOfKeys(t *testing.T) {
	one, two, three := key(t, 1), key(t, 2), key(t, 3)
	bare := strings.TrimSpace(line(three, ""))
	for _, tt := range []struct {
		about string
		files map[string]string // one called "" is the file itself
		names map[gossh.Signer]string
		said  string
	}{
		{"a file", map[string]string{"": "# readers\n\n" + line(one, "alice@desk") + line(two, "bob")}, map[gossh.Signer]string{one: "alice@desk", two: "bob"}, ""},
		{"a file from another system", map[string]string{"": strings.ReplaceAll(line(one, "alice")+line(two, "bob"), "\n", "\r\n")}, map[gossh.Signer]string{one: "alice", two: "bob"}, ""},
		{"without a comment", map[string]string{"": bare}, map[gossh.Signer]string{three: ""}, ""},
		{"a folder", map[string]string{"alice": line(one, "desk") + line(two, "laptop"), "carol.pub": line(three, "x")}, map[gossh.Signer]string{one: "alice", two: "alice", three: "carol"}, ""},
		{"what editors leave", map[string]string{"alice": line(one, ""), "alice~": line(two, ""), ".bob.swp": line(three, "")}, map[gossh.Signer]string{one: "alice"}, ""},
		{"a line that is none", map[string]string{"": "ssh-ed25519 AAAA\n" + line(one, "alice")}, map[gossh.Signer]string{one: "alice"}, "line 1, is no public key"},
		{"options that forbid what is forbidden", map[string]string{"": "restrict,pty,no-port-forwarding " + line(one, "alice")}, map[gossh.Signer]string{one: "alice"}, ""},
		{"for one command", map[string]string{"": `command="/bin/backup" ` + line(one, "robot") + line(two, "bob")}, map[gossh.Signer]string{two: "bob"}, "line 1, has options that narrow its use"},
		{"from one address", map[string]string{"": `from="10.0.0.1" ` + line(one, "alice") + line(two, "bob")}, map[gossh.Signer]string{two: "bob"}, "line 1, has options"},
		{"an authority", map[string]string{"": `cert-authority ` + line(one, "ca") + line(two, "bob")}, map[gossh.Signer]string{two: "bob"}, "line 1, has options"},
		{"expired", map[string]string{"": `expiry-time="19990101" ` + line(one, "alice") + line(two, "bob")}, map[gossh.Signer]string{two: "bob"}, "line 1, has options"},
	} {
		path := filepath.Join(t.TempDir(), "keys")
		for name, text := range tt.files {
			if name != "" {
				if err := os.MkdirAll(path, 0o700); err != nil {
					t.Fatal(err)
				}
			}
			write(t, filepath.Join(path, name), text, 0o600)
		}
		log := &kept{}
		k := &keys{path: path}
		if err := k.check(newLog(log).say); err != nil {
			t.Errorf("%s: %v", tt.about, err)
		}
		if said := log.String(); tt.said == "" && said != "" || !strings.Contains(said, tt.said) {
			t.Errorf("%s: said %q, want %q", tt.about, said, tt.said)
		}
		for _, who := range []gossh.Signer{one, two, three} {
			want, may := tt.names[who]
			if got, ok := k.name(who.PublicKey()); got != want || ok != may {
				t.Errorf("%s: %s is %q, %v; want %q, %v", tt.about, gossh.FingerprintSHA256(who.PublicKey()), got, ok, want, may)
			}
		}
	}
}

// Where nobody may read, the server says why instead of waiting for nobody.
func TestNobodyMayRead(t *testing.T) {
	dir := t.TempDir()
	write(t, filepath.Join(dir, "empty"), "# nobody yet\n", 0o600)
	write(t, filepath.Join(dir, "open"), line(key(t, 1), "mallory"), 0o666)
	write(t, filepath.Join(dir, "large"), strings.Repeat("#\n", mostKeyBytes), 0o600)
	if err := os.Mkdir(filepath.Join(dir, "folder"), 0o700); err != nil {
		t.Fatal(err)
	}
	for path, want := range map[string]string{
		"":                           "name a file or folder with --authorized-keys",
		filepath.Join(dir, "gone"):   "gone is not there. Write the public keys of your readers into it",
		filepath.Join(dir, "empty"):  "there is no public key in",
		filepath.Join(dir, "folder"): "there is no public key in",
		filepath.Join(dir, "open"):   "anybody on this machine can write",
		filepath.Join(dir, "large"):  "larger than a file of keys",
	} {
		if _, err := Listen(Options{Keys: path, Folder: dir, Log: &kept{}, Listen: "127.0.0.1:0"}); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: %v, want %q", path, err, want)
		}
	}
}

// Who has no key that may read gets no further, and neither does one whose key was taken out meanwhile.
func TestWhoMayNotRead(t *testing.T) {
	s := serving(t, 1, nil)
	for about, auth := range map[string][]gossh.AuthMethod{
		"another key": {gossh.PublicKeys(key(t, 9))},
		"no key":      nil,
		"a password":  {gossh.Password("secret")},
		"questions": {gossh.KeyboardInteractive(func(string, string, []string, []bool) ([]string, error) {
			return nil, nil
		})},
	} {
		c, err := gossh.Dial("tcp", s.Address(), &gossh.ClientConfig{User: "x", Auth: auth, HostKeyCallback: gossh.FixedHostKey(s.host.PublicKey()), Timeout: deadline})
		if err == nil {
			c.Close()
			t.Errorf("%s lets somebody in", about)
		}
	}
	s.dial(t, key(t, 1))
	write(t, s.options.Keys, line(key(t, 2), "bob"), 0o600)
	s.keys.mu.Lock()
	s.keys.read = time.Time{}
	s.keys.mu.Unlock()
	if c, err := s.tryDial(key(t, 1), "x"); err == nil {
		c.Close()
		t.Error("a key that was taken out lets somebody in")
	}
	s.dial(t, key(t, 2))
}

// Several keys are tried as clients do, and the one that is proved is the one that counts, not the one offered first.
func TestTheKeyThatIsProvedCounts(t *testing.T) {
	s := serving(t, 2, nil)
	c, err := gossh.Dial("tcp", s.Address(), &gossh.ClientConfig{User: "x", HostKeyCallback: gossh.FixedHostKey(s.host.PublicKey()), Timeout: deadline,
		Auth: []gossh.AuthMethod{gossh.PublicKeys(key(t, 7), key(t, 8), key(t, 2))}})
	if err != nil {
		t.Fatal(err)
	}
	defer c.Close()
	open(t, c, 80, 24).waitFor(t, "Cables")
	if log := s.log.String(); !strings.Contains(log, "reader2 "+gossh.FingerprintSHA256(key(t, 2).PublicKey())+" opened") {
		t.Errorf("the log says\n%s", log)
	}
}

// Asked for, nobody needs a key; then nothing is kept, and the reader knows.
func TestAnyoneMayRead(t *testing.T) {
	s := serving(t, 0, func(o *Options) { o.Anyone, o.Keys = true, "" })
	term := open(t, s.dial(t, nil), 120, 40)
	term.waitFor(t, "No key was asked for: what you note is gone when you leave.")
	term.waitFor(t, newest) // before there is a cable there is nothing to write a note on
	term.press(t, "\rafleeting")
	term.waitFor(t, "fleeting")
	term.press(t, "\x1b")
	term.waitFor(t, "The note is kept.")
	if !eventually(func() bool { return len(notebooks(t, s.passing)) == 1 }) {
		t.Error("there was no notebook while somebody read")
	}
	term.press(t, "qqq")
	term.status(t)
	if !eventually(func() bool { return len(notebooks(t, s.passing)) == 0 }) {
		t.Error("the notebook of nobody is still there")
	}
	s.ended(t)
	if _, err := os.Stat(s.passing); !os.IsNotExist(err) {
		t.Errorf("the folder of notebooks is still there: %v", err)
	}
	if dirs, _ := os.ReadDir(filepath.Join(s.options.Folder, "notebooks")); len(dirs) > 0 {
		t.Error("a notebook was kept")
	}
}

// notebooks are the files of notebooks somewhere below a folder.
func notebooks(t *testing.T, dir string) []string {
	t.Helper()
	found, err := filepath.Glob(filepath.Join(dir, "*", "notebook.db"))
	if err != nil {
		t.Fatal(err)
	}
	return found
}
