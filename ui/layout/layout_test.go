package layout

import (
	"image"
	"math/rand/v2"
	"testing"
)

// cases calls do with every division there is at a size.
func cases(width, height int, do func(Args)) {
	for _, focus := range append(Panes(), "") {
		for _, sidebar := range []bool{false, true} {
			for _, zoom := range []bool{false, true} {
				for _, asked := range [][2]int{{}, {LeastList, LeastSidebar}, {90, 0}, {0, 60}, {MostList, MostSidebar}} {
					do(Args{Width: width, Height: height, Focus: focus, Sidebar: sidebar, Zoom: zoom, ListWidth: asked[0], SidebarWidth: asked[1]})
				}
			}
		}
	}
}

// sizes are those at which the division changes, and random ones.
func sizes() []image.Point {
	var out []image.Point
	for _, w := range []int{1, 19, 20, 40, 79, 80, 81, 100, 119, 120, 121, 143, 144, 145, 200, 300, 1000} {
		for _, h := range []int{1, 4, 5, 6, 24, 100} {
			out = append(out, image.Pt(w, h))
		}
	}
	random := rand.New(rand.NewPCG(1, 2))
	for range 300 {
		out = append(out, image.Pt(1+random.IntN(300), 1+random.IntN(100)))
	}
	return out
}

// seen returns what is left of a pane's rectangle where the sidebar and the line beside it lie over
// it.
func seen(l Layout, p Pane) image.Rectangle {
	r := *l.rect(p)
	if p == Reader && l.Sidebar.Overlaps(r) {
		r.Max.X = l.Sidebar.Min.X - 1
	}
	return r
}

func TestEveryCellBelongsToExactlyOneRectangle(t *testing.T) {
	for _, size := range sizes() {
		cases(size.X, size.Y, func(a Args) {
			l := Compute(a)
			if l.TooSmall {
				return
			}
			all := append([]image.Rectangle{l.Tabs, l.Status}, l.Separators...)
			for _, p := range Panes() {
				all = append(all, seen(l, p))
			}
			area := 0
			for i, r := range all {
				area += r.Dx() * r.Dy()
				if !r.In(image.Rect(0, 0, a.Width, a.Height)) {
					t.Fatalf("%+v: %v is not on the screen", a, r)
				}
				for _, other := range all[i+1:] {
					if r.Overlaps(other) {
						t.Fatalf("%+v: %v and %v overlap", a, r, other)
					}
				}
			}
			if want := a.Width * a.Height; area != want {
				t.Fatalf("%+v: the rectangles cover %d cells of %d", a, area, want)
			}
		})
	}
}

func TestTheFocusedPaneIsAlwaysShown(t *testing.T) {
	for _, size := range sizes() {
		cases(size.X, size.Y, func(a Args) {
			l := Compute(a)
			if small := a.Width < MinWidth || a.Height < MinHeight; l.TooSmall != small {
				t.Fatalf("%+v: TooSmall is %v", a, l.TooSmall)
			}
			if shown := seen(l, a.Focus); !l.TooSmall && (shown.Dx() < 15 || shown.Dy() < 3) {
				t.Fatalf("%+v: the focused pane is %v", a, shown)
			}
		})
	}
}

func TestAZoomedPaneFillsItsRows(t *testing.T) {
	for _, size := range sizes() {
		cases(size.X, size.Y, func(a Args) {
			l := Compute(a)
			if l.TooSmall || !a.Zoom {
				return
			}
			if r := *l.rect(a.Focus); r.Dx() != a.Width || r.Dy() != a.Height-1 || len(l.Separators) > 0 {
				t.Fatalf("%+v: the zoomed pane is %v, separators %v", a, r, l.Separators)
			}
		})
	}
}

// The reader must not shrink while the window grows, nor the list jump.
func TestPanesGrowWithTheScreen(t *testing.T) {
	for _, sidebar := range []bool{false, true} {
		last := Compute(Args{Width: ThreePanes, Height: 40, Sidebar: sidebar})
		for width := ThreePanes + 1; width <= 400; width++ {
			l := Compute(Args{Width: width, Height: 40, Sidebar: sidebar})
			for _, p := range Panes() {
				if grown := l.rect(p).Dx() - last.rect(p).Dx(); grown < 0 || grown > 1 {
					t.Errorf("at %d columns the %s changes from %d to %d", width, p, last.rect(p).Dx(), l.rect(p).Dx())
				}
			}
			last = l
		}
	}
}

func TestComputeTakesAnyNumbers(t *testing.T) {
	for _, size := range []image.Point{{}, {-1, -1}, {-5, 30}, {80, -2}, {1 << 30, 1 << 30}} {
		cases(size.X, size.Y, func(a Args) {
			if l := Compute(a); l.TooSmall != (a.Width < MinWidth || a.Height < MinHeight) {
				t.Errorf("%+v: TooSmall is %v", a, l.TooSmall)
			}
		})
		Palette(size.X, size.Y)
		Help(size.X, size.Y)
		Overview(size.X, size.Y)
	}
}

func TestOverlaysLieOnTheScreenAboveTheStatusLine(t *testing.T) {
	for _, size := range sizes() {
		free := image.Rect(0, 0, size.X, size.Y-1)
		for name, r := range map[string]image.Rectangle{"palette": Palette(size.X, size.Y), "help": Help(size.X, size.Y), "overview": Overview(size.X, size.Y)} {
			if !r.In(free) {
				t.Errorf("%v: the %s lies at %v", size, name, r)
			}
			if size.X >= MinWidth && size.Y >= MinHeight && (r.Dx() < MinWidth || r.Dy() < MinHeight-1) {
				t.Errorf("%v: the %s has only %v", size, name, r)
			}
		}
	}
}

func TestWidthsThatAreAskedFor(t *testing.T) {
	for _, c := range []struct {
		screen, list, sidebar int
		wantList, wantSidebar int
	}{
		{160, 50, 30, 50, 30},
		{160, 0, 30, listWidth(160), 30},
		{160, 50, 0, 50, sidebarWidth(160)},
		{160, 200, 30, 160 - leastReader - 30 - 2, 30},           // the list gives way first
		{160, 0, 100, listWidth(160), 160 - listWidth(160) - 42}, // the reader keeps its least
		{100, 45, 24, 45, 24},
		{100, 90, 90, 59, 24}, // the sidebar lies over the reader
		{60, 45, 24, 60, 0},
	} {
		focus := List
		l := Compute(Args{Width: c.screen, Height: 30, Focus: focus, Sidebar: true, ListWidth: c.list, SidebarWidth: c.sidebar})
		if l.List.Dx() != c.wantList || l.Sidebar.Dx() != c.wantSidebar {
			t.Errorf("of %d columns the list asks for %d and gets %d, want %d; the sidebar asks for %d and gets %d, want %d",
				c.screen, c.list, l.List.Dx(), c.wantList, c.sidebar, l.Sidebar.Dx(), c.wantSidebar)
		}
		if c.screen >= ThreePanes && l.Reader.Dx() < leastReader {
			t.Errorf("%+v: the reader has %d columns", c, l.Reader.Dx())
		}
	}
}
