// Package chroma stands in for the highlighter of program code that glamour brings along. Cables have no program code, and
// the lexers and styles of the real one take 25 ms at every start, more than anything else that happens until the first
// frame. go.mod puts this package in its place; it has what glamour's ansi package needs to compile.
package chroma

// TokenType is a kind of token.
type TokenType int

// The kinds that glamour names.
const (
	Background TokenType = iota
	Comment
	CommentPreproc
	Error
	GenericDeleted
	GenericEmph
	GenericInserted
	GenericStrong
	GenericSubheading
	Keyword
	KeywordNamespace
	KeywordReserved
	KeywordType
	Literal
	LiteralDate
	LiteralNumber
	LiteralString
	LiteralStringEscape
	Name
	NameAttribute
	NameBuiltin
	NameClass
	NameConstant
	NameDecorator
	NameException
	NameFunction
	NameOther
	NameTag
	Operator
	Punctuation
	Text
)

// StyleEntries say how kinds of tokens look.
type StyleEntries map[TokenType]string

// Style is a style of nothing.
type Style struct{ Name string }

// MustNewStyle returns a style that has the name and nothing else.
func MustNewStyle(name string, _ StyleEntries) *Style { return &Style{name} }
