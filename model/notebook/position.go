package notebook

import (
	"context"
	"database/sql"
	"encoding/json"
	"slices"
	"strings"
	"time"

	"reftel/model"
)

// What stands in front of the place that a position is of.
const (
	inCable   = "cable:"
	inLibrary = "library:"
)

// SetPosition notes where the reading of a cable stopped.
func (b *Notebook) SetPosition(ctx context.Context, place Anchor, at time.Time) error {
	return b.setPosition(ctx, inCable+place.Key().String(), place, at)
}

// Position returns where the reading of a cable stopped; ok is false when it wasn't read.
func (b *Notebook) Position(ctx context.Context, c *model.Cable) (place Anchor, ok bool, err error) {
	one, other := bothKeys(c)
	return b.position(ctx, "place IN (?, ?)", inCable+one, inCable+other)
}

// SetLast notes the place at which the reading of a library stopped. A library is known by its paths, in any order; the
// caller makes them absolute. None is the built-in sample.
func (b *Notebook) SetLast(ctx context.Context, library []string, place Anchor, at time.Time) error {
	name, err := libraryName(library)
	if err != nil {
		return err
	}
	return b.setPosition(ctx, name, place, at)
}

// Last returns that place; ok is false when the library wasn't read.
func (b *Notebook) Last(ctx context.Context, library []string) (place Anchor, ok bool, err error) {
	name, err := libraryName(library)
	if err != nil {
		return Anchor{}, false, err
	}
	return b.position(ctx, "place = ?", name)
}

// LastLibrary returns the paths of the library that was read last; ok is false when none was.
func (b *Notebook) LastLibrary(ctx context.Context) (library []string, ok bool, err error) {
	err = b.read(ctx, func(scan func(...any) error) error {
		var place string
		if err := scan(&place); err != nil {
			return err
		}
		ok = true
		return json.Unmarshal([]byte(strings.TrimPrefix(place, inLibrary)), &library)
	}, "SELECT place FROM position WHERE place GLOB ? ORDER BY at DESC, place LIMIT 1", inLibrary+"*")
	return library, ok, err
}

// libraryName writes the paths of a library as a place.
func libraryName(paths []string) (string, error) {
	paths = slices.Compact(slices.Sorted(slices.Values(paths)))
	if paths == nil {
		paths = []string{}
	}
	name, err := json.Marshal(paths)
	return inLibrary + string(name), err
}

func (b *Notebook) setPosition(ctx context.Context, place string, a Anchor, at time.Time) error {
	if err := checkKey(a.Key()); err != nil {
		return err
	}
	a.Quote = shorter(a.Quote, longestStop)
	return b.write(ctx, positionsPart, func(tx *sql.Tx) (bool, error) {
		at, err := after(ctx, tx, place, at)
		if err != nil {
			return false, err
		}
		_, err = tx.ExecContext(ctx, "INSERT OR REPLACE INTO position (place, "+anchorColumns+", at) VALUES (?, "+anchorMarks+", ?)",
			slices.Concat([]any{place}, a.values(), []any{millis(at)})...)
		return true, err
	})
}

// after returns the time with which a place is kept: the one given, but for libraries a later one than all others have. The
// one that was read last is known by that, and a clock may have been set back.
func after(ctx context.Context, tx *sql.Tx, place string, at time.Time) (time.Time, error) {
	if !strings.HasPrefix(place, inLibrary) {
		return at, nil
	}
	var last sql.NullInt64
	if err := tx.QueryRowContext(ctx, "SELECT max(at) FROM position WHERE place GLOB ?", inLibrary+"*").Scan(&last); err != nil || !last.Valid {
		return at, err
	}
	return later(at, moment(last.Int64)), nil
}

func (b *Notebook) position(ctx context.Context, where string, args ...any) (a Anchor, ok bool, err error) {
	err = b.read(ctx, func(scan func(...any) error) error {
		ok = true
		return scan(a.into()...)
	}, "SELECT "+anchorColumns+" FROM position WHERE "+where+" ORDER BY at DESC LIMIT 1", args...)
	return a, ok, err
}
