package names

import (
	"encoding/binary"
	"hash/crc32"
	"io"
	"maps"
	"slices"

	"reftel/model/names/lookup"
	"reftel/model/names/packed"
)

// SavedVersion is that of what [Table.Save] writes. It is to be raised when that changes, and when the rules do by which words
// are folded and spelled otherwise: a test notices most of that.
const SavedVersion = 1

// sizeBytes is how many bytes at the end tell how many the rows take.
const sizeBytes = 8

// Save writes a table that no rules are laid over: the rows, and behind them what finding them needs.
func (t *Table) Save(to io.Writer) error {
	sum := crc32.NewIEEE()
	if err := t.store.writeTo(io.MultiWriter(to, sum)); err != nil {
		return err
	}
	w := packed.NewWriter(to)
	w.Number(int(sum.Sum32()))
	packed.Uint32s(w, t.rows)
	w.Number(len(t.members))
	for _, owner := range slices.Sorted(maps.Keys(t.members)) {
		w.Text(owner)
		w.Number(len(t.members[owner]))
		for _, key := range t.members[owner] {
			w.Text(key)
		}
	}
	t.set.Save(w)
	if err := w.Close(); err != nil {
		return err
	}
	return binary.Write(to, binary.LittleEndian, t.store.size())
}

// ReadTable reads a table that was saved in so many bytes. The rows stay where they are, and are read from there. The error is
// [packed.ErrDamaged] for anything else than what was saved.
func ReadTable(from io.ReaderAt, size int64) (*Table, error) {
	var end [sizeBytes]byte
	if size < sizeBytes {
		return nil, packed.ErrDamaged
	}
	if _, err := from.ReadAt(end[:], size-sizeBytes); err != nil {
		return nil, err
	}
	rows := int64(binary.LittleEndian.Uint64(end[:]))
	need := size - sizeBytes - rows
	if rows < 0 || need < 0 {
		return nil, packed.ErrDamaged
	}
	r := packed.NewReader(io.NewSectionReader(from, rows, need), need)
	t := &Table{owners: map[string]string{}, members: map[string][]string{}, store: &store{file: from, filed: rows}}
	want := uint32(r.Number())
	t.rows = packed.ReadUint32s[place](r)
	for owners := r.Number(); owners > 0 && !r.Failed(); owners-- {
		owner := r.Text()
		for members := r.Number(); members > 0 && !r.Failed(); members-- {
			key := r.Text()
			t.owners[key] = owner
			t.members[owner] = append(t.members[owner], key)
		}
	}
	if slices.ContainsFunc(t.rows, func(p place) bool { return int64(p)*unit >= rows }) {
		r.Fail()
	}
	t.set = lookup.Read(r, len(t.rows), t.forms, knownForLookup())
	if err := r.Close(); err != nil {
		return nil, err
	}
	sum := crc32.NewIEEE()
	if err := t.store.writeTo(sum); err != nil {
		return nil, err
	}
	if sum.Sum32() != want {
		return nil, packed.ErrDamaged
	}
	return t, nil
}
