package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
)

// A set is all traces of all minors, unpacked.
type set map[string]*minorSet

type minorSet struct {
	gates  []gate
	traces map[string][]byte // by scenario, without the "kubernetes" line
}

type gate struct {
	name    string
	enabled bool
}

var (
	minorName  = regexp.MustCompile(`^1\.\d+$`)
	kubernetes = regexp.MustCompile(`(?m)^"kubernetes": "[^"]*",\n`)
	about      = regexp.MustCompile(`(?m)^"about": .*\n`)
	stepStart  = regexp.MustCompile(`(?m)^\{"t":`)
)

// strip takes the "kubernetes" line out of a trace, stamp puts one in.
func strip(trace []byte) []byte { return kubernetes.ReplaceAll(trace, nil) }

func stamp(stripped []byte, minor string) []byte {
	end := about.FindIndex(stripped)
	if end == nil {
		return stripped
	}
	return slices.Concat(stripped[:end[1]], []byte(`"kubernetes": "`+minor+"\",\n"), stripped[end[1]:])
}

// newestFirst lists the folders of a set.
func newestFirst(dir string) ([]string, error) {
	entries, err := os.ReadDir(dir)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	var out []string
	for _, e := range entries {
		if e.IsDir() && minorName.MatchString(e.Name()) {
			out = append(out, e.Name())
		}
	}
	slices.SortFunc(out, func(a, b string) int { return number(b) - number(a) })
	return out, err
}

func number(minor string) int {
	n, _ := strconv.Atoi(strings.TrimPrefix(minor, "1."))
	return n
}

// ---- index.json ------------------------------------------------------------

type index struct {
	Kubernetes string            `json:"kubernetes"`
	Gates      json.RawMessage   `json:"defaultFeatureGates"`
	Scenarios  map[string]string `json:"scenarios"`
}

func readIndex(dir string) (*index, error) {
	file := filepath.Join(dir, "index.json")
	b, err := os.ReadFile(file)
	if err != nil {
		return nil, err
	}
	x := &index{}
	if err := json.Unmarshal(b, x); err != nil {
		return nil, fmt.Errorf("%s: %w", file, err)
	}
	return x, nil
}

func writeIndex(dir, minor string, gates []gate, holders map[string]string) error {
	var b strings.Builder
	fmt.Fprintf(&b, "{\"kubernetes\":%q,\n\"defaultFeatureGates\":{", minor)
	for i, g := range gates {
		if i > 0 {
			b.WriteByte(',')
		}
		fmt.Fprintf(&b, "%q:%v", g.name, g.enabled)
	}
	b.WriteString("},\n\"scenarios\":{\n")
	for i, name := range byFile(holders) {
		if i > 0 {
			b.WriteString(",\n")
		}
		fmt.Fprintf(&b, "%q:%q", name, holders[name])
	}
	b.WriteString("\n}}\n")
	return os.WriteFile(filepath.Join(dir, "index.json"), []byte(b.String()), 0o644)
}

// byFile lists scenarios in the order of their files.
func byFile[V any](m map[string]V) []string {
	var out []string
	for name := range m {
		out = append(out, name)
	}
	slices.SortFunc(out, func(a, b string) int { return strings.Compare(a+".json", b+".json") })
	return out
}

// ---- reading ---------------------------------------------------------------

// readSet unpacks a set, but for some minors.
func readSet(dir string, except []string) (set, error) {
	minors, err := newestFirst(dir)
	if err != nil {
		return nil, err
	}
	out := set{}
	for _, minor := range minors {
		if slices.Contains(except, minor) {
			continue
		}
		x, err := readIndex(filepath.Join(dir, minor))
		if errors.Is(err, fs.ErrNotExist) {
			continue // not a folder of traces
		}
		if err != nil {
			return nil, err
		}
		m := &minorSet{traces: map[string][]byte{}}
		if m.gates, err = gatesInOrder(x.Gates); err != nil {
			return nil, fmt.Errorf("%s: %w", minor, err)
		}
		for name, holder := range x.Scenarios {
			b, err := os.ReadFile(filepath.Join(dir, holder, name+".json"))
			if err != nil {
				return nil, fmt.Errorf("%s lists %s: %w", filepath.Join(minor, "index.json"), name, err)
			}
			m.traces[name] = strip(b)
		}
		out[minor] = m
	}
	return out, nil
}

// gatesInOrder keeps the order in which the gates stand in the file.
func gatesInOrder(b json.RawMessage) (out []gate, err error) {
	d := json.NewDecoder(bytes.NewReader(b))
	if _, err := d.Token(); err != nil { // the brace
		return nil, err
	}
	for d.More() {
		name, err := d.Token()
		if err != nil {
			return nil, err
		}
		g := gate{name: fmt.Sprint(name)}
		if err := d.Decode(&g.enabled); err != nil {
			return nil, err
		}
		out = append(out, g)
	}
	return out, nil
}

// readRaw reads what the oracle has generated for one minor.
func readRaw(dir string) (*minorSet, error) {
	m := &minorSet{traces: map[string][]byte{}}
	b, err := os.ReadFile(filepath.Join(dir, "gates.txt"))
	if err != nil {
		return nil, err
	}
	for _, line := range strings.Split(strings.TrimSpace(string(b)), "\n") {
		name, enabled, _ := strings.Cut(line, " ")
		m.gates = append(m.gates, gate{name, enabled == "true"})
	}
	files, err := filepath.Glob(filepath.Join(dir, "*.json"))
	if err != nil {
		return nil, err
	}
	for _, file := range files {
		if b, err = os.ReadFile(file); err != nil {
			return nil, err
		}
		m.traces[strings.TrimSuffix(filepath.Base(file), ".json")] = strip(b)
	}
	return m, nil
}
