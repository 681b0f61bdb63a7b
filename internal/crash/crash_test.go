package crash_test

import (
	"errors"
	"fmt"
	"strings"
	"sync"
	"testing"

	"reftel/internal/crash"
)

const hostile = "SECRET words of a cable \x1b[2J\x1b]52;c;aGVsbG8=\x07"

// hostileError is an error that says what a document says.
type hostileError struct{ text string }

func (e *hostileError) Error() string { return e.text }

// RuntimeError makes it look like an error of the runtime.
func (e *hostileError) RuntimeError() {}

// of returns what is handed over of a function that panics on a goroutine of its own.
func of(t *testing.T, f func()) *crash.Crash {
	t.Helper()
	told := make(chan *crash.Crash, 1)
	crash.Handle(func(c *crash.Crash) { told <- c })
	defer func() { crash.Handle(nil) }()
	go crash.Caught(f)()
	return <-told
}

func TestAPanicIsToldWithoutItsWords(t *testing.T) {
	var none map[string]int
	var nothing *hostileError
	few := []int{1, 2, 3}
	at := 41
	var value any = hostile
	for _, test := range []struct {
		name, what string
		f          func()
	}{
		{"a text", "a value of type string", func() { panic(hostile) }},
		{"an error", "a value of type *errors.errorString", func() { panic(errors.New(hostile)) }},
		{"a wrapped error", "a value of type *fmt.wrapError", func() { panic(fmt.Errorf("read: %w", errors.New(hostile))) }},
		{"an error that poses as one of the runtime", "a value of type *crash_test.hostileError", func() { panic(&hostileError{hostile}) }},
		{"an index", "runtime error: index out of range [… ] with length …", func() { _ = few[at] }},
		{"a nil map", "assignment to entry in nil map", func() { none["a"] = 1 }},
		{"a nil pointer", "runtime error: invalid memory address or nil pointer dereference", func() { _ = nothing.text }},
		{"another type", "interface conversion: interface {} is string, not int", func() { _ = value.(int) }},
		{"a panic raised again", "a value of type string", func() { sync.OnceFunc(func() { panic(hostile) })() }},
	} {
		t.Run(test.name, func(t *testing.T) {
			c := of(t, test.f)
			if want := strings.ReplaceAll(test.what, "… ]", "…]"); c.What != want || c.Error() != want {
				t.Errorf("it is told as %q, want %q", c.What, want)
			}
			all := c.What + strings.Join(c.Stack, "\n")
			if strings.Contains(all, "SECRET") || strings.Contains(all, "\x1b") {
				t.Errorf("words of the panic's value are told: %q", all)
			}
			if !strings.Contains(all, "crash_test.TestAPanicIsToldWithoutItsWords") || !strings.Contains(all, "(crash_test.go:") {
				t.Errorf("its place is not told: %q", c.Stack)
			}
			if strings.Contains(all, "/work") || strings.Contains(all, "/home") || strings.Contains(all, "/tmp") {
				t.Errorf("a folder of this machine is told: %q", c.Stack)
			}
		})
	}
}

// A stack of any depth is told in a page.
func TestADeepStack(t *testing.T) {
	var deep func(n int)
	deep = func(n int) {
		if n == 0 {
			panic("deep")
		}
		deep(n - 1)
	}
	if c := of(t, func() { deep(10_000) }); len(c.Stack) != 100 {
		t.Errorf("%d functions are told, want 100", len(c.Stack))
	}
}

// Where nobody is told of panics they go on: a test that panics fails.
func TestWithoutAHandlerAPanicGoesOn(t *testing.T) {
	defer func() {
		if recover() != hostile {
			t.Error("the panic was swallowed")
		}
	}()
	crash.Caught(func() { panic(hostile) })()
}

// What was handed over once is the same when it is handed over again.
func TestACrashStaysItself(t *testing.T) {
	c := of(t, func() { panic("first") })
	if again := of(t, func() { panic(c) }); again != c {
		t.Errorf("it became %v", again)
	}
}
