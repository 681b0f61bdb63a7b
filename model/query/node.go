package query

import (
	"fmt"
	"strings"
	"time"

	"reftel/model"
)

// Node is a condition of a query, which holds of a cable or doesn't: one of [And], [Or], [Not], *[Text],
// [InField], [Class], [Dated], [Linked], [Having], [Copy], [Kept] and [Among].
type Node interface {
	// key is the same for conditions that ask the same.
	key() string
}

// And holds where all hold; an empty one holds everywhere.
type And []Node

// Or holds where one of them does.
type Or []Node

// Not holds where the other doesn't.
type Not struct{ Node Node }

// InField asks for words in one field.
type InField struct {
	Field Field
	Text  *Text
}

// Class asks for a classification, of [Min, Max].
type Class struct{ Min, Max model.Level }

// Dated asks for a date, of [From, To); a zero time is no border. Cables without a date never answer.
type Dated struct{ From, To time.Time }

// Linked asks for the cables that cite one, or that one cites.
type Linked struct {
	Field Field // Ref or CitedBy
	ID    model.ID
}

// Having asks for cables in whose text something stands.
type Having struct{ What Thing }

// Copy asks for cables of whose id the library has more than one.
type Copy struct{}

func (a And) key() string     { return joinedKey("and", a) }
func (o Or) key() string      { return joinedKey("or", o) }
func (n Not) key() string     { return "-" + n.Node.key() }
func (f InField) key() string { return string(f.Field) + ":" + f.Text.key() }
func (c Class) key() string   { return fmt.Sprintf("class:%d..%d", c.Min, c.Max) }
func (d Dated) key() string   { return fmt.Sprintf("date:%d..%d", d.From.Unix(), d.To.Unix()) }
func (l Linked) key() string  { return string(l.Field) + ":" + l.ID.String() }
func (h Having) key() string  { return "has:" + string(h.What) }
func (Copy) key() string      { return "is:copy" }
func (a Among) key() string   { return fmt.Sprintf("among:%p", a.Cables) }
func (k Kept) key() string {
	if k.Text == nil {
		return "kept " + string(k.What)
	}
	return "kept " + string(k.What) + ":" + k.Text.key()
}

func joinedKey(what string, nodes []Node) string {
	keys := make([]string, len(nodes))
	for i, n := range nodes {
		keys[i] = n.key()
	}
	return what + "(" + strings.Join(keys, " ") + ")"
}
