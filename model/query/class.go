package query

import (
	"fmt"
	"strings"

	"reftel/model"
)

// comparison parts a sign of comparison from the value behind it; without one it is "=".
func comparison(s string) (sign, rest string) {
	for _, sign := range []string{">=", "<=", ">", "<", "="} {
		if rest, ok := strings.CutPrefix(s, sign); ok {
			return sign, strings.TrimSpace(rest)
		}
	}
	return "=", s
}

// readClass reads a classification with a comparison or without: secret, >=C, confidential..secret.
func readClass(s string) (Node, error) {
	if low, high, ok := strings.Cut(s, ".."); ok {
		from, to := model.Unclassified, model.TopSecret
		var err error
		if low != "" {
			from, err = readLevel(low)
		}
		if high != "" && err == nil {
			to, err = readLevel(high)
		}
		if err == nil && from > to {
			return nil, fmt.Errorf("%s is below %s: write class:%s..%s", levelWord(to), levelWord(from), high, low)
		}
		return Class{from, to}, err
	}
	sign, rest := comparison(s)
	level, err := readLevel(rest)
	if err != nil {
		return nil, err
	}
	switch sign {
	case ">=":
		return Class{level, model.TopSecret}, nil
	case ">":
		return Class{level + 1, model.TopSecret}, nil // above the highest there is nothing: no cable answers
	case "<=":
		return Class{model.Unclassified, level}, nil
	case "<":
		return Class{model.Unclassified, level - 1}, nil
	}
	return Class{level, level}, nil
}

// levels are the words and letters of the classifications as people type them.
var levels = map[string]model.Level{
	"u": model.Unclassified, "unclas": model.Unclassified, "unclassified": model.Unclassified,
	"sbu": model.Sensitive, "fouo": model.Sensitive, "sensitive": model.Sensitive,
	"lou": model.LimitedOfficialUse, "limited": model.LimitedOfficialUse, "limitedofficialuse": model.LimitedOfficialUse,
	"r": model.Restricted, "restricted": model.Restricted,
	"c": model.Confidential, "confidential": model.Confidential,
	"s": model.Secret, "secret": model.Secret,
	"ts": model.TopSecret, "topsecret": model.TopSecret,
}

func readLevel(s string) (model.Level, error) {
	plain := strings.NewReplacer(" ", "", "-", "", "_", "").Replace(strings.ToLower(s))
	if level, ok := levels[plain]; ok {
		return level, nil
	}
	return 0, fmt.Errorf("%q is no classification: class: takes U, SBU, LOU, R, C, S, TS or the words, as in class:secret or class:>=C", s)
}

// levelWord is a level as it is typed.
func levelWord(l model.Level) string { return strings.ToLower(l.String()) }
