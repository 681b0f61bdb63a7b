package names

import (
	"strings"
	"testing"

	"reftel/model"
)

// TestOrganizationsInCapitals holds the rules that take organizations in texts in capitals, each with what it must leave.
func TestOrganizationsInCapitals(t *testing.T) {
	for _, tt := range []struct{ about, text, want string }{
		{"posts by their city", "EMBASSY BONN REPORTS CALM. WE ASKED AMEMBASSY DAR ES SALAAM'S VIEWS AND THOSE OF CONSULATE GENERAL QUILLON.",
			"EMBASSY BONN, AMEMBASSY DAR ES SALAAM, CONSULATE GENERAL QUILLON"},
		{"a consulate in a town that nothing is known of", "CONSULATE QUILLON REPORTS CALM IN THE TOWN.", "CONSULATE QUILLON"},
		{"posts without a city", "EMBASSY BELIEVES THAT THE EMBASSY SHOULD WAIT FOR US EMBASSY GUARDS, AND SO DOES A MISSION IN LIMA.", ""},
		{"addressees in the text", "FM AMEMBASSY LIMA\nTO SECSTATE WASHDC\nINFO USINT BAGHDAD\nAMEMBASSY CAIRO", "AMEMBASSY LIMA, USINT BAGHDAD, AMEMBASSY CAIRO"},
		{"the congress of a country", "THE PRESIDENT WILL ASK CONGRESS FOR MORE. THE CONGRESS AGREED.", "CONGRESS"},
		{"a congress that a party holds", "THE TEYRA WORKERS PARTY HELD ITS ANNUAL CONGRESS. THE CONGRESS WAS CALM.", "TEYRA WORKERS PARTY"},
		{"single bodies that are English words", "THEY ASKED TREASURY AND THE CHANCELLERY ABOUT TREASURY BONDS AT THE COMMONWEALTH MEETING.", "TREASURY, CHANCELLERY, COMMONWEALTH"},
		{"committees of chambers", "HE SPOKE TO THE HOUSE WAYS AND MEANS COMMITTEE AND THE SENATE JUDICIARY SUB- COMMITTEE.",
			"HOUSE WAYS AND MEANS COMMITTEE, SENATE JUDICIARY SUB- COMMITTEE"},
		{"a conference on something is no body", "HE WENT TO THE INTERNATIONAL CONFERENCE ON TIDES AND TO THE CONFERENCE OF BISHOPS.", "CONFERENCE OF BISHOPS"},
		{"any body of a sort", "A MILITARY TRIBUNAL WILL SIT IN MAY. EACH NATIONAL COMMITTEE AGREED.", ""},
		{"but not what an article behind it has", "A NATIONAL TRIBUNAL OFFICIAL AGREED.", "NATIONAL TRIBUNAL"},
		{"banks of rivers, fronts of houses", "TROOPS HELD THE EASTERN BANK OF QUILLON CANAL IN FRONT OF LIMA.", ""},
		{"departments that are provinces", "FLOODS IN QUILLON DEPARTMENT WORRIED THE STATE DEPARTMENT.", "STATE DEPARTMENT"},
		{"forces of a country", "U.S. NAVAL FORCES AND THE VELLANIAN ARMED FORCES LEFT; ARMED FORCES EVERYWHERE STAYED.", "U.S. NAVAL FORCES, VELLANIAN ARMED FORCES"},
		{"offices by who holds them", "THE PRIME MINISTER'S OFFICE AND THE OFFICE OF THE PRESIDENT AGREED; THE MINISTER'S OFFICE DID NOT.",
			"PRIME MINISTER'S OFFICE, OFFICE OF THE PRESIDENT"},
		{"places of several words before a head", "THE SRI LANKA FREEDOM PARTY AND THE HONG KONG CHAMBER OF COMMERCE AGREED.",
			"SRI LANKA FREEDOM PARTY, HONG KONG CHAMBER OF COMMERCE"},
		{"unions of those who work", "THE TEACHERS' UNION MET THE NATIONAL POLICE AND SOUTH AFRICAN POLICE.", "TEACHERS' UNION, NATIONAL POLICE"},
		{"numbered bodies", "THE THIRD COMMITTEE AND THE SECOND ARMY MET A THIRD PARTY.", "THIRD COMMITTEE, SECOND ARMY"},
		{"ministries of local government and armed forces", "THE MINISTRY OF LOCAL GOVERNMENT AND THE MINISTRY OF THE ARMED FORCES AGREED WITH THE U.S. GOVERNMENT.",
			"MINISTRY OF LOCAL GOVERNMENT, MINISTRY OF THE ARMED FORCES"},
		{"high courts, and parties of scientists", "THE HIGH COURT MET THE SCIENTIFIC PARTY, THE PRESS CORPS AND A LONDON DAILY.", "HIGH COURT"},
		{"firms", "QUILLON PHARMACEUTICALS, LTD. AND OSTRAND MACHINE COMPANY, INC. BOUGHT FRENCH CHEMICALS FROM AN AMERICAN COMPANY.",
			"QUILLON PHARMACEUTICALS, LTD, OSTRAND MACHINE COMPANY, INC"},
		{"hotels", "HE STAYED AT HOTEL QUILLON AND HOTEL CONTINENTAL IN A HOTEL ROOM.", "HOTEL QUILLON, HOTEL CONTINENTAL"},
		{"stations", "RADIO HANOI AND THE VOICE OF VIETNAM SAID SO BY RADIO.", "RADIO HANOI, VOICE OF VIETNAM"},
		{"newspapers by what stands beside them", "KATHIMERAS EDITOR WROTE SO; SEE ARTICLE IN BRONTEA OF MAY 3 AND THE DAILY \"QUILLONIS.\"", "KATHIMERAS, BRONTEA, QUILLONIS"},
		{"newspapers, firms and parties that are known", "THE STRAITS TIMES ASKED BECHTEL, SWISSAIR AND THE AWAMI LEAGUE.", "STRAITS TIMES, BECHTEL, SWISSAIR, AWAMI LEAGUE"},
		{"acronyms beside bodies", "DELEGATIONS OF NATO, PVX, AND OECD MET QVT/NATO STAFF.", "NATO, PVX, OECD, QVT"},
		{"an acronym that has people", "PVX'S ADA QUILLON SPOKE FOR SOCIALIST QVT.", "PVX, QVT"},
		{"an agency by the stroke behind it", "AS AID/W KNOWS, AID TO VICTIMS IS SMALL.", "AID"},
		{"times of arrival", "ADVISE ETA LIMA OR ETA 1430.", ""},
		{"a basque acronym that is also a time", "THE POLICE BLAMED ETA FOR THE BOMB.", "ETA"},
		{"what a definition shows to be none", "CLOSE THE QUILLON CENTRAL AIRPORT (QCA). QCA OFFICIALS AGREED.", ""},
		{"who a parenthesis speaks of", "DINNER WITH QUILLON (PRESIDENT OF CENTRAL BANK) WAS LATE.", "CENTRAL BANK"},
		{"abbreviations, money, numbers, slips", "THEY PAID SKR 50 PER DIEM FOR PROJ XIV, AND THIR FRIENDS OF THYE. DCMS AGREED.", ""},
	} {
		var got []string
		for _, n := range Find(cable(tt.text)) {
			if n.Kind == model.Organization {
				got = append(got, n.Name)
			}
		}
		if s := strings.Join(got, ", "); s != tt.want {
			t.Errorf("%s:\n got %s\nwant %s", tt.about, s, tt.want)
		}
	}
}

// TestKindsInCapitals holds rules that tell a person or a place from an organization.
func TestKindsInCapitals(t *testing.T) {
	for _, tt := range []struct{ about, text, want string }{
		{"whose government it is", "THE QUILLON GOVERNMENT FELL. THEY LIKED THE POLICIES OF THE QUILLON GOVERNMENT.", "person QUILLON 2"},
		{"a country by its full name", "THE DEMOCRATIC KINGDOM OF BOLIVIA (DKB) AGREED, AND DKB LEADERS MET.", "place BOLIVIA|DKB 3"},
		{"an embassy in a city", "THEIR EMBASSY IN WASHINGTON AND THAT AT THE HAGUE AGREED.", "place WASHINGTON 1, place THE HAGUE 1"},
		{"a river that nothing is known of", "ONLY THE QUILLON RIVER DAM IS SMALL.", "place QUILLON RIVER 1"},
		{"an address is no cable", "WRITE TO BOX 12, QUILLTON , GEORGIA 30501. SEE LIMA 12345.", "place QUILLTON 1, place GEORGIA 1"},
		{"two who meet", "WHILE THE TEYRA-KENYATTA TALKS GO ON, TEYRA SMILES.", "person TEYRA 2, person KENYATTA 1"},
		{"a department of a country", "FLOODS IN QUILLON DEPARTMENT.", "place QUILLON DEPARTMENT 1"},
	} {
		if got := strings.Join(list(Find(cable(tt.text))), ", "); got != tt.want {
			t.Errorf("%s:\n got %s\nwant %s", tt.about, got, tt.want)
		}
	}
}
