package names

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"errors"
	"hash/crc32"
	"maps"
	"reflect"
	"slices"
	"strings"
	"testing"

	"reftel/model/names/packed"
)

// saved is the table of [stock], and as it is written.
func saved(t *testing.T) (*Table, []byte) {
	t.Helper()
	table := stock(t)
	var b bytes.Buffer
	if err := table.Save(&b); err != nil {
		t.Fatal(err)
	}
	return table, b.Bytes()
}

// A table that was saved says what it said before, and so does one whose names are in a file.
func TestASavedTableIsTheSame(t *testing.T) {
	small, data := saved(t)
	large := NewTable(slices.Values(withAcronym(manyGathered(spilling(t)))), func(keys []string) int { return len(keys) }, spillFile(t))
	var b bytes.Buffer
	if err := large.Save(&b); err != nil {
		t.Fatal(err)
	}
	for what, tt := range map[string]struct {
		was  *Table
		data []byte
	}{"small": {small, data}, "large": {large, b.Bytes()}} {
		read, err := ReadTable(bytes.NewReader(tt.data), int64(len(tt.data)))
		if err != nil {
			t.Fatalf("%s: %v", what, err)
		}
		if !reflect.DeepEqual(everyRow(read), everyRow(tt.was)) {
			t.Errorf("%s: the rows are others", what)
		}
		for _, typed := range []string{"", "sevmar", "mao zedong", "khrushchev", "mraina", "jfk", "aei o u", "un"} {
			got, total := read.Lookup(context.Background(), typed, 50)
			want, wanted := tt.was.Lookup(context.Background(), typed, 50)
			if !reflect.DeepEqual(got, want) || total != wanted {
				t.Errorf("%s: %q finds\n%+v\nand not\n%+v", what, typed, got, want)
			}
			for i := range got {
				if !slices.Equal(read.Keys(got[i].Entry), tt.was.Keys(want[i].Entry)) {
					t.Errorf("%s: %s has the keys %q", what, got[i].Name, read.Keys(got[i].Entry))
				}
			}
		}
	}
}

// What is damaged is no table.
func TestADamagedTable(t *testing.T) {
	_, data := saved(t)
	for at := 0; at < len(data); at += 1 + len(data)/400 {
		hurt := slices.Clone(data)
		hurt[at] ^= 0x81
		if _, err := ReadTable(bytes.NewReader(hurt), int64(len(hurt))); !errors.Is(err, packed.ErrDamaged) {
			t.Errorf("with another byte %d of %d the error is %v", at, len(data), err)
		}
		if _, err := ReadTable(bytes.NewReader(data[:at]), int64(at)); err == nil {
			t.Errorf("nobody notices that it ends at %d of %d", at, len(data))
		}
	}
}

// What is saved is read by programs that may be newer than the one that wrote it. If this fails, raise [SavedVersion] and put
// the sum that is printed here.
func TestSavedVersion(t *testing.T) {
	words := map[string]bool{}
	for _, table := range []string{surnamesFile, givenFile, leadersFile, englishFile} {
		lines(table, func(line string) { words[line] = true })
	}
	var all []Gathered
	for _, word := range slices.Sorted(maps.Keys(words)) {
		all = append(all, Gathered{Key: "person " + word, Forms: []string{word}, Cables: 1, Mentions: 1})
	}
	sum := sha256.New()
	if err := NewTable(slices.Values(all), nil, nil).Save(sum); err != nil {
		t.Fatal(err)
	}
	if got, want := hex.EncodeToString(sum.Sum(nil)[:8]), map[int]string{1: "02a5c73409d6b812"}[SavedVersion]; got != want {
		t.Errorf("a saved table is %s, not %s as version %d is", got, want, SavedVersion)
	}
}

// withSums puts the sums of a saved table right, so that what is wrong with the rest is seen.
func withSums(data []byte) []byte {
	data = slices.Clone(data)
	end := len(data) - sizeBytes
	if end < 0 {
		return data
	}
	rows := binary.LittleEndian.Uint64(data[end:])
	if rows > uint64(end) || end-int(rows) < 12 {
		return data
	}
	need := data[rows:end]
	binary.LittleEndian.PutUint64(need, uint64(crc32.ChecksumIEEE(data[:rows])))
	binary.BigEndian.PutUint32(need[len(need)-4:], crc32.ChecksumIEEE(need[:len(need)-4]))
	return data
}

// FuzzReadTable holds that no file makes the reader panic.
func FuzzReadTable(f *testing.F) {
	all := manyGathered(20)
	all[3].Forms = append(all[3].Forms, strings.Repeat("Long ", 50))
	table := NewTable(slices.Values(all), nil, nil)
	var b bytes.Buffer
	if err := table.Save(&b); err != nil {
		f.Fatal(err)
	}
	f.Add(b.Bytes())
	f.Fuzz(func(t *testing.T, data []byte) {
		data = withSums(data)
		read, err := ReadTable(bytes.NewReader(data), int64(len(data)))
		if err != nil {
			return
		}
		for _, row := range everyRow(read) {
			entry := row.entry()
			read.Keys(entry)
		}
		read.Lookup(context.Background(), "mar", 50)
	})
}
