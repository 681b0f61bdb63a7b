package layout

import (
	"fmt"
	"image"
	"slices"
	"strings"
	"testing"
)

// TestDrawn holds the division of the screen at the usual sizes. A row that is as the one above it
// is left out and counted at the right.
func TestDrawn(t *testing.T) {
	for _, c := range []struct {
		what string
		args Args
		want string
	}{
		{"phone: the list, with tabs", Args{Width: 40, Height: 12}, `
[tabs 40x1                             ]
╭list 40x10────────────────────────────╮
│                                      │ x8
╰──────────────────────────────────────╯
[status 40x1                           ]
`},
		{"phone: the reader", Args{Width: 40, Height: 12, Focus: Reader}, `
[tabs 40x1                             ]
╭reader 40x10──────────────────────────╮
│                                      │ x8
╰──────────────────────────────────────╯
[status 40x1                           ]
`},
		{"phone: the sidebar", Args{Width: 40, Height: 12, Focus: Sidebar}, `
[tabs 40x1                             ]
╭sidebar 40x10─────────────────────────╮
│                                      │ x8
╰──────────────────────────────────────╯
[status 40x1                           ]
`},
		{"phone: an open sidebar waits for the focus", Args{Width: 40, Height: 12, Focus: Reader, Sidebar: true}, `
[tabs 40x1                             ]
╭reader 40x10──────────────────────────╮
│                                      │ x8
╰──────────────────────────────────────╯
[status 40x1                           ]
`},
		{"phone: zoom takes the tabs away", Args{Width: 40, Height: 12, Focus: Reader, Zoom: true}, `
╭reader 40x11──────────────────────────╮
│                                      │ x9
╰──────────────────────────────────────╯
[status 40x1                           ]
`},
		{"classic: list and reader", Args{Width: 80, Height: 24}, `
╭list 30x23──────────────────╮┃╭reader 49x23───────────────────────────────────╮
│                            │┃│                                               │ x21
╰────────────────────────────╯┃╰───────────────────────────────────────────────╯
[status 80x1                                                                   ]
`},
		{"classic: the focus changes nothing", Args{Width: 80, Height: 24, Focus: Reader}, `
╭list 30x23──────────────────╮┃╭reader 49x23───────────────────────────────────╮
│                            │┃│                                               │ x21
╰────────────────────────────╯┃╰───────────────────────────────────────────────╯
[status 80x1                                                                   ]
`},
		{"classic: the sidebar lies over the reader", Args{Width: 80, Height: 24, Focus: Reader, Sidebar: true}, `
╭list 30x23──────────────────╮┃╭reader 49x23───┃╭sidebar 32x23─────────────────╮
│                            │┃│               ┃│                              │ x21
╰────────────────────────────╯┃╰───────────────┃╰──────────────────────────────╯
[status 80x1                                                                   ]
`},
		{"classic: the focus opens the sidebar", Args{Width: 80, Height: 24, Focus: Sidebar}, `
╭list 30x23──────────────────╮┃╭reader 49x23───┃╭sidebar 32x23─────────────────╮
│                            │┃│               ┃│                              │ x21
╰────────────────────────────╯┃╰───────────────┃╰──────────────────────────────╯
[status 80x1                                                                   ]
`},
		{"classic: zoom", Args{Width: 80, Height: 24, Focus: Reader, Sidebar: true, Zoom: true}, `
╭reader 80x23──────────────────────────────────────────────────────────────────╮
│                                                                              │ x21
╰──────────────────────────────────────────────────────────────────────────────╯
[status 80x1                                                                   ]
`},
		{"100 columns", Args{Width: 100, Height: 30, Focus: Reader}, `
╭list 32x29────────────────────╮┃╭reader 67x29─────────────────────────────────────────────────────╮
│                              │┃│                                                                 │ x27
╰──────────────────────────────╯┃╰─────────────────────────────────────────────────────────────────╯
[status 100x1                                                                                      ]
`},
		{"100 columns, sidebar", Args{Width: 100, Height: 30, Focus: Reader, Sidebar: true}, `
╭list 32x29────────────────────╮┃╭reader 67x29─────────────────────┃╭sidebar 32x29─────────────────╮
│                              │┃│                                 ┃│                              │ x27
╰──────────────────────────────╯┃╰─────────────────────────────────┃╰──────────────────────────────╯
[status 100x1                                                                                      ]
`},
		{"120 columns", Args{Width: 120, Height: 40, Focus: List, Sidebar: true}, `
╭list 34x39──────────────────────╮┃╭reader 56x39──────────────────────────────────────────╮┃╭sidebar 28x39─────────────╮
│                                │┃│                                                      │┃│                          │ x37
╰────────────────────────────────╯┃╰──────────────────────────────────────────────────────╯┃╰──────────────────────────╯
[status 120x1                                                                                                          ]
`},
		{"120 columns, sidebar closed", Args{Width: 120, Height: 40, Focus: Reader}, `
╭list 34x39──────────────────────╮┃╭reader 85x39───────────────────────────────────────────────────────────────────────╮
│                                │┃│                                                                                   │ x37
╰────────────────────────────────╯┃╰───────────────────────────────────────────────────────────────────────────────────╯
[status 120x1                                                                                                          ]
`},
		{"120 columns, reader zoomed", Args{Width: 120, Height: 40, Focus: Reader, Sidebar: true, Zoom: true}, `
╭reader 120x39─────────────────────────────────────────────────────────────────────────────────────────────────────────╮
│                                                                                                                      │ x37
╰──────────────────────────────────────────────────────────────────────────────────────────────────────────────────────╯
[status 120x1                                                                                                          ]
`},
		{"120 columns, list zoomed", Args{Width: 120, Height: 40, Focus: List, Sidebar: true, Zoom: true}, `
╭list 120x39───────────────────────────────────────────────────────────────────────────────────────────────────────────╮
│                                                                                                                      │ x37
╰──────────────────────────────────────────────────────────────────────────────────────────────────────────────────────╯
[status 120x1                                                                                                          ]
`},
		{"200 columns", Args{Width: 200, Height: 60, Focus: Reader, Sidebar: true}, `
╭list 50x59──────────────────────────────────────╮┃╭reader 108x59─────────────────────────────────────────────────────────────────────────────────────────────╮┃╭sidebar 40x59─────────────────────────╮
│                                                │┃│                                                                                                          │┃│                                      │ x57
╰────────────────────────────────────────────────╯┃╰──────────────────────────────────────────────────────────────────────────────────────────────────────────╯┃╰──────────────────────────────────────╯
[status 200x1                                                                                                                                                                                          ]
`},
		{"200 columns, sidebar closed", Args{Width: 200, Height: 60, Focus: Reader}, `
╭list 50x59──────────────────────────────────────╮┃╭reader 149x59──────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────╮
│                                                │┃│                                                                                                                                                   │ x57
╰────────────────────────────────────────────────╯┃╰───────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────╯
[status 200x1                                                                                                                                                                                          ]
`},
		{"200 columns, sidebar zoomed", Args{Width: 200, Height: 60, Focus: Sidebar, Zoom: true}, `
╭sidebar 200x59────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────╮
│                                                                                                                                                                                                      │ x57
╰──────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────╯
[status 200x1                                                                                                                                                                                          ]
`},
		{"too narrow", Args{Width: 19, Height: 30}, `too small`},
		{"too low", Args{Width: 80, Height: 4}, `too small`},
	} {
		if got := draw(Compute(c.args)); got != c.want {
			t.Errorf("%s: %+v is\n%s\nwant\n%s", c.what, c.args, got, c.want)
		}
	}
}

func TestDrawnOverlays(t *testing.T) {
	for _, c := range []struct {
		width, height int
		palette, help image.Rectangle
	}{
		{20, 5, image.Rect(0, 0, 20, 4), image.Rect(0, 0, 20, 4)},
		{40, 12, image.Rect(0, 0, 40, 11), image.Rect(0, 0, 40, 11)},
		{80, 24, image.Rect(2, 1, 78, 21), image.Rect(2, 0, 78, 21)},
		{100, 30, image.Rect(2, 3, 98, 23), image.Rect(8, 0, 92, 27)},
		{120, 40, image.Rect(12, 6, 108, 26), image.Rect(18, 0, 102, 37)},
		{200, 60, image.Rect(52, 13, 148, 33), image.Rect(58, 0, 142, 57)},
	} {
		if got := Palette(c.width, c.height); got != c.palette {
			t.Errorf("the palette at %dx%d is %v, want %v", c.width, c.height, got, c.palette)
		}
		if got := Help(c.width, c.height); got != c.help {
			t.Errorf("the help at %dx%d is %v, want %v", c.width, c.height, got, c.help)
		}
	}
}

// draw shows a layout as boxes, each with its name and size, in the manner of a screenshot.
func draw(l Layout) string {
	if l.TooSmall {
		return "too small"
	}
	size := l.Status.Max // the status row ends at the lower right corner
	screen := make([][]rune, size.Y)
	for y := range screen {
		screen[y] = []rune(strings.Repeat("?", size.X))
	}
	box(screen, "tabs", l.Tabs)
	box(screen, "status", l.Status)
	for _, p := range Panes() {
		box(screen, string(p), *l.rect(p))
	}
	for _, s := range l.Separators {
		for y := s.Min.Y; y < s.Max.Y; y++ {
			screen[y][s.Min.X] = '┃'
		}
	}
	var rows []string
	for i := 0; i < len(screen); {
		same := 1
		for i+same < len(screen) && slices.Equal(screen[i], screen[i+same]) {
			same++
		}
		row := string(screen[i])
		if same > 1 {
			row += fmt.Sprintf(" x%d", same)
		}
		rows = append(rows, row)
		i += same
	}
	return "\n" + strings.Join(rows, "\n") + "\n"
}

// box draws one rectangle: a bracketed name when it is a single row, else a frame.
func box(screen [][]rune, name string, r image.Rectangle) {
	if r.Empty() {
		return
	}
	name = fmt.Sprintf("%s %dx%d", name, r.Dx(), r.Dy())
	line := func(y int, left, fill, right rune, text string) {
		row := screen[y][r.Min.X:r.Max.X]
		for i := range row {
			row[i] = fill
		}
		row[0], row[len(row)-1] = left, right
		copy(row[1:], []rune(text))
	}
	if r.Dy() == 1 {
		line(r.Min.Y, '[', ' ', ']', name)
		return
	}
	line(r.Min.Y, '╭', '─', '╮', name)
	for y := r.Min.Y + 1; y < r.Max.Y-1; y++ {
		line(y, '│', ' ', '│', "")
	}
	line(r.Max.Y-1, '╰', '─', '╯', "")
}
