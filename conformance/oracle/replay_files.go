package oracle

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
)

// traceFiles lists the traces that are meant by files and folders. A folder's
// index.json, where there is one, says which traces belong to it.
func traceFiles(args []string) (out []string, err error) {
	for _, arg := range args {
		info, err := os.Stat(arg)
		if err != nil {
			return nil, err
		}
		if !info.IsDir() {
			out = append(out, arg)
			continue
		}
		b, err := os.ReadFile(filepath.Join(arg, "index.json"))
		if os.IsNotExist(err) {
			files, _ := filepath.Glob(filepath.Join(arg, "*.json"))
			out = append(out, files...)
			continue
		}
		var index struct {
			Kubernetes string            `json:"kubernetes"`
			Scenarios  map[string]string `json:"scenarios"`
		}
		if err == nil {
			err = json.Unmarshal(b, &index)
		}
		if err != nil {
			return nil, err
		}
		if index.Kubernetes != *flagMinor {
			return nil, fmt.Errorf("%s is an index of Kubernetes %s, not %s", arg, index.Kubernetes, *flagMinor)
		}
		for _, name := range sortedKeys(index.Scenarios) {
			out = append(out, filepath.Join(arg, "..", index.Scenarios[name], name+".json"))
		}
	}
	return out, nil
}
