package library

import (
	"fmt"
	"path"
	"strings"
	"unicode/utf8"
)

// memberName is the name under which a member of an archive is shown, and by which its cables say
// where they come from: archive.zip/folder/page.html. Folders are parted by slashes, and names that
// lead out of the archive (../, a drive) are shown as if it were the root: nothing is ever written to
// such a path, but a script that reads our output might.
func memberName(archive, name string) string {
	if name == "" {
		return archive
	}
	if !utf8.ValidString(name) {
		name = strings.ToValidUTF8(name, "\ufffd")
	}
	return archive + path.Clean("/"+strings.ReplaceAll(name, `\`, "/"))
}

// isSkipped reports whether a member is hidden, or one of the side files that macOS packs, as hidden
// files of folders are skipped.
func isSkipped(name string) bool {
	clean := memberName("", name)
	return strings.Contains(clean, "/.") || strings.HasPrefix(clean, "/__MACOSX/")
}

// uniqueName tells members of one archive apart that have the same name, as those of a tar archive
// have to which files were appended.
func uniqueName(taken map[string]int, name string) string {
	taken[name]++
	if n := taken[name]; n > 1 {
		return fmt.Sprintf("%s (%d)", name, n)
	}
	return name
}
