package export_test

import (
	"bytes"
	"context"
	"fmt"
	"image"
	"image/color"
	"image/png"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"golang.org/x/net/html"

	"reftel/ui/export"
)

// browser runs Chromium without a window on a page and returns what it prints on the two streams.
func browser(t *testing.T, file string, flags ...string) (out []byte, said string) {
	t.Helper()
	if testing.Short() {
		t.Skip("skip: starts a browser")
	}
	chromium, err := exec.LookPath("chromium")
	if err != nil {
		t.Skip("skip: chromium is not installed")
	}
	ctx, stop := context.WithTimeout(t.Context(), 2*time.Minute) // for a browser that hangs
	defer stop()
	var stderr bytes.Buffer
	address := url.URL{Scheme: "file", Path: file}
	run := exec.CommandContext(ctx, chromium, append(append([]string{"--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars", "--enable-logging=stderr",
		"--user-data-dir=" + t.TempDir()}, flags...), address.String())...)
	run.Stderr = &stderr
	if out, err = run.Output(); err != nil {
		t.Fatalf("chromium: %v\n%s", err, stderr.String())
	}
	return out, stderr.String()
}

// A browser must make of the page what is meant, hostile text and all: its own tree holds the text, and its policy allows
// the style.
func TestABrowserShowsThePage(t *testing.T) {
	cables := fixtures(t)
	var out bytes.Buffer
	if err := export.HTML(&out, selection(hostile, cables...)); err != nil {
		t.Fatal(err)
	}
	file := filepath.Join(t.TempDir(), "page.html")
	if err := os.WriteFile(file, out.Bytes(), 0o600); err != nil {
		t.Fatal(err)
	}
	dom, said := browser(t, file, "--dump-dom")
	for _, complaint := range []string{"Content Security Policy", "Refused to", "CONSOLE"} {
		if strings.Contains(said, complaint) {
			t.Errorf("the browser says:\n%s", said)
			break
		}
	}
	root, err := html.Parse(bytes.NewReader(dom))
	if err != nil {
		t.Fatal(err)
	}
	articles := all(root, "article", "")
	if len(articles) != len(cables) {
		t.Fatalf("%d articles for %d cables", len(articles), len(cables))
	}
	for i, c := range cables {
		if got := squeezed(text(all(articles[i], "div", "text")[0], "own")); got != wanted(c) {
			t.Errorf("%s: in the browser the text is\n%s\nwant\n%s", c.ID, got, wanted(c))
		}
	}
}

// The colours are those of the style, so it is in force, and bars are drawn, on both backgrounds.
func TestABrowserPaintsThePage(t *testing.T) {
	dir := t.TempDir()
	var out bytes.Buffer
	if err := export.HTML(&out, selection("", harbour())); err != nil {
		t.Fatal(err)
	}
	file := filepath.Join(dir, "page.html")
	if err := os.WriteFile(file, out.Bytes(), 0o600); err != nil {
		t.Fatal(err)
	}
	for _, tt := range []struct {
		scheme     string // as Chromium numbers them
		paper, bar color.RGBA
	}{
		{"0", color.RGBA{0x15, 0x18, 0x1c, 0xff}, color.RGBA{0xd9, 0xdd, 0xe3, 0xff}},
		{"1", color.RGBA{0xff, 0xff, 0xff, 0xff}, color.RGBA{0x22, 0x26, 0x2b, 0xff}},
	} {
		shot := filepath.Join(dir, "shot"+tt.scheme+".png")
		browser(t, file, "--blink-settings=preferredColorScheme="+tt.scheme, "--window-size=900,900", "--screenshot="+shot)
		f, err := os.Open(shot)
		if err != nil {
			t.Fatal(err)
		}
		defer f.Close()
		picture, err := png.Decode(f)
		if err != nil {
			t.Fatal(err)
		}
		if got := color.RGBAModel.Convert(picture.At(2, 2)); got != tt.paper {
			t.Errorf("scheme %s: the paper is %v, want %v", tt.scheme, got, tt.paper)
		}
		if n := count(picture, tt.bar); n < 500 {
			t.Errorf("scheme %s: %s of the bar's colour", tt.scheme, fmt.Sprint(n, " pixels"))
		}
	}
}

// count counts the pixels of a colour.
func count(picture image.Image, c color.RGBA) int {
	n := 0
	b := picture.Bounds()
	for y := b.Min.Y; y < b.Max.Y; y++ {
		for x := b.Min.X; x < b.Max.X; x++ {
			if color.RGBAModel.Convert(picture.At(x, y)) == c {
				n++
			}
		}
	}
	return n
}
