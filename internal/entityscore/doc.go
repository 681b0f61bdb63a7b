// Package entityscore compares the names that a program finds in telegrams with those that people marked by hand.
//
// The annotators (History Lab, 90 telegrams of the 1970s, all in capitals) marked every word that speaks of an entity:
// names, but also HE, THE MINISTER and TURKISH, one within another, and gave each entity a type. Types become kinds:
// PER.IND is a person, ORG.* an organization, GPE.* and LOC a place; groups of people are left out.
//
// Which words count ([class]): names do. Left out are pronouns, offices and nouns; adjectives of places; a nation
// that goes by the acronym of its government; and the signer below the text, whom reftel keeps apart from names. An
// entity counts if one of its mentions does.
//
// Three measures, each for each kind:
//
//   - Entities: one is found if a name of its kind overlaps one of its mentions that count. A name is right if it finds
//     one, wrong otherwise; it is not counted if it overlaps nothing but what is left out.
//   - Mentions: the same for each place where a name stands.
//   - Strict: entities again, but adjectives, governments and signers count, each name finds one entity and each entity
//     takes one name (so that a split or a merge costs), and nothing is forgiven: a name that finds none is wrong.
//
// [Result.Confusions] lists names that stand only where an entity of another kind does.
package entityscore
