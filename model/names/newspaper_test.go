package names_test

import (
	"os"
	"path/filepath"
	"slices"
	"testing"

	"reftel/internal/shared"
	"reftel/model"
	"reftel/model/names"
	"reftel/parser"
)

// Every person, organization and place that the two cables of the newspaper's page name, by hand: the fullest form, then the
// others. What isn't here is no name: HVTs, DTOs, the Bilateral Human Rights Dialogue, emboffs, the Mexican Government.
var newspaperNames = []map[model.NameKind][][]string{{
	model.Person: {{"Calderon"}, {"Arturo Beltran Leyva", "Beltran Leyva"}, {"Genaro Garcia Luna"}, {"Galvan Galvan", "Galvan"}, {"Paul Stockton"}},
	model.Organization: {{"Defense Bilateral Working Group", "DBWG"}, {"GOM"}, {"SEDENA"}, {"SEMAR"}, {"National Action Party", "PAN"}, {"Institutional Revolutionary Party", "PRI"},
		{"Mexican Supreme Court"}, {"Inter-American Human Rights Court"}, {"Amnesty International"}, {"National Commission on Human Rights"},
		{"SSP"}, {"Attorney General's Office", "PGR"}, {"USG"}, {"CISEN"}, {"Federal Police"}},
	model.Place: {{"Washington, D.C.", "Washington"}, {"Ciudad Juarez", "Juarez"}, {"Tijuana"}, {"Merida"}, {"United States", "U.S."}, {"Mexico"}, {"San Diego"}, {"El Paso"},
		{"Haiti"}, {"Mexico City"}, {"Central America"}, {"Colombia"}},
}, {
	model.Person: {{"Arturo Beltran Leyva", "ABL", "Beltran Leyva"}, {"Calderon"}, {"Hector"}, {`Joaquin "El Chapo" Guzman`}, {"Genaro Garcia Luna", "Garcia Luna"}},
	model.Organization: {{"Mexican Navy", "SEMAR"}, {"USG"}, {"GOM"}, {"Beltran Leyva Organization", "Beltran Leyva"}, {"Sinaloa Cartel"}, {"NORTHCOM"}, {"Zetas", "Zeta"},
		{"SEDENA"}, {"SSP"}},
	model.Place: {{"United States", "U.S."}, {"Mexico"}, {"Cuernavaca"}, {"Mexico City"}, {"Sinaloa"}, {"Colombia"}, {"Monterrey"}, {"Copenhagen"}},
}}

func TestNewspaperPage(t *testing.T) {
	const page = "mexico-blog-page.txt"
	data, err := os.ReadFile(filepath.Join(shared.Dir(t), "corpus", "newspaper-page", page))
	if err != nil {
		t.Fatal(err)
	}
	cables := parser.Parse(page, data, parser.Options{}).Cables
	if len(cables) != len(newspaperNames) {
		t.Fatalf("%d cables, want %d", len(cables), len(newspaperNames))
	}
	for i, c := range cables {
		found := map[model.NameKind][][]string{}
		for _, n := range names.Find(c) {
			found[n.Kind] = append(found[n.Kind], n.Forms)
		}
		for kind, want := range newspaperNames[i] {
			for _, forms := range want {
				if !slices.ContainsFunc(found[kind], func(f []string) bool { return slices.Equal(f, forms) }) {
					t.Errorf("%s: the %s %q is not found", c.ID, kind, forms)
				}
			}
			for _, forms := range found[kind] {
				if !slices.ContainsFunc(want, func(f []string) bool { return slices.Equal(f, forms) }) {
					t.Errorf("%s: %q is taken for a %s", c.ID, forms, kind)
				}
			}
		}
	}
}
