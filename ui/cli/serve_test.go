package cli

import (
	"bytes"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/spf13/cobra"
)

// serveCommand is the command with its flags.
func serveCommand() *cobra.Command { return (&tool{}).serve() }

func TestServeSaysWhatIsMissing(t *testing.T) {
	dir := t.TempDir()
	if err := os.CopyFS(filepath.Join(dir, "cables"), os.DirFS("../../sample")); err != nil {
		t.Fatal(err)
	}
	cables := filepath.Join(dir, "cables")
	for _, tt := range []struct {
		args []string
		want string
	}{
		{nil, "reftel serve needs the files or folders that hold the cables"},
		{[]string{"-"}, "standard input can't be served"},
		{[]string{cables}, "nobody may read: "},
		{[]string{cables, "--anyone", "--authorized-keys", "x"}, "leave one of them out"},
		{[]string{cables, "--sessions", "0"}, "--sessions and --sessions-per-key are 1 or more"},
		{[]string{cables, "--idle", "1ms"}, "--idle is a time of a second or more"},
		{[]string{cables, "--memory", "much"}, `--memory is a size as in 2GB or 500MB, not "much"`},
		{[]string{cables, "--anyone", "--listen", "nonsense"}, "nothing can be served on nonsense"},
		{[]string{filepath.Join(dir, "gone")}, "gone"},
	} {
		var out, wrong bytes.Buffer
		status := Execute(t.Context(), System{Args: append([]string{"serve"}, tt.args...), Out: &out, Err: &wrong, Getenv: func(string) string { return "" },
			ConfigDir: dir, DataDir: dir, CacheDir: dir})
		if status == Found || !strings.Contains(wrong.String(), tt.want) {
			t.Errorf("%q: status %d and %q, want %q", tt.args, status, wrong.String(), tt.want)
		}
	}
}

func TestServeUntilItIsStopped(t *testing.T) {
	dir := t.TempDir()
	said := writerFunc(func(p []byte) (int, error) {
		if bytes.Contains(p, []byte("listening on 127.0.0.1:")) {
			if self, err := os.FindProcess(os.Getpid()); err != nil || self.Signal(os.Interrupt) != nil {
				t.Error("the signal can't be sent")
			}
		}
		return len(p), nil
	})
	status := Execute(t.Context(), System{Args: []string{"serve", "--anyone", "--listen", "127.0.0.1:0", "../../sample"}, Out: said, Err: said,
		Getenv: func(string) string { return "" }, ConfigDir: dir, DataDir: dir, CacheDir: dir})
	if status != Found {
		t.Errorf("the status is %d", status)
	}
	if _, err := os.Stat(filepath.Join(dir, "reftel", "serve", "host_key")); err != nil {
		t.Error(err)
	}
}

type writerFunc func([]byte) (int, error)

func (f writerFunc) Write(p []byte) (int, error) { return f(p) }

func TestSizes(t *testing.T) {
	for size, want := range map[string]int64{"0": 0, "2GB": 2 << 30, "500m": 500 << 20, "64KB": 64 << 10, "1000": 1000} {
		if got, err := bytesOf(size); err != nil || got != want {
			t.Errorf("%s: %d, %v", size, got, err)
		}
	}
	for _, size := range []string{"", "GB", "-1", "1TB", "2 GB", "9999999999999GB", "1.5GB"} {
		if got, err := bytesOf(size); err == nil {
			t.Errorf("%q is %d", size, got)
		}
	}
}

// The unit file starts a command that there is, and takes away what a server of texts doesn't need.
func TestTheUnitFile(t *testing.T) {
	text, err := os.ReadFile("../../docs/reftel.service")
	if err != nil {
		t.Fatal(err)
	}
	_, rest, _ := strings.Cut(string(text), "\nExecStart=")
	start, _, found := strings.Cut(rest, "\n")
	words := strings.Fields(start)
	if !found || len(words) < 3 || words[1] != "serve" {
		t.Fatalf("it starts %q", start)
	}
	c := serveCommand()
	if err := c.ParseFlags(words[2:]); err != nil || c.Flags().NArg() != 1 {
		t.Errorf("%q: %v, with the paths %q", start, err, c.Flags().Args())
	}
	if !strings.Contains(string(text), "ExecPaths="+words[0]+" ") {
		t.Errorf("%s may not be started", words[0])
	}
	for _, line := range []string{"DynamicUser=yes", "StateDirectory=reftel", "CacheDirectory=reftel", "NoNewPrivileges=yes", "CapabilityBoundingSet=", "ProtectSystem=strict",
		"ProtectHome=yes", "MemoryDenyWriteExecute=yes", "RestrictAddressFamilies=AF_INET AF_INET6", "SystemCallFilter=@system-service", "KillSignal=SIGTERM"} {
		if !slices.Contains(strings.Split(string(text), "\n"), line) {
			t.Errorf("it doesn't say %s", line)
		}
	}
}

// What docs/SERVE.md says of flags is so, and it leaves none out.
func TestTheFlagsInServeMD(t *testing.T) {
	text, err := os.ReadFile("../../docs/SERVE.md")
	if err != nil {
		t.Fatal(err)
	}
	c := serveCommand()
	mentioned := map[string]bool{}
	for _, found := range regexp.MustCompile("`--([a-z-]+)").FindAllStringSubmatch(string(text), -1) {
		mentioned[found[1]] = true
		if c.Flags().Lookup(found[1]) == nil {
			t.Errorf("there is no flag --%s", found[1])
		}
	}
	for _, flag := range []string{"listen", "authorized-keys", "anyone", "sessions", "sessions-per-key", "idle", "memory"} {
		if !mentioned[flag] {
			t.Errorf("--%s is left out", flag)
		}
	}
	for flag, said := range map[string]string{"sessions": "100", "sessions-per-key": "5", "idle": "30m0s", "memory": "2GB", "listen": "localhost:2323"} {
		shown := strings.NewReplacer("30m0s", "30 minutes", "2GB", "2 GB").Replace(said)
		if got := c.Flags().Lookup(flag).DefValue; got != said || !regexp.MustCompile("`--"+flag+"` \\| `?"+regexp.QuoteMeta(shown)).Match(text) {
			t.Errorf("--%s is %s by default", flag, got)
		}
	}
}
