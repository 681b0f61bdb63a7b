package parser

import (
	"testing"

	"reftel/model"
)

func TestOmissions(t *testing.T) {
	testForms(t, model.Omission, []string{
		"The list follows. «[...]» The end.",
		"He went «[. . .]» and «[…]» home.",
		"«[Omitted here is a list of persons.]»",
		"«[Omitted here are 2 paragraphs\non other matters.]» «[_Omitted here is_ the rest.]» «[Ommitted here is a list]»",
		"«[Here follows unrelated material.]» «[Here follow 5-1/2 paragraphs on [other] matters; for text, see Document 9.]»",
		"«[Enclosure not printed.]» «[2 paragraphs omitted]» «[Omitted]» «[Omitted here is 1 line not declassified.]»",
		"one «[matter omitted]» two «[ _matter omitted_ ]» three «[matter omittedj»[2]",
		"one «[matter omittea]» two «[matter omitteed]» three «[ _imatter omitted_ ]» four «[ _matter ommited_ ]» five «[matter omitted ]»",
		"one «[matteromitted]» two «[mattet omitted]» three «[m atter omit ted]» four «[Matter 0mitted]» five «[matter omitted» six",
		"He left. «. . .» She came. «. . .» «[...]»",
		"«. . . .» Then they went.",
		`The mayor said "we . . . came [...] in peace" and “saw [...] it”.`, // a drafter's cut of a quotation
		"built-in guarantees...the Russians ... are [sic] here....",
		"stole . . .it and it. . . was",
		"[emission omits] [k] [the rest] [which he omitted] [he was committed] [the matter was emitted]",
		"[Footnote in the source text.] [on other matters] [here is the text] [there are two]",
	})
}

func TestGarbles(t *testing.T) {
	testForms(t, model.Garble, []string{
		"one «[garble]» two «[GARBLED TEXT]» three «[2 words illegible]» four «[MISSING TEXT]»",
		"one «(GARBLE)» two «[garbel]» three «(mutilated group)» four «[word indecipherable]» five «[unintelligible]»",
		"one «[ _words missing_ ]» two «[illegible]» three «[corrupt group]» four «[illegibile]» five «[text not available]»",
		"the «(#)» of it",
		"lost «¿¿¿¿¿» here «\ufffd\ufffd\ufffd» and there, and th«####»re",
		"¿Que pasa? ¿¿Como?? Calder\ufffdn [sic]",
		"##\n### \n# # #\n#5 and C# and ####5",
		"(a garbled report) (the message was missing) [the missing] [two missing] (missing persons) [unread] (a corrupt group of men) (10 being least corrupt.)",
		"running «(rest of quotation corrupt)» and",
		`NEW DELHI 420Q «QA"z_1in» on July 24`,
		`the file a_b.txt, "quoted_name", https://example.org/a"b_c, in_name`,
	})
}

func TestProtectionRequests(t *testing.T) {
	testForms(t, model.Protect, []string{
		"Ana Uno «(strictly protect)», Juan Dos «(please protect)», Eva Tres «(PROTECT)» and",
		"the manager «(strictly protect throughout,)» said, and noted «(again, please protect)» that",
		"Luis Cuatro («strictly protect» - see reftels) and Rosa «(protect source)»",
		"told us -- «please protect» -- that; «PLEASE STRICTLY PROTECT».",
		"His name is known; «please protect his identity». «Strictly protect», he said.",
		"sensitive but unclassified. Please protect accordingly.",
	})
	testForms(t, model.Protect, []string{
		"Customs and Border Protection (CBP) protects protected areas (protect civilians)",
		"They must strictly protect the rights of all.",
		"(Protected) (the protection of contacts) (we protect them)",
	})
}
