package model

import (
	"strings"
	"testing"
)

func TestKeysNameCables(t *testing.T) {
	hash := strings.Repeat("0f", 32)
	named := &Cable{ID: ID{Year: 2010, Station: "MEXICO", Serial: 83}, Source: Source{SHA256: hash}}
	unnamed := &Cable{Source: Source{SHA256: hash}}
	document := &Cable{ID: ID{Volume: "frus1977-80v15", Serial: 107}}
	for _, tt := range []struct {
		c     *Cable
		want  string
		count int
	}{{named, "10MEXICO83", 2}, {unnamed, "sha256:" + hash, 1}, {document, "frus1977-80v15/d107", 1}} {
		k := tt.c.Key()
		if k.String() != tt.want || len(tt.c.Keys()) != tt.count || tt.c.Keys()[0] != k {
			t.Errorf("the key of %v is %q, of %d", tt.c.ID, k, len(tt.c.Keys()))
		}
		if back, ok := ParseKey(k.String()); !ok || back != k {
			t.Errorf("%q reads back as %v, %v", k, back, ok)
		}
	}
	if named.Keys()[1] != unnamed.Key() {
		t.Error("a cable that has got an id isn't known by its hash")
	}
	for _, s := range []string{"", "sha256:", "sha256:" + hash[1:], "sha256:" + strings.ToUpper(hash), hash, "nonsense"} {
		if k, ok := ParseKey(s); ok {
			t.Errorf("%q reads as the key %v", s, k)
		}
	}
}
