package main

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"time"

	"reftel/bench/child"
	"reftel/internal/synthetic"
)

// Budgets of indexing.
const (
	indexRate   = 12_000_000 // bytes a second
	indexMemory = 400 * 1_000_000
)

// indexing measures how long it takes to build the index of the library, from nothing.
func (b *bench) indexing() error {
	if err := b.makeCSV(b.cables); err != nil {
		return err
	}
	if err := os.RemoveAll(b.largeCache()); err != nil {
		return err
	}
	dir, r, err := b.index(b.library(), b.largeCache())
	if err != nil {
		return err
	}
	size := fileSize(b.library())
	rate := float64(size) / r.Took.Seconds()
	line := row{what: "indexing", budget: "12 MB/s, 400 MB resident",
		measured: fmt.Sprintf("%s/s, %s, %s resident", bytesOf(int64(rate)), duration(r.Took), bytesOf(r.Peak)), verdict: meets(rate >= indexRate, r.Peak <= indexMemory)}
	again, err := repeat(b.runs, func() (time.Duration, error) {
		_, r, err := b.index(b.library(), b.largeCache())
		return r.Took, err
	})
	if err != nil {
		return err
	}
	b.details = append(b.details, fmt.Sprintf("index: %s of processors; %s, %.2f of the texts; seeing that nothing has changed takes %s", duration(r.Busy), bytesOf(folderSize(dir)), float64(folderSize(dir))/float64(size), duration(again.middle())))
	if mail, err := b.notmuchNew(); err == nil {
		peerRate := float64(mail.bytes) / mail.took.Seconds()
		line.peer = fmt.Sprintf("notmuch, %s cables: %s/s, %s resident", thousands(b.peers), bytesOf(int64(peerRate)), bytesOf(mail.peak))
		line.ratio = fmt.Sprintf("%.0f times the rate", rate/peerRate)
	} else {
		line.peer = "notmuch: " + err.Error()
	}
	b.table.add(line)
	return nil
}

// mails are the cables of the smaller library as mail files, one each, indexed by notmuch.
type mails struct {
	took  time.Duration
	peak  int64
	bytes int64
}

func (b *bench) maildir() string { return filepath.Join(b.dir, "mail") }

// notmuchEnvironment names its configuration, which names the folder.
func (b *bench) notmuchEnvironment() []string {
	return []string{"NOTMUCH_CONFIG=" + filepath.Join(b.dir, "notmuch-config")}
}

var errLeftOut = errors.New("left out")

// notmuchNew writes the mail files and has them indexed, from nothing.
func (b *bench) notmuchNew() (m mails, err error) {
	switch {
	case b.peers == 0:
		return m, errLeftOut
	case !child.Has("notmuch"):
		return m, child.ErrNotHere
	}
	if err := b.dropMails(); err != nil {
		return m, err
	}
	if m.bytes, err = writeMails(b.maildir(), b.peers); err != nil {
		return m, err
	}
	config := fmt.Sprintf("[database]\npath=%s\n[user]\nname=Reader\nprimary_email=reader@example.org\n[new]\ntags=\n", b.maildir())
	if err := os.WriteFile(filepath.Join(b.dir, "notmuch-config"), []byte(config), 0o600); err != nil {
		return m, err
	}
	b.say("notmuch indexes %s mail files", thousands(b.peers))
	r, err := child.Task{Program: "notmuch", Args: []string{"new", "--quiet"}, Env: b.notmuchEnvironment()}.Run()
	m.took, m.peak = r.Took, r.Peak
	return m, err
}

func (b *bench) dropMails() error { return os.RemoveAll(b.maildir()) }

// writeMails writes cables as mail files, and returns how many bytes of text are in them.
func writeMails(dir string, count int) (size int64, err error) {
	const inFolder = 1000
	g := synthetic.NewLibrary(seed, count)
	for i := range count {
		folder := filepath.Join(dir, fmt.Sprintf("%04d", i/inFolder), "cur")
		if i%inFolder == 0 {
			for _, name := range []string{"cur", "new", "tmp"} {
				if err := os.MkdirAll(filepath.Join(filepath.Dir(folder), name), 0o700); err != nil {
					return 0, err
				}
			}
		}
		c := g.Next()
		text := strings.Join(c.Header, "\n") + "\n\n" + strings.Join(c.Body, "\n")
		mail := fmt.Sprintf("From: %s <post@example.org>\nTo: reader@example.org\nSubject: %s\nDate: %s\nMessage-ID: <%s@example.org>\nContent-Type: text/plain; charset=utf-8\n\n%s\n",
			c.Origin, c.Subject, c.Date.Format(time.RFC1123Z), c.ID, text)
		size += int64(len(text))
		if err := os.WriteFile(filepath.Join(folder, c.ID+":2,S"), []byte(mail), 0o600); err != nil {
			return 0, err
		}
	}
	return size, nil
}
