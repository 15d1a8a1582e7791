// Command pack sorts the traces of several minors into folders in which nothing
// is stored twice, and compares two such folders.
//
//	pack merge RAW OLD OUT
//	pack compare OLD NEW [MINOR...]
//
// A set (OLD, OUT, NEW) has a folder for each minor. Its index.json says for each
// scenario of that minor which folder holds the trace: one that is byte-identical
// (apart from its "kubernetes" field) to that of a newer minor is stored once, in
// the newest such minor's folder.
//
// merge takes the minors in RAW (one folder each: *.json and gates.txt) and, for
// all others, what OLD has. OUT may be OLD. Files of other kinds are left alone.
package main

import (
	"fmt"
	"os"
)

func main() {
	args := os.Args[1:]
	var err error
	same := true
	switch {
	case len(args) == 4 && args[0] == "merge":
		err = merge(args[1], args[2], args[3])
	case len(args) >= 3 && args[0] == "compare":
		same, err = compare(args[1], args[2], args[3:])
	default:
		err = fmt.Errorf("usage: pack merge RAW OLD OUT | pack compare OLD NEW [MINOR...]")
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(2)
	}
	if !same {
		os.Exit(1)
	}
}
