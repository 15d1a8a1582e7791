//go:debug randseednop=0
// That line lets the oracle seed the global random source (see rand.Seed below).

package oracle

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"math/rand"
	"os"
	"path/filepath"
	"sort"
	"strconv"
	"strings"
	"testing"
	"testing/synctest"

	"k8s.io/klog/v2"
)

var (
	flagMinor = flag.String("minor", "", "the Kubernetes minor version this was built for, for example 1.37")
	flagSet   = flag.String("set", "scenarios", "what to generate: scenarios (hand-written), simulated, fuzz, gates (prints the defaults)")
	flagSeeds = flag.String("seeds", "1-5", "seeds of the simulated or fuzz runs, for example 1-150 or 3,9")
	flagOnly  = flag.String("only", "", "generate only scenarios whose name contains this")
	flagOut   = flag.String("out", "", "folder for the traces; nothing is written when empty")
	flagMax   = flag.Int("max", 100, "how many mismatches a replay prints; 0 means all")
)

// needMinor skips unless the program was started by one of the scripts.
func needMinor(t *testing.T) {
	if *flagMinor == "" {
		t.Skip("run it through generate.sh, verify.sh or replay.sh (needs -minor)")
	}
	klog.LogToStderr(false)
	klog.SetOutput(io.Discard)
}

// runScenario runs a scenario under its feature gates.
func runScenario(t *testing.T, sc *Scenario) (out []byte, steps int) {
	restore := setGates(t, sc.Gates)
	rand.Seed(1) // upstream's retry jitter comes from the global source
	synctest.Test(t, func(t *testing.T) {
		out, steps = runInBubble(t, sc)
	})
	restore()
	if t.Failed() {
		t.Fatalf("scenario %s", sc.Name)
	}
	return out, steps
}

// ---- generating ------------------------------------------------------------

// TestGenerate writes the traces of a set of scenarios.
func TestGenerate(t *testing.T) {
	needMinor(t)
	var list []*Scenario
	switch *flagSet {
	case "scenarios":
		list = handWritten()
	case "simulated":
		for _, seed := range parseSeeds(t, *flagSeeds) {
			list = append(list, simulatedRun(seed))
		}
	case "fuzz":
		for _, seed := range parseSeeds(t, *flagSeeds) {
			list = append(list, fuzzRun(seed))
		}
	case "gates":
		printGates()
		return
	default:
		t.Fatalf("no set %q", *flagSet)
	}
	names := map[string]bool{}
	for _, sc := range list {
		if names[sc.Name] {
			t.Fatalf("two scenarios named %s", sc.Name)
		}
		names[sc.Name] = true
	}
	sort.SliceStable(list, func(i, j int) bool { return list[i].Name < list[j].Name })
	scenarios, steps, bytes := 0, 0, 0
	for _, sc := range list {
		// A version leaves out scenarios of gates that it does not know, or has locked.
		if strings.Contains(sc.Name, *flagOnly) && gatesPossible(sc.Gates) {
			out, n := runScenario(t, sc)
			if n < sc.Steps && sc.MaxT == 0 {
				t.Errorf("%s: only %d of %d reconciles", sc.Name, n, sc.Steps)
			}
			write(t, sc.Name+".json", out)
			scenarios, steps, bytes = scenarios+1, steps+n, bytes+len(out)
		}
	}
	fmt.Printf("Kubernetes %s, %s: %d scenarios, %d reconciles, %d bytes\n", *flagMinor, *flagSet, scenarios, steps, bytes)
}

func printGates() {
	for _, name := range gateNames {
		if enabled, known := gateDefault(name); known {
			fmt.Printf("gate %s %v\n", name, enabled)
		}
	}
}

func write(t *testing.T, name string, out []byte) {
	if *flagOut == "" {
		return
	}
	if err := os.MkdirAll(*flagOut, 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(*flagOut, name), out, 0o644); err != nil {
		t.Fatal(err)
	}
}

// parseSeeds reads lists like 1-40,77.
func parseSeeds(t *testing.T, s string) (out []int64) {
	for _, part := range strings.Split(s, ",") {
		a, b, isRange := strings.Cut(part, "-")
		if !isRange {
			b = a
		}
		from, err := strconv.ParseInt(a, 10, 64)
		to, err2 := strconv.ParseInt(b, 10, 64)
		if err := errors.Join(err, err2); err != nil {
			t.Fatalf("seeds %q: %v", s, err)
		}
		for seed := from; seed <= to; seed++ {
			out = append(out, seed)
		}
	}
	return out
}

// ---- replaying -------------------------------------------------------------

// TestReplay does not return: what it prints is to end with its own last line.
func TestReplay(t *testing.T) {
	needMinor(t)
	files, err := traceFiles(flag.Args())
	if err == nil && len(files) == 0 {
		err = errors.New("no traces")
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(2)
	}
	out := &report{}
	steps := 0
	for _, file := range files {
		steps += replayTrace(t, file, out)
	}
	fmt.Printf("%s: %d traces, %d steps, %d mismatches\n", *flagMinor, len(files), steps, out.found)
	if out.found > 0 {
		os.Exit(1)
	}
	os.Exit(0)
}

func replayTrace(t *testing.T, file string, out *report) (steps int) {
	tr := readTrace(file)
	r := &replay{file: file, tr: tr, out: out}
	for _, p := range tr.problems {
		r.mismatch(nil, "format", nil, p)
	}
	if len(tr.problems) == 0 {
		sc := tr.scenario(strings.TrimSuffix(filepath.Base(file), ".json"))
		sc.Replay, sc.World = r, r.world
		runScenario(t, sc)
	}
	return len(tr.Steps)
}
