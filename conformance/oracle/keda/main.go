// The oracle for KEDA: KEDA's own code answers what it makes of ScaledObjects. generate.sh builds and runs it.
//
//	hpa      the HPA that the operator makes, or its error
//	webhook  what the admission webhook refuses and warns of
//	schema   what the API server says by the schema of the CustomResourceDefinition
package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"

	"github.com/go-logr/logr"
	ctrl "sigs.k8s.io/controller-runtime"

	"github.com/kedacore/keda/v2/version"
)

// The modules that go.mod pins.
const (
	kedaVersion       = "2.21.0"
	kubernetesVersion = "1.36.4"
)

type file struct {
	Suite      string `json:"suite"`
	Kubernetes string `json:"kubernetes"`
	Note       string `json:"note"`
	Extra      extra  `json:"extra"`
}

type extra struct {
	Keda string `json:"keda"`
}

func write(folder, suite, note string, cases []any) {
	head, err := json.Marshal(file{suite, kubernetesVersion, note, extra{kedaVersion}})
	check(err)
	out, err := os.Create(filepath.Join(folder, suite+".json"))
	check(err)
	defer out.Close()
	w := bufio.NewWriter(out)
	defer w.Flush()
	fmt.Fprintf(w, "%s,\"cases\":[\n", head[:len(head)-1])
	for i, item := range cases {
		line, err := json.Marshal(item)
		check(err)
		separator := ","
		if i == len(cases)-1 {
			separator = ""
		}
		fmt.Fprintf(w, "%s%s\n", line, separator)
	}
	fmt.Fprintln(w, "]}")
}

func check(err error) {
	if err != nil {
		panic(err)
	}
}

func main() {
	if len(os.Args) != 3 {
		fmt.Fprintln(os.Stderr, "usage: oracle CRD_FILE FOLDER")
		os.Exit(2)
	}
	ctrl.SetLogger(logr.Discard())
	version.Version = kedaVersion
	folder := os.Args[2]
	write(folder, "keda-hpa", hpaNote, hpaAnswers())
	write(folder, "keda-webhook", webhookNote, webhookAnswers())
	write(folder, "keda-schema", schemaNote, schemaAnswers(os.Args[1]))
}
