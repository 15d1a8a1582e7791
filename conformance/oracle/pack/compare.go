package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"reflect"
	"slices"
)

// mostShown is how many differences are printed.
const mostShown = 20

// A report prints the first differences and counts them all.
type report struct{ found int }

func (r *report) add(format string, args ...any) {
	if r.found++; r.found <= mostShown {
		fmt.Printf(format+"\n", args...)
	}
}

// compare prints where two sets differ: all their files, byte for byte. Its last
// line counts the scenarios of the given minors that are the same in both.
func compare(old, new string, minors []string) (same bool, err error) {
	r := &report{}
	names := map[string]bool{}
	for _, dir := range []string{old, new} {
		if err := listFiles(dir, names); err != nil {
			return false, err
		}
	}
	var bad []string
	for _, name := range byFile(names) {
		a, errA := readIfThere(filepath.Join(old, name))
		b, errB := readIfThere(filepath.Join(new, name))
		if err := errors.Join(errA, errB); err != nil {
			return false, err
		}
		if bytes.Equal(a, b) {
			continue
		}
		bad = append(bad, name)
		switch {
		case a == nil:
			r.add("%s: is missing", name)
		case b == nil:
			r.add("%s: does not belong there", name)
		default:
			before := r.found
			r.compareTrace(name, a, b)
			if r.found == before {
				r.add("%s: differs in empty lines at its end", name)
			}
		}
	}
	if r.found > mostShown {
		fmt.Printf("... and %d more differences\n", r.found-mostShown)
	}
	for _, minor := range minors {
		if err := count(new, minor, bad); err != nil {
			return false, err
		}
	}
	return r.found == 0, nil
}

// count prints how many scenarios of a minor are recorded as they should be; an
// index that differs counts as one more.
func count(dir, minor string, bad []string) error {
	x, err := readIndex(filepath.Join(dir, minor))
	if err != nil {
		return err
	}
	failed := 0
	for name, holder := range x.Scenarios {
		if slices.Contains(bad, filepath.Join(holder, name+".json")) {
			failed++
		}
	}
	passed := len(x.Scenarios) - failed
	if slices.Contains(bad, filepath.Join(minor, "index.json")) {
		failed++
	}
	fmt.Printf("regenerated Kubernetes %s: %d passed, %d failed\n", minor, passed, failed)
	return nil
}

// listFiles collects the JSON files of a set's folders, relative to it.
func listFiles(dir string, names map[string]bool) error {
	minors, err := newestFirst(dir)
	if err != nil {
		return err
	}
	for _, minor := range minors {
		files, err := filepath.Glob(filepath.Join(dir, minor, "*.json"))
		if err != nil {
			return err
		}
		for _, file := range files {
			names[filepath.Join(minor, filepath.Base(file))] = true
		}
	}
	return nil
}

func readIfThere(file string) ([]byte, error) {
	b, err := os.ReadFile(file)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	return b, err
}

// compareTrace says where two files differ: by field where both are the JSON of a
// trace, or else by line.
func (r *report) compareTrace(name string, a, b []byte) {
	linesA, linesB := bytes.Split(a, []byte("\n")), bytes.Split(b, []byte("\n"))
	for i := range max(len(linesA), len(linesB)) {
		la, lb := line(linesA, i), line(linesB, i)
		if bytes.Equal(la, lb) {
			continue
		}
		before := r.found
		var va, vb any
		if json.Unmarshal(bytes.TrimSuffix(la, []byte(",")), &va) == nil && json.Unmarshal(bytes.TrimSuffix(lb, []byte(",")), &vb) == nil {
			r.compareValues(fmt.Sprintf("%s line %d: ", name, i+1), va, vb)
		}
		if r.found == before { // no JSON, or only written in another way
			r.add("%s line %d: recorded %.200s, regenerated %.200s", name, i+1, la, lb)
		}
	}
}

func line(lines [][]byte, i int) []byte {
	if i < len(lines) {
		return lines[i]
	}
	return nil
}

// compareValues reports every leaf that differs.
func (r *report) compareValues(path string, a, b any) {
	ma, okA := a.(map[string]any)
	mb, okB := b.(map[string]any)
	if okA && okB {
		keys := map[string]bool{}
		for k := range ma {
			keys[k] = true
		}
		for k := range mb {
			keys[k] = true
		}
		for _, k := range byFile(keys) {
			r.compareValues(path+"."+k, ma[k], mb[k])
		}
		return
	}
	la, okA := a.([]any)
	lb, okB := b.([]any)
	if okA && okB && len(la) == len(lb) {
		for i := range la {
			r.compareValues(fmt.Sprintf("%s[%d]", path, i), la[i], lb[i])
		}
		return
	}
	if !reflect.DeepEqual(a, b) {
		r.add("%s: recorded %.200s, regenerated %.200s", path, toJSON(a), toJSON(b))
	}
}

func toJSON(v any) string {
	b, _ := json.Marshal(v)
	return string(b)
}
