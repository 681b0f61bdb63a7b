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
				do(Args{Width: width, Height: height, Focus: focus, Sidebar: sidebar, Zoom: zoom})
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
