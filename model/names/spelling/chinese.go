package spelling

import (
	"slices"
	"strings"
	"sync"
)

// pinyin are the syllables of Mandarin in Hanyu Pinyin (ISO 7098) by their initials, without tones and diaeresis.
const pinyin = `
a ai an ang ao e en er ou
ba bai ban bang bao bei ben beng bi bian biao bie bin bing bo bu
pa pai pan pang pao pei pen peng pi pian piao pie pin ping po pou pu
ma mai man mang mao mei men meng mi mian miao mie min ming miu mo mou mu
fa fan fang fei fen feng fo fou fu
da dai dan dang dao de dei deng di dian diao die ding diu dong dou du duan dui dun duo
ta tai tan tang tao te teng ti tian tiao tie ting tong tou tu tuan tui tun tuo
na nai nan nang nao ne nei nen neng ni nian niang niao nie nin ning niu nong nou nu nuan nue nuo
la lai lan lang lao le lei leng li lia lian liang liao lie lin ling liu long lou lu luan lue lun luo
ga gai gan gang gao ge gei gen geng gong gou gu gua guai guan guang gui gun guo
ka kai kan kang kao ke ken keng kong kou ku kua kuai kuan kuang kui kun kuo
ha hai han hang hao he hei hen heng hong hou hu hua huai huan huang hui hun huo
ji jia jian jiang jiao jie jin jing jiong jiu ju juan jue jun
qi qia qian qiang qiao qie qin qing qiong qiu qu quan que qun
xi xia xian xiang xiao xie xin xing xiong xiu xu xuan xue xun
zha zhai zhan zhang zhao zhe zhen zheng zhi zhong zhou zhu zhua zhuai zhuan zhuang zhui zhun zhuo
cha chai chan chang chao che chen cheng chi chong chou chu chua chuai chuan chuang chui chun chuo
sha shai shan shang shao she shei shen sheng shi shou shu shua shuai shuan shuang shui shun shuo
ran rang rao re ren reng ri rong rou ru ruan rui run ruo
za zai zan zang zao ze zei zen zeng zi zong zou zu zuan zui zun zuo
ca cai can cang cao ce cen ceng ci cong cou cu cuan cui cun cuo
sa sai san sang sao se sen seng si song sou su suan sui sun suo
ya yan yang yao ye yi yin ying yong you yu yuan yue yun
wa wai wan wang wei wen weng wo wu
`

// wadeInitials gives the initials in Wade-Giles whose letters differ; the apostrophe of the aspirated ones is mostly left out.
var wadeInitials = []struct{ pinyin, wade string }{
	{"zh", "ch"}, {"ch", "ch"}, {"sh", "sh"}, {"b", "p"}, {"d", "t"}, {"g", "k"}, {"j", "ch"}, {"q", "ch"}, {"x", "hs"}, {"r", "j"}, {"z", "ts"}, {"c", "ts"},
}

// wadeWhole are the syllables that follow no rule.
var wadeWhole = map[string][]string{
	"zhi": {"chih"}, "chi": {"chih"}, "shi": {"shih"}, "ri": {"jih"}, "zi": {"tzu"}, "ci": {"tzu"}, "si": {"ssu", "szu"},
	"ge": {"ko"}, "ke": {"ko"}, "he": {"ho"}, "e": {"o"}, "er": {"erh"}, "gui": {"kuei"}, "kui": {"kuei"}, "guo": {"kuo"}, "kuo": {"kuo"},
	"huo": {"huo"}, "shuo": {"shuo"}, "yan": {"yen"}, "ye": {"yeh"}, "yi": {"i", "yi"}, "you": {"yu"}, "yong": {"yung"}, "yue": {"yueh"},
	"de": {"te", "teh"}, "zhu": {"chu"},
}

// wade returns a Pinyin syllable in Wade-Giles (the table of the Library of Congress), without apostrophes.
func wade(syllable string) []string {
	if whole, ok := wadeWhole[syllable]; ok {
		return whole
	}
	initial, final := "", syllable
	for _, w := range wadeInitials {
		if rest, ok := strings.CutPrefix(syllable, w.pinyin); ok {
			initial, final = w.wade, rest
			break
		}
	}
	if initial == "" {
		i := strings.IndexAny(syllable, "aeiou")
		initial, final = syllable[:i], syllable[i:]
	}
	switch {
	case final == "ian":
		final = "ien"
	case final == "ie" || final == "ue":
		final += "h"
	case strings.HasSuffix(final, "ong"):
		final = strings.TrimSuffix(final, "ong") + "ung"
	case final == "uo":
		final = "o"
	}
	return []string{initial + final}
}

// syllables are both romanizations, each by the other.
type syllables struct{ toPinyin, toWade map[string][]string }

var table = sync.OnceValue(func() syllables {
	s := syllables{map[string][]string{}, map[string][]string{}}
	for p := range strings.FieldsSeq(pinyin) {
		s.toWade[p] = wade(p)
		for _, w := range wade(p) {
			s.toPinyin[w] = append(s.toPinyin[w], p)
		}
	}
	return s
})

// maxRomanized is how many spellings of a word are tried.
const maxRomanized = 64

// Pinyin returns what a word in Wade-Giles, of one to three syllables, may be in Pinyin; nil if it can't be one.
func Pinyin(word string) []string {
	return slices.DeleteFunc(romanize(word, table().toPinyin, ""), func(s string) bool { return s == word })
}

// WadeGiles returns what a word in Pinyin may be in Wade-Giles, the syllables parted by blanks as that writes them with hyphens.
func WadeGiles(word string) []string {
	return slices.DeleteFunc(romanize(word, table().toWade, " "), func(s string) bool { return s == word })
}

// romanize takes a word apart into syllables and puts those of the other system together.
func romanize(word string, to map[string][]string, between string) (out []string) {
	const most, longest = 3, 6
	if len(word) > most*longest {
		return nil
	}
	var walk func(rest, made string, n int)
	walk = func(rest, made string, n int) {
		if rest == "" {
			if len(out) < maxRomanized {
				out = append(out, made)
			}
			return
		}
		if n == most {
			return
		}
		if made != "" {
			made += between
		}
		for end := 1; end <= min(len(rest), longest); end++ {
			for _, other := range to[rest[:end]] {
				walk(rest[end:], made+other, n+1)
			}
		}
	}
	walk(word, "", 0)
	slices.Sort(out)
	return slices.Compact(out)
}
