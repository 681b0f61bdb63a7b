// Package crash carries a panic from whatever goroutine it happens on to whoever ends the program.
//
// Go ends a process at once when a goroutine panics that nobody watches, with the terminal as it was and the value of the
// panic printed as it is. That value may quote a document, escape sequences and all. So every goroutine of the program is
// started with [Caught], and of a panic only what can't be words of a document is handed on: its kind and its place.
package crash

import (
	"fmt"
	"path/filepath"
	"regexp"
	"runtime"
	"strings"
	"sync/atomic"
)

// Crash is a panic: what it was and where. Nothing in it is of a document.
type Crash struct {
	What  string   // the type of its value; of an error of Go's runtime also the sentence, without numbers
	Stack []string // the functions that were running, the innermost first, each with file and line
}

// Error says what the panic was.
func (c *Crash) Error() string { return c.What }

// mostFrames is how many functions of a stack are kept. One that overflows by recursion has millions.
const mostFrames = 100

var handler atomic.Pointer[func(*Crash)]

// Handle says who is told of the panics of goroutines from now on; nil: nobody, and they end the process as Go has it. The
// function is called on the goroutine that panicked, perhaps on several at once. Who was told before is returned.
func Handle(tell func(*Crash)) (before func(*Crash)) {
	next := &tell
	if tell == nil {
		next = nil
	}
	if last := handler.Swap(next); last != nil {
		return *last
	}
	return nil
}

// Caught returns a function that does what f does, and hands over its panic.
func Caught(f func()) func() {
	return func() {
		defer Catch()
		f()
	}
}

// Catch hands over the panic of the function that defers it; then that function returns.
func Catch() {
	if handler.Load() == nil {
		return
	}
	if v := recover(); v != nil {
		Tell(Of(v))
	}
}

// Tell hands over a panic that was recovered. When nobody is to be told, it goes on.
func Tell(c *Crash) {
	tell := handler.Load()
	if tell == nil {
		panic(c)
	}
	(*tell)(c)
}

// Of tells of a panic with the value v what may be told. It is called from the function that recovers, or from one that
// that function calls.
func Of(v any) *Crash {
	if known, ok := v.(*Crash); ok {
		return known
	}
	return &Crash{What: kind(v), Stack: stack()}
}

var numbers = regexp.MustCompile(`-?\b\d+\b`)

// kind is the type of a panic's value, and what it says where the runtime of Go says it.
func kind(v any) string {
	name := fmt.Sprintf("%T", v)
	err, ok := v.(runtime.Error)
	if !ok || !strings.HasPrefix(strings.TrimPrefix(name, "*"), "runtime.") {
		return "a value of type " + name
	}
	return numbers.ReplaceAllString(err.Error(), "…")
}

// stack lists the functions that were running when a panic began.
func stack() []string {
	pcs := make([]uintptr, 4*mostFrames)
	frames := runtime.CallersFrames(pcs[:runtime.Callers(1, pcs)])
	var out []string
	panicking := false
	for {
		f, more := frames.Next()
		switch {
		case f.Function == "runtime.gopanic":
			panicking, out = true, nil // of a panic that was raised again, the first one stands below
		case panicking && len(out) < mostFrames && f.Function != "":
			out = append(out, fmt.Sprintf("%s (%s:%d)", f.Function, filepath.Base(f.File), f.Line))
		}
		if !more {
			return out
		}
	}
}
