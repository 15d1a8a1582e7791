package main

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
)

// merge replaces the minors of raw in the set old and writes the result to out.
func merge(raw, old, out string) error {
	fresh, err := newestFirst(raw)
	if err != nil {
		return err
	}
	all, err := readSet(old, fresh)
	if err != nil {
		return err
	}
	for _, minor := range fresh {
		if all[minor], err = readRaw(filepath.Join(raw, minor)); err != nil {
			return err
		}
	}
	return write(all, out)
}

// write packs a set. Traces that it no longer holds are deleted.
func write(all set, dir string) error {
	kept := map[string][]string{} // minors that hold a trace of their own, by scenario
	var minors []string
	for minor := range all {
		minors = append(minors, minor)
	}
	slices.SortFunc(minors, func(a, b string) int { return number(b) - number(a) })
	for _, minor := range minors {
		folder := filepath.Join(dir, minor)
		if err := os.MkdirAll(folder, 0o755); err != nil {
			return err
		}
		traces := all[minor].traces
		holders := map[string]string{}
		own, size, steps := 0, 0, 0
		for _, name := range byFile(traces) {
			steps += len(stepStart.FindAllIndex(traces[name], -1))
			i := slices.IndexFunc(kept[name], func(m string) bool { return bytes.Equal(all[m].traces[name], traces[name]) })
			if i >= 0 {
				holders[name] = kept[name][i]
				continue
			}
			kept[name] = append(kept[name], minor)
			holders[name] = minor
			b := stamp(traces[name], minor)
			if err := os.WriteFile(filepath.Join(folder, name+".json"), b, 0o644); err != nil {
				return err
			}
			own, size = own+1, size+len(b)
		}
		if err := removeOthers(folder, minor, holders); err != nil {
			return err
		}
		if err := writeIndex(folder, minor, all[minor].gates, holders); err != nil {
			return err
		}
		fmt.Printf("Kubernetes %s: %d scenarios, %d reconciles; %d files (%.1f MB), the rest as in newer versions\n", minor, len(holders), steps, own, float64(size)/1e6)
	}
	return nil
}

// removeOthers deletes the traces that the folder's former index says it held and
// the new one does not.
func removeOthers(folder, minor string, holders map[string]string) error {
	former, err := readIndex(folder)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		return err
	}
	for name, holder := range former.Scenarios {
		if holder == minor && holders[name] != minor {
			if err := os.Remove(filepath.Join(folder, name+".json")); err != nil && !errors.Is(err, fs.ErrNotExist) {
				return err
			}
		}
	}
	return nil
}
