package serve

import (
	"crypto/ed25519"
	"crypto/rand"
	"encoding/pem"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"charm.land/ssh"
	gossh "golang.org/x/crypto/ssh"
)

// hostKeyFile is its name in the server's folder.
const hostKeyFile = "host_key"

// hostKey returns the key by which readers know the server. It is made on the first start, and kept: a server that comes
// with another one would be taken for a trap.
func hostKey(folder string) (ssh.Signer, error) {
	if folder == "" {
		return nil, errors.New("there is no folder to keep the host key in: set XDG_DATA_HOME or HOME")
	}
	name := filepath.Join(folder, hostKeyFile)
	info, err := os.Stat(name)
	if errors.Is(err, fs.ErrNotExist) {
		return newHostKey(folder, name)
	}
	if err != nil {
		return nil, fmt.Errorf("the host key can't be read: %w", err)
	}
	if others := info.Mode().Perm() &^ 0o700; others != 0 {
		return nil, fmt.Errorf("others on this machine can read the host key %s: chmod 600 takes that from them, and if they may have read it, delete the file, for a new key to be made", name)
	}
	file, err := os.ReadFile(name)
	if err != nil {
		return nil, fmt.Errorf("the host key can't be read: %w", err)
	}
	key, err := gossh.ParsePrivateKey(file)
	if err != nil {
		return nil, fmt.Errorf("%s is no private key of SSH without a passphrase: %w", name, err)
	}
	return key, nil
}

func newHostKey(folder, name string) (ssh.Signer, error) {
	_, private, err := ed25519.GenerateKey(rand.Reader)
	if err != nil {
		return nil, err
	}
	block, err := gossh.MarshalPrivateKey(private, "reftel")
	if err != nil {
		return nil, err
	}
	if err := os.MkdirAll(folder, 0o700); err != nil {
		return nil, fmt.Errorf("the host key can't be kept: %w", err)
	}
	if err := writeWhole(name, pem.EncodeToMemory(block)); err != nil {
		return nil, fmt.Errorf("the host key can't be kept: %w", err)
	}
	return gossh.NewSignerFromKey(private)
}

// writeWhole writes a file that nobody else can read, all of it or nothing.
func writeWhole(name string, data []byte) error {
	f, err := os.CreateTemp(filepath.Dir(name), filepath.Base(name)+"-") // 0600
	if err != nil {
		return err
	}
	defer os.Remove(f.Name()) // gone if it was renamed
	_, err = f.Write(data)
	if err := errors.Join(err, f.Sync(), f.Close()); err != nil {
		return err
	}
	return os.Rename(f.Name(), name)
}
