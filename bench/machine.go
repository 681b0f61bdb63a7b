package main

import (
	"bufio"
	"fmt"
	"os"
	"runtime"
	"strconv"
	"strings"
)

// machine names the one that measures.
func machine() string {
	said := fmt.Sprintf("%d cores", runtime.NumCPU())
	if model := valueIn("/proc/cpuinfo", "model name"); model != "" {
		said += " of " + model
	}
	if kilobytes, err := strconv.ParseInt(strings.TrimSuffix(valueIn("/proc/meminfo", "MemTotal"), " kB"), 10, 64); err == nil {
		said += ", " + bytesOf(kilobytes<<10)
	}
	if release, err := os.ReadFile("/proc/sys/kernel/osrelease"); err == nil {
		said += ", Linux " + strings.TrimSpace(string(release))
	} else {
		said += ", " + runtime.GOOS
	}
	said += ", " + runtime.Version()
	if load, err := os.ReadFile("/proc/loadavg"); err == nil {
		if fields := strings.Fields(string(load)); len(fields) > 2 {
			said += fmt.Sprintf("; load at the end of the run %s", fields[1])
		}
	}
	return said + "."
}

// valueIn returns the first value of a name in a file of lines such as "MemTotal: 16 kB".
func valueIn(path, name string) string {
	f, err := os.Open(path)
	if err != nil {
		return ""
	}
	defer f.Close()
	for lines := bufio.NewScanner(f); lines.Scan(); {
		if key, value, ok := strings.Cut(lines.Text(), ":"); ok && strings.TrimSpace(key) == name {
			return strings.TrimSpace(value)
		}
	}
	return ""
}
