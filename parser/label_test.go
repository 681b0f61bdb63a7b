package parser

import (
	"testing"

	"reftel/model"
)

func TestLabelReadsDamagedLabels(t *testing.T) {
	for _, c := range []struct {
		line string
		role model.Role
		rest string
	}{
		{"E.O. 12958: DECL: 01/02/2019", model.ExecutiveOrderRole, "12958: DECL: 01/02/2019"},
		{"EO 12958 DECL: 01/02/2019", model.ExecutiveOrderRole, "12958 DECL: 01/02/2019"},
		{"E.o. 12958: decl: 01/02/2019", model.ExecutiveOrderRole, "12958: decl: 01/02/2019"},
		{"MO. 11652: GDS", model.ExecutiveOrderRole, "11652: GDS"},
		{"DECL: 01/02/2019", model.ExecutiveOrderRole, "01/02/2019"},
		{"TAGS: PREL", model.TagsRole, "PREL"},
		{"tags PREL ECON", model.TagsRole, "PREL ECON"},
		{"TAGS, ASEC, PE", model.TagsRole, "ASEC, PE"},
		{"TAG PTER, PGOV", model.TagsRole, "PTER, PGOV"},
		{"TAS: ECON", model.TagsRole, "ECON"},
		{"AGS: PGOV", model.TagsRole, "PGOV"},
		{"TAGES:  OIIP", model.TagsRole, "OIIP"},
		{"SUBJECT: A PORT IN WINTER", model.SubjectRole, "A PORT IN WINTER"},
		{"UBJECT: A PORT IN WINTER", model.SubjectRole, "A PORT IN WINTER"},
		{"BJECT: A PORT", model.SubjectRole, "A PORT"},
		{"SUB: A PORT", model.SubjectRole, "A PORT"},
		{"SUBJECT. A PORT", model.SubjectRole, "A PORT"},
		{"SUBJ: A PORT", model.SubjectRole, "A PORT"},
		{"SUBJECT:A PORT", model.SubjectRole, "A PORT"},
		{"REF: MEXICO 83", model.ReferencesRole, "MEXICO 83"},
		{"REF. MEXICO 83", model.ReferencesRole, "MEXICO 83"},
		{"Ref(s): A) MEXICO 83", model.ReferencesRole, "A) MEXICO 83"},
		{"REFTELS: A) MEXICO 83", model.ReferencesRole, "A) MEXICO 83"},
		{"PROGRAM REF: A. MEXICO 83", model.ReferencesRole, "A. MEXICO 83"},
		{"REF A) MEXICO 83", model.ReferencesRole, "A) MEXICO 83"},
		{"Classified By: DCM Jane Doe", model.ClassifiedByRole, "DCM Jane Doe"},
		{"CLASSIFIED BY DCM JANE DOE", model.ClassifiedByRole, "DCM JANE DOE"},
		{"Classiied By: DCM Jane Doe", model.ClassifiedByRole, "DCM Jane Doe"},
		{"CLASSIFIED B Y: DCM JANE DOE", model.ClassifiedByRole, "DCM JANE DOE"},
		{"Classified-By: DCM Jane Doe", model.ClassifiedByRole, "DCM Jane Doe"},
		{"ClassifiedBy DCM Jane Doe", model.ClassifiedByRole, "DCM Jane Doe"},
		{"Classification By: DCM Jane Doe", model.ClassifiedByRole, "DCM Jane Doe"},
		{"Class. by: DCM Jane Doe", model.ClassifiedByRole, "DCM Jane Doe"},
		{"(U) CLASSIFIED BY DCM JANE DOE", model.ClassifiedByRole, "DCM JANE DOE"},
		{"\u00a0REF: MEXICO 83", model.ReferencesRole, "MEXICO 83"},
	} {
		role, n, ok := label(c.line)
		if !ok || role != c.role || c.line[n:] != c.rest {
			t.Errorf("label(%q) = %q, %d, %v; want %q and the text %q", c.line, role, n, ok, c.role, c.rest)
		}
	}
	if role, n, ok := label("A. REF AMMAN 222"); !ok || role != model.ReferencesRole || n != 0 {
		t.Errorf("a list whose label stands behind its first letter: %q, %d, %v", role, n, ok)
	}
}

func TestLabelLeavesOtherLinesAlone(t *testing.T) {
	for _, line := range []string{
		"", "   ", "SUBJECT LINE CORRECTED", "SUB ROSA", "TO THE MINISTRY", "REF A is about something else", "Reference was made to it",
		"EOUTSIDE", "E.O. WAS SIGNED", "Tagging along", "BAGS: FOUR OF THEM", "Class by class they left", "Classification: Secret", "CLASSIFICATION BY THE POST", "Classified Secret.", "CONFIDENTIAL MEXICO 000083", "REFER TO THEM",
	} {
		if role, n, ok := label(line); ok {
			t.Errorf("label(%q) = %q, %d; want none", line, role, n)
		}
	}
}

func TestNextLabelFindsGluedFields(t *testing.T) {
	for _, c := range []struct{ line, before string }{
		{"E.O. 12958: N/A TAGS: PREL", "E.O. 12958: N/A "},
		{"DECL: 01/02/2019 AGS: PGOV, PREL", "DECL: 01/02/2019 "},
		{"SUBJECT: A NEW HARBOURREF: A. LONDON 1939", "SUBJECT: A NEW HARBOUR"},
		{"SUBJECT: A NEW HARBOUR Classified By: DCM Jane Doe", "SUBJECT: A NEW HARBOUR "},
		{"DEPT FOR WHA E.O. 12958: DECL: 01/02/2019", "DEPT FOR WHA "},
		{"REF: A. REF: MEXICO 83 CLASSIFIED BY: JANE DOE", "REF: A. REF: MEXICO 83 "},
	} {
		if n := nextLabel(c.line); n != len(c.before) {
			t.Errorf("nextLabel(%q) = %d, want %d", c.line, n, len(c.before))
		}
	}
	for _, line := range []string{
		"", "SUBJECT: THE MINISTER IS BRIEF: A PORTRAIT", "REF: REF: MEXICO 83", "Classified By: Classified by DCM Jane Doe",
		"SUBJECT: PRICE TAG: TOO HIGH", "A. MEXICO 83 (SUBJ: HARBOURS)", "SUBJECT: WHAT E.O. 12958 MEANS TO US",
	} {
		if n := nextLabel(line); n >= 0 {
			t.Errorf("nextLabel(%q) = %d (%q), want none", line, n, line[n:])
		}
	}
}
