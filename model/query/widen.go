package query

// Widen returns a query whose conditions on names are also answered by what those names were called otherwise: also returns
// it for the names that a condition fits.
func Widen(q Query, also func(fits func(name string) bool) []string) Query {
	if q.IsZero() {
		return q
	}
	return Of(widened(q.Root(), also))
}

func widened(n Node, also func(func(string) bool) []string) Node {
	each := func(parts []Node) []Node {
		out := make([]Node, len(parts))
		for i, part := range parts {
			out[i] = widened(part, also)
		}
		return out
	}
	switch n := n.(type) {
	case And:
		return And(each(n))
	case Or:
		return Or(each(n))
	case Not:
		return Not{Node: widened(n.Node, also)}
	case InField:
		if n.Field != Name {
			return n
		}
		if was := also(n.Text.In); len(was) > 0 {
			return append(Or{n}, AnyName(was)...)
		}
	}
	return n
}

// AnyName asks for the cables that have a name in one of the forms.
func AnyName(forms []string) Or {
	any := Or{}
	for _, form := range forms {
		if text, ok := NewText(form, false); ok {
			any = append(any, InField{Field: Name, Text: text})
		}
	}
	return any
}
