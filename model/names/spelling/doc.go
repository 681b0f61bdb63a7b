// Package spelling knows how one name comes to be written in several ways: names from other scripts as English, French and
// German write them (reading.go, rules.go), Chinese names in Wade-Giles and in Pinyin (chinese.go), and given names that go
// by a short form (given.go).
//
// It works on single words as [reftel/model/match.Fold] leaves them: small letters without accents. What it says is
// a conjecture: two words that sound alike may be two names. Whoever shows one for the other has to say so.
package spelling
