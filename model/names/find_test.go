package names

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"reftel/model"
)

// cable makes a cable of paragraphs; a leading "# " makes a heading, "= " the subject, "~ " a signature.
func cable(texts ...string) *model.Cable {
	c := &model.Cable{}
	for i, t := range texts {
		b := model.Block{Kind: model.Paragraph, Number: i + 1, Text: t}
		switch {
		case strings.HasPrefix(t, "# "):
			b = model.Block{Kind: model.Heading, Text: t[2:]}
		case strings.HasPrefix(t, "= "):
			b = model.Block{Kind: model.Header, Role: model.SubjectRole, Text: t[2:]}
		case strings.HasPrefix(t, "~ "):
			b = model.Block{Kind: model.Signature, Text: t[2:]}
		}
		c.Blocks = append(c.Blocks, b)
	}
	return c
}

// list writes names as "person Ada Quill|Quill 3", one each.
func list(names []model.Name) []string {
	var out []string
	for _, n := range names {
		out = append(out, fmt.Sprintf("%s %s %d", n.Kind, strings.Join(n.Forms, "|"), len(n.Mentions)))
	}
	return out
}

func TestFind(t *testing.T) {
	for _, tt := range []struct {
		about string
		texts []string
		want  string // names, comma-separated
	}{
		{"surname alone after the full name", []string{"Minister Ada Quill spoke. Later Quill left, and Quill's aides with her."},
			"person Ada Quill|Quill 3"},
		{"the title is not in the name", []string{"We met President Quill, Gen. Ostrander, Dr. Wexley and Sheikh Tamrin al-Mansuri."},
			"person Quill 1, person Ostrander 1, person Wexley 1, person Tamrin al-Mansuri 1"},
		{"office before and behind", []string{"Public Works Secretary Tomasa Peña Luna met Minister of Foreign Affairs Oriel Vantongeren."},
			"person Tomasa Peña Luna 1, person Oriel Vantongeren 1"},
		{"acronym of a person", []string{"The navy caught Corvino Barral Teyra (CBT). CBT fled; Barral Teyra's men did not."},
			"person Corvino Barral Teyra|CBT|Barral Teyra 4"},
		{"brothers and organization are not the person", []string{"Police held Corvino Barral Teyra, head of the Barral Teyra Organization. " +
			"All Barral Teyra brothers fled. The Barral Teyra organization is weak. Barral Teyra himself was calm."},
			"person Corvino Barral Teyra|Barral Teyra 2, organization Barral Teyra Organization|Barral Teyra 2"},
		{"family members stay apart", []string{"Corvino Barral met Lisandra Barral. Barral was late."},
			"person Corvino Barral 1, person Lisandra Barral 1"},
		{"nickname in quotes", []string{"He worked with Corvino \"El Topo\" Barral. El Topo and Barral fell out."},
			"person Corvino \"El Topo\" Barral|El Topo|Barral 3"},
		{"initials", []string{"Ambassador Jane Q. Doework and J. R. Hollis attended; Jane Doework spoke."},
			"person Jane Q. Doework|Jane Doework 2, person J. R. Hollis 1"},
		{"particles", []string{"Nayel bin Tamrin al-Mansuri, Jan van der Quell and Rosalind de la Torrente signed. Van der Quell paid."},
			"person Nayel bin Tamrin al-Mansuri 1, person Jan van der Quell|Van der Quell 2, person Rosalind de la Torrente 1"},
		{"family name first", []string{"Minister Roh Dae-wun spoke; Roh then left."}, "person Roh Dae-wun|Roh 2"},
		{"comma for apostrophe, cut by a line end", []string{"Ada Quill,s office called. We saw Ada  Quill’s car."}, "person Ada Quill 2"},
		{"apostrophes that are letters", []string{"President Quillʼs office and the Ostrandersʼ house. Ambassador OʼHollis saw Quill."},
			"person Quill 2, person OʼHollis 1"},
		{"definition before", []string{"The Harbour and Tides Party (HTP) won. HTP leaders rejoiced."},
			"organization Harbour and Tides Party|HTP 3"},
		{"acronym of another language", []string{"Vellanian Navy (SEVMAR) ships left. SEVMAR said so. The Army (SEVDEN) stayed; SEVDEN was silent."},
			"organization Vellanian Navy|SEVMAR 3, organization SEVDEN 2"},
		{"definition after", []string{"PVHA (Port Vale Harbour Authority) and SEVMAR (the navy ministry) agreed. PVHA paid."},
			"organization Port Vale Harbour Authority|PVHA 3, organization SEVMAR 1"},
		{"office and holder", []string{"Public Safety Secretary (SSV) Tomasa Luna resigned. SSV is in turmoil, and Luna too."},
			"organization SSV 2, person Tomasa Luna|Luna 2"},
		{"the party of a person is not the person", []string{"Senator Ada Quill (PVX) disagreed. PVX did not."},
			"person Ada Quill 1, organization PVX 2"},
		{"definitions that name nothing", []string{"We chase quick harbour targets (QHT) and DXOs. QHT are few; a DXO fell."}, ""},
		{"place and group", []string{"In Sonora the Sonora Cartel rules. From Mexico he went to Mexico City."},
			"place Sonora 1, organization Sonora Cartel 1, place Mexico 1, place Mexico City 1"},
		{"short place", []string{"Troops reached Ciudad Barranca. Juarez is far, Barranca is not."}, "place Ciudad Barranca|Barranca 2"},
		{"one country, three spellings", []string{"The U.S. and the United States are one; the US-Vellania border is not U.S.-made, he told us."},
			"place United States|U.S. 4"},
		{"an office or a cable is no place", []string{"Embassy Mexico wrote MEXICO 000083 and Consulate Lima replied."}, ""},
		{"roles are no names", []string{"Poloff and the DCM met the Ambassador. Emboffs told Post, and Econoff agreed with P/E Chief."}, ""},
		{"calendar", []string{"On Monday, May 5, and again in late August, nothing happened before Ramadan."}, ""},
		{"sentences begin with capitals", []string{"Slow Growth. Meanwhile prices rose. Overall Quill did well."}, ""},
		{"redactions are nobody", []string{"Minister XXXXXXXXXXXX told Mr. xxxxx that Ada XXXXXXXXXXXX came."}, ""},
		{"words the cable writes small", []string{"The Lantern Festival is old; no lantern and no festival is older."}, ""},
		{"organizations by their head word", []string{"The Ministry of Foreign Affairs and the University of Port Vale asked the National Commission on Human Rights."},
			"organization Ministry of Foreign Affairs 1, organization University of Port Vale 1, organization National Commission on Human Rights 1"},
		{"possessive inside", []string{"The Attorney General's Office (PGV) opened. PGV's staff is small."},
			"organization Attorney General's Office|PGV 3"},
		{"a group by its plural", []string{"Marines fought the Lanterras in the hills; Lanterra forces withdrew."}, "organization Lanterras|Lanterra 2"},
		{"peoples are no names", []string{"Mexicans, the Germans and many Sunnis agreed with Mexican and German views."}, ""},
		{"a person called like a place", []string{"Minister Elena Medina flew to Medina."}, "person Elena Medina 1, place Medina 1"},
		{"headings and subject only repeat", []string{"= QUILL VISITS OSTRANDER", "# The Boost For Quill", "President Quill smiled."},
			"person Quill 3"},
		{"signature and headings discover nothing", []string{"# Silver Lining Ahead", "~ HOLLIS", "Nothing else happened."}, ""},
		{"capitals: titles, definitions, known places", []string{
			"1. PRESIDENT QUILL TOLD AMBASSADOR THAT THE HARBOUR PARTY (HP) WILL WIN IN BOLIVIA. QUILL LAUGHED. MINISTER JOHN OSTRANDER SAID NOTHING TO US."},
			"person QUILL 2, organization HARBOUR PARTY|HP 2, place BOLIVIA 1, person JOHN OSTRANDER 1"},
	} {
		got := strings.Join(list(Find(cable(tt.texts...))), ", ")
		if got != tt.want {
			t.Errorf("%s:\n got %s\nwant %s", tt.about, got, tt.want)
		}
	}
}

func TestSurnameBeforeTheFullName(t *testing.T) {
	c := cable("Summary: President Quill will resign.", "Her aunt Margit Quill will not.", "Quill is old.")
	c.Blocks[0].Role = model.SummaryRole
	if got := list(Find(c)); !slices.Equal(got, []string{"person Margit Quill|Quill 3"}) {
		t.Errorf("in the summary: %q", got) // one bearer: the summary may be short
	}
	c = cable("Nothing.", "Judge Quill will resign.", "Minister Margit Quill will not.")
	if got := list(Find(c)); !slices.Equal(got, []string{"person Quill 1", "person Margit Quill 1"}) {
		t.Errorf("in the text, with another title: %q", got)
	}
}

func TestMarksHoldNoNames(t *testing.T) {
	text := "As 09 LIMA 2952 and Minister [NAME REMOVED] of Lima said"
	c := cable(text)
	at := func(s string) model.Span {
		i := strings.Index(text, s)
		return model.Span{Start: i, End: i + len(s)}
	}
	c.Marks = []model.Mark{{Kind: model.Citation, Span: at("09 LIMA 2952")}, {Kind: model.Redaction, Span: at("[NAME REMOVED]")}}
	names := Find(c)
	if len(names) != 1 || len(names[0].Mentions) != 1 || names[0].Mentions[0].Span != at("Lima") {
		t.Errorf("got %+v", names)
	}
}

func TestNothingToFind(t *testing.T) {
	for _, c := range []*model.Cable{{}, cable(""), cable(" \x00 \n"), cable("\xff\xfe(ABC)"), cable("'s ,s . ( ) \" \" -")} {
		if names := Find(c); len(names) != 0 {
			t.Errorf("%+v: %v", c.Blocks, names)
		}
	}
}
