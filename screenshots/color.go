package screenshots

import (
	"fmt"
	"image/color"

	uv "github.com/charmbracelet/ultraviolet"
	"github.com/charmbracelet/x/ansi"
)

// colors are those of a terminal.
type colors struct {
	foreground, background color.RGBA
	title, frame           color.RGBA
	basic                  [16]color.RGBA
}

var darkColors = colors{
	foreground: rgb(0xd4d7dd), background: rgb(0x16181d), title: rgb(0x8b919d), frame: rgb(0x343841),
	basic: [16]color.RGBA{
		rgb(0x2b2f38), rgb(0xe5646f), rgb(0x8fbf6f), rgb(0xd9b45f), rgb(0x6ba3e8), rgb(0xb98be0), rgb(0x5fb8bf), rgb(0xc4c8d0),
		rgb(0x6a717e), rgb(0xff8088), rgb(0xa9d98a), rgb(0xf0cf80), rgb(0x8fbfff), rgb(0xd0a8f5), rgb(0x80d4db), rgb(0xffffff),
	},
}

var lightColors = colors{
	foreground: rgb(0x2a2d34), background: rgb(0xfdfdfc), title: rgb(0x6b7280), frame: rgb(0xd0d3d9),
	basic: [16]color.RGBA{
		rgb(0x2a2d34), rgb(0xb3261e), rgb(0x33691e), rgb(0x8a5a00), rgb(0x1d4fa8), rgb(0x7b2d9b), rgb(0x00696f), rgb(0x8b919d),
		rgb(0x5c626e), rgb(0xd33c33), rgb(0x4a8a2c), rgb(0xa87000), rgb(0x2f6bd6), rgb(0x9b4bbd), rgb(0x008a91), rgb(0xffffff),
	},
}

func rgb(c uint32) color.RGBA {
	return color.RGBA{uint8(c >> 16), uint8(c >> 8), uint8(c), 0xff}
}

func hex(c color.RGBA) string { return fmt.Sprintf("#%02x%02x%02x", c.R, c.G, c.B) }

// of returns a colour of a frame as it is drawn; other is for cells that name none.
func (p *colors) of(c color.Color, other color.RGBA) color.RGBA {
	switch c := c.(type) {
	case nil:
		return other
	case ansi.BasicColor:
		return p.basic[c&15]
	case ansi.IndexedColor:
		if c < 16 {
			return p.basic[c]
		}
	}
	r, g, b, _ := c.RGBA()
	return color.RGBA{uint8(r >> 8), uint8(g >> 8), uint8(b >> 8), 0xff}
}

// paint returns the colours in which a cell is drawn.
func (p *picture) paint(c *uv.Cell) (fg, bg color.RGBA) {
	if c == nil {
		return p.colors.foreground, p.colors.background
	}
	fg = p.colors.of(c.Style.Fg, p.colors.foreground)
	bg = p.colors.of(c.Style.Bg, p.colors.background)
	if c.Style.Attrs&uv.AttrReverse != 0 {
		fg, bg = bg, fg
	}
	if c.Style.Attrs&uv.AttrFaint != 0 {
		fg = mix(fg, bg)
	}
	return fg, bg
}

// mix returns fg on its way to bg, as terminals draw faint text.
func mix(fg, bg color.RGBA) color.RGBA {
	part := func(f, b uint8) uint8 { return uint8((int(f)*6 + int(b)*4) / 10) }
	return color.RGBA{part(fg.R, bg.R), part(fg.G, bg.G), part(fg.B, bg.B), 0xff}
}
