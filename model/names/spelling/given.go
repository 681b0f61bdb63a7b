package spelling

import "strings"

// sameGiven are names that stand for one another without sounding alike, a line each: English given names and their short forms
// (as dictionaries of given names list them: Hanks and Hodges), the Arabic word for son, and Korean surnames as their bearers write
// them beside McCune-Reischauer and the Revised Romanization of 2000.
const sameGiven = `
william bill will billy
robert bob rob bobby
richard dick rick
james jim jimmy
john jack johnny
edward ted ed eddie
theodore ted
thomas tom
anthony tony
joseph joe
michael mike mick
henry hank harry
charles chuck charlie
daniel dan danny
david dave
donald don
ronald ron
kenneth ken
lawrence larry
stephen steve
samuel sam
benjamin ben
gerald jerry
andrew andy
peter pete
patrick pat
frederick fred
gregory greg
jeffrey jeff geoffrey
timothy tim
christopher chris
elizabeth liz beth betty
margaret maggie peggy
katherine kate kathy catherine
madeleine maddy
condoleezza condi
barbara barb
deborah debbie
susan sue
alexander alex aleksandr sasha
mikhail michael misha
vladimir volodymyr wladimir
nikolai nicolas mykola
aleksei alexei oleksiy
sergei serhiy
yuri yuriy iouri juri
francisco pancho paco
jose pepe
bin ibn ben
lee yi rhee li
park pak bak
roh noh no
choi choe
chung jeong jung
kang gang
shin sin
yoon yun
`

// Given returns other names by which the bearer of a folded name may go.
func Given(word string) []string { return given[word] }

var given = func() map[string][]string {
	out := map[string][]string{}
	for line := range strings.Lines(sameGiven) {
		words := strings.Fields(line)
		for _, w := range words {
			for _, other := range words {
				if other != w {
					out[w] = append(out[w], other)
				}
			}
		}
	}
	return out
}()
