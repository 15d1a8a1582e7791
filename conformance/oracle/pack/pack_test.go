package main

import (
	"fmt"
	"os"
	"path/filepath"
	"testing"
)

func trace(name, minor string, scaleUpdate int) string {
	return fmt.Sprintf("{\n\"name\": %q,\n\"about\": \"a test\",\n\"kubernetes\": %q,\n\"steps\": [\n{\"t\":0,\"out\":{\"scaleUpdate\":%d}}\n]\n}\n", name, minor, scaleUpdate)
}

func writeFile(t *testing.T, text string, path ...string) {
	t.Helper()
	file := filepath.Join(path...)
	if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(file, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
}

// raw writes what the oracle would generate for a minor: traces of scenarios with
// these scale updates.
func raw(t *testing.T, dir, minor string, scaleUpdates map[string]int) {
	t.Helper()
	writeFile(t, "HPAScaleToZero true\nHPAGeneration false\n", dir, minor, "gates.txt")
	for name, n := range scaleUpdates {
		writeFile(t, trace(name, minor, n), dir, minor, name+".json")
	}
}

func mustMerge(t *testing.T, raw, old, out string) {
	t.Helper()
	if err := merge(raw, old, out); err != nil {
		t.Fatal(err)
	}
}

func expect(t *testing.T, want string, path ...string) {
	t.Helper()
	b, err := os.ReadFile(filepath.Join(path...))
	if err != nil {
		t.Fatal(err)
	}
	if string(b) != want {
		t.Errorf("%s:\n%s\nwant:\n%s", filepath.Join(path...), b, want)
	}
}

func expectNone(t *testing.T, path ...string) {
	t.Helper()
	if _, err := os.Stat(filepath.Join(path...)); err == nil {
		t.Errorf("%s is there", filepath.Join(path...))
	}
}

// expectSame compares two sets.
func expectSame(t *testing.T, want bool, old, new string) {
	t.Helper()
	same, err := compare(old, new, []string{"1.36"})
	if err != nil {
		t.Fatal(err)
	}
	if same != want {
		t.Errorf("compare: %v, want %v", same, want)
	}
}

func packed(t *testing.T) string {
	dir, out := t.TempDir(), t.TempDir()
	raw(t, dir, "1.37", map[string]int{"a": 1, "b": 2, "b-long": 3})
	raw(t, dir, "1.36", map[string]int{"a": 1, "b": 7})
	raw(t, dir, "1.9", map[string]int{"a": 1, "b": 7})
	mustMerge(t, dir, filepath.Join(dir, "none"), out)
	return out
}

func TestMergeStoresATraceWithTheNewestMinorThatHasIt(t *testing.T) {
	out := packed(t)
	expect(t, "{\"kubernetes\":\"1.9\",\n\"defaultFeatureGates\":{\"HPAScaleToZero\":true,\"HPAGeneration\":false},\n\"scenarios\":{\n\"a\":\"1.37\",\n\"b\":\"1.36\"\n}}\n", out, "1.9", "index.json")
	expect(t, trace("b", "1.36", 7), out, "1.36", "b.json")
	expectNone(t, out, "1.36", "a.json")
	expectNone(t, out, "1.9", "b.json")
}

func TestMergeListsScenariosInTheOrderOfTheirFiles(t *testing.T) {
	out := packed(t)
	expect(t, "{\"kubernetes\":\"1.37\",\n\"defaultFeatureGates\":{\"HPAScaleToZero\":true,\"HPAGeneration\":false},\n\"scenarios\":{\n\"a\":\"1.37\",\n\"b-long\":\"1.37\",\n\"b\":\"1.37\"\n}}\n", out, "1.37", "index.json")
}

func TestMergeOfOneMinorHandsItsTracesToTheOthers(t *testing.T) {
	out, dir := packed(t), t.TempDir()
	writeFile(t, "not a trace", out, "1.37", "notes.txt")
	raw(t, dir, "1.37", map[string]int{"a": 5, "b": 7})
	mustMerge(t, dir, out, out)
	expect(t, trace("a", "1.36", 1), out, "1.36", "a.json")
	expectNone(t, out, "1.36", "b.json")
	expectNone(t, out, "1.37", "b-long.json")
	expect(t, "not a trace", out, "1.37", "notes.txt")
}

func TestMergeOfWhatIsThereChangesNothing(t *testing.T) {
	out, again, dir := packed(t), t.TempDir(), t.TempDir()
	raw(t, dir, "1.36", map[string]int{"a": 1, "b": 7})
	mustMerge(t, dir, out, again)
	expectSame(t, true, out, again)
}

func TestCompareFindsWhatDiffers(t *testing.T) {
	for name, change := range map[string]func(dir string){
		"another value":  func(dir string) { writeFile(t, trace("b", "1.36", 8), dir, "1.36", "b.json") },
		"another layout": func(dir string) { writeFile(t, trace("b", "1.36", 7)+"\n", dir, "1.36", "b.json") },
		"a file more":    func(dir string) { writeFile(t, trace("c", "1.36", 7), dir, "1.36", "c.json") },
		"a file less": func(dir string) {
			if err := os.Remove(filepath.Join(dir, "1.36", "b.json")); err != nil {
				t.Fatal(err)
			}
		},
	} {
		t.Run(name, func(t *testing.T) {
			recorded, regenerated := packed(t), packed(t)
			expectSame(t, true, recorded, regenerated)
			change(recorded)
			expectSame(t, false, recorded, regenerated)
		})
	}
}
