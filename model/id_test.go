package model_test

import (
	"encoding/json"
	"testing"

	"reftel/model"
)

func TestParseID(t *testing.T) {
	tests := []struct {
		written string
		want    string
	}{
		{"10MEXICO83", "10MEXICO83"},
		{"10 mexico 000083", "10MEXICO83"},
		{"2010 MEXICO 83", "10MEXICO83"},
		{"10-OTTAWA-57", "10OTTAWA57"},
		{"1974STATE150591", "74STATE150591"},
		{"1975STATE001234_b", "75STATE1234"},
		{"09N'DJAMENA511", "09NDJAMENA511"},
		{"07ST. PETERSBURG75", "07STPETERSBURG75"},
		{"66BUENOSAIRES2481", "66BUENOSAIRES2481"},
		{"10MEXICO83", "10MEXICO83"},
		{"MEXICO 83", ""},   // no year
		{"10MEXICO", ""},    // no serial
		{"10MEXICO0", ""},   // serials begin at 1
		{"45MEXICO83", ""},  // before cables could be read by machines
		{"10X83", ""},       // no post has one letter
		{"010MEXICO83", ""}, // three digits are no year
		{"10MEXICO83 para", ""},
		{"10MEXICO999999999", ""},
		{"1961 MOSCOW 1706", "1961MOSCOW1706"}, // two digits would be no year
		{"1860MOSCOW1", ""},                    // before the first volume of FRUS
		{"frus1977-80v15/d107", "frus1977-80v15/d107"},
		{"FRUS1977-80v15/107", "frus1977-80v15/d107"},
		{"dafp25/d152", "dafp25/d152"},
		{"frus1977-80v15/d0", ""},
		{"../../etc/d1", ""},
		{"/d1", ""},
		{"", ""},
	}
	for _, tt := range tests {
		id, ok := model.ParseID(tt.written)
		if ok != (tt.want != "") || id.String() != tt.want {
			t.Errorf("ParseID(%q) = %q, %v; want %q", tt.written, id, ok, tt.want)
		}
	}
}

func TestIDsAreComparedAsNumbers(t *testing.T) {
	in := []string{"1961MOSCOW1706", "99STATE5", "09MEXICO9", "09MEXICO10", "09STATE1", "10ABUJA1", "frus1v1/d9", "frus1v1/d10"}
	for i := range in {
		for j := range in {
			a, _ := model.ParseID(in[i])
			b, _ := model.ParseID(in[j])
			want := 0
			if i < j {
				want = -1
			} else if i > j {
				want = 1
			}
			if got := a.Compare(b); got != want {
				t.Errorf("%s compared with %s: %d, want %d", a, b, got, want)
			}
		}
	}
}

func TestIDInJSON(t *testing.T) {
	id, _ := model.ParseID("10MEXICO83")
	b, err := json.Marshal(struct {
		ID   model.ID `json:"id,omitzero"`
		None model.ID `json:"none,omitzero"`
	}{ID: id})
	if err != nil || string(b) != `{"id":"10MEXICO83"}` {
		t.Fatalf("got %s, %v", b, err)
	}
	var back struct{ ID model.ID }
	if err := json.Unmarshal(b, &back); err != nil || back.ID != id {
		t.Fatalf("read back %v, %v", back.ID, err)
	}
	if err := json.Unmarshal([]byte(`{"ID":"nonsense"}`), &back); err == nil {
		t.Error("nonsense was read as an id")
	}
}

// A citation without a year, in a cable without a date, stays what it says.
func TestAnIDWithoutAYear(t *testing.T) {
	want := model.ID{Station: "VIENNA", Serial: 12}
	text, err := want.MarshalText()
	var got model.ID
	if err != nil || string(text) != "VIENNA12" || got.UnmarshalText(text) != nil || got != want {
		t.Errorf("%q comes back as %+v", text, got)
	}
	if id, ok := model.ParseID("VIENNA12"); ok {
		t.Errorf("what was typed without a year is read as %v", id)
	}
}
