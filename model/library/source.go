package library

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"

	"reftel/model"
)

// ErrChanged says that the bytes of a cable are no longer those it was read from.
var ErrChanged = errors.New("the file has changed since it was read: read it again to see the cable as it is now")

// Source returns a function that reads the bytes of a cable again from its file; it may be called
// on any goroutine. When they have changed, it returns what stands there now, if anything, and an
// error that wraps [ErrChanged]; when they can't be read, the error is a [Problem].
func (l *Library) Source(c *model.Cable) func() ([]byte, error) {
	open := l.inputs[c.Source.File].Open
	if open == nil {
		open = opener(c.Source.File)
	}
	return func() ([]byte, error) { return ReadSource(c.Source, open) }
}

// ReadSource reads the bytes of a cable from its file: see [Library.Source].
func ReadSource(source model.Source, open func() (io.ReadCloser, error)) ([]byte, error) {
	file, span := source.File, source.Span
	f, err := open()
	if err != nil {
		return nil, ReadingFailed(file, err)
	}
	defer f.Close()
	if err := Skip(f, int64(span.Start)); err != nil {
		return nil, ReadingFailed(file, err)
	}
	data, err := io.ReadAll(io.LimitReader(f, int64(span.Len())))
	if err != nil {
		return nil, ReadingFailed(file, err)
	}
	sum := sha256.Sum256(data)
	if hex.EncodeToString(sum[:]) != source.SHA256 {
		return data, fmt.Errorf("%s: %w", file, ErrChanged)
	}
	return data, nil
}

// ReadingFailed says why a file can't be read again. An archive that no longer has a member has changed.
func ReadingFailed(file string, err error) error {
	if errors.Is(err, ErrChanged) {
		return fmt.Errorf("%s: %w", file, ErrChanged)
	}
	return problemReading(file, err, reach{})
}

// Skip moves over the first n bytes. A file that ends before is no error: nothing is left to read.
func Skip(r io.Reader, n int64) error {
	if s, ok := r.(io.Seeker); ok {
		_, err := s.Seek(n, io.SeekStart)
		return err
	}
	if _, err := io.CopyN(io.Discard, r, n); err != nil && !errors.Is(err, io.EOF) {
		return err
	}
	return nil
}
