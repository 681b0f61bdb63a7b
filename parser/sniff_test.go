package parser

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"reftel/internal/synthetic"
	"reftel/model"
)

// sniffers are the questions asked of every file, each by the format that a yes means.
var sniffers = map[model.Format]func([]byte) bool{model.JSONLines: looksLikeJSONLines, model.CablesCSV: looksLikeCSV, model.FRUSTEI: looksLikeTEI,
	model.DFAT: looksLikeDFAT, model.NARARecord: looksLikeNARA, model.FRUSText: looksLikeFRUSText}

// formOf tells which form a document of testdata has by its name.
func formOf(name string) model.Format {
	for start, format := range map[string]model.Format{"cables.": model.CablesCSV, "records": model.JSONLines, "tei": model.FRUSTEI, "nara": model.NARARecord,
		"frus": model.FRUSText, "dfat": model.DFAT} {
		if strings.HasPrefix(name, start) {
			return format
		}
	}
	return ""
}

// Each frame is seen in its own documents and in no others, also when a file breaks off.
func TestEachFrameIsSeenInItsOwn(t *testing.T) {
	g := synthetic.New(8)
	c := g.Next()
	documents := map[string][]byte{"cables.made": makeCSV(t, 20_000), "cables.tabs": c.AppendTSV(nil), "nara.made": c.Record(), "tei.made": g.Volume(3), "page.made": c.Page()}
	paths, err := filepath.Glob(filepath.Join("testdata", "*.*"))
	if err != nil {
		t.Fatal(err)
	}
	for _, path := range paths {
		data, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		documents[filepath.Base(path)] = data
	}
	for name, data := range documents {
		own := formOf(name)
		for format, looks := range sniffers {
			if got := looks(data); got != (format == own) && (own != "" || got) {
				t.Errorf("%s: looks like %s: %v", name, format, got)
			}
			for n := 1; n < len(data) && format != own; n += 1 + len(data)/50 {
				if looks(data[:n]) {
					t.Errorf("%s: the first %d bytes look like %s", name, n, format)
					break
				}
			}
		}
		if got := formatOf(data); own != "" && got != own {
			t.Errorf("%s: %q", name, got)
		}
	}
}

// Tables of other things are no cables.
func TestOtherTables(t *testing.T) {
	for what, text := range map[string]string{
		"a log":             "1\t2007-09-11 09:44:00\tstarted\tok\n2\t2007-09-11 09:45:00\tstopped\tok\n",
		"a list of prices":  "\"1\",\"3/14/2006 15:09\",\"HERRING\",\"4.20\"\n\"2\",\"3/15/2006 15:09\",\"COD\",\"5.10\"\n",
		"numbers":           "1,2,3\n4,5,6\n",
		"metadata":          "\"source_file\",\"cable_date\",\"cable_from\"\n\"t.tel\",\"1974-01-04\",\"LA PAZ\"\n",
		"a row cut short":   "\"1\",\"3/14/2006 15:09\"",
		"quotes and commas": "\"\",\"\",\"\"\n",
	} {
		if got := formatOf([]byte(text)); got != "" {
			t.Errorf("%s: %q", what, got)
		}
	}
}
