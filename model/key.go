package model

import "strings"

// Key names a cable for what outlives its file: a note, a mark, a position. It is the id; of a cable without one the hash
// of its bytes, so that it is known again when its file was renamed or lies elsewhere. Keys can be compared and be keys of
// maps.
type Key struct {
	ID     ID
	SHA256 string // hexadecimal, where there is no id
}

// hashSign stands in front of a hash where a key is written.
const hashSign = "sha256:"

// Key returns what names the cable.
func (c *Cable) Key() Key {
	if c.ID.IsZero() {
		return Key{SHA256: c.Source.SHA256}
	}
	return Key{ID: c.ID}
}

// Keys returns all keys that name the cable, [Cable.Key] first. One with an id is known by its hash as well: it may have
// been read without the id before.
func (c *Cable) Keys() []Key {
	if c.ID.IsZero() || c.Source.SHA256 == "" {
		return []Key{c.Key()}
	}
	return []Key{c.Key(), {SHA256: c.Source.SHA256}}
}

// IsZero reports whether the key names no cable.
func (k Key) IsZero() bool { return k == Key{} }

// String writes the key: 10MEXICO83, or sha256: and the hash; "" for the zero key.
func (k Key) String() string {
	if k.ID.IsZero() && k.SHA256 != "" {
		return hashSign + k.SHA256
	}
	return k.ID.String()
}

// ParseKey reads what [Key.String] writes, ids in any of the ways that [ParseID] takes; ok is false for what is no key.
func ParseKey(s string) (k Key, ok bool) {
	if hash, found := strings.CutPrefix(s, hashSign); found {
		return Key{SHA256: hash}, IsSHA256(hash)
	}
	id, ok := ParseID(s)
	return Key{ID: id}, ok
}

// IsSHA256 reports whether s is a hash as [Source] has it: 64 hexadecimal digits, the letters small.
func IsSHA256(s string) bool {
	return len(s) == 64 && strings.Trim(s, "0123456789abcdef") == ""
}
