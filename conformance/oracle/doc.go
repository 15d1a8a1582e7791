// Package oracle runs the real HorizontalPodAutoscaler controller of Kubernetes
// (pkg/controller/podautoscaler, with its own queue, REST metrics client,
// defaulting, admission strategy and validation) in the fake time of
// testing/synctest, writes down what it saw and did at every reconcile, and
// replays such traces. generate.sh, verify.sh and replay.sh run it; how, stands
// in conformance/README.md.
//
// Where to look:
//
//	scenario.go, cluster.go   what a scenario describes
//	scenarios*.go             the hand-written scenarios, by area
//	manifests.go              shorthand for their manifests
//	simulated.go, plant.go    simulated runs: a random HPA on a small random cluster
//	fuzz.go                   chaos, for a search with many seeds
//	run.go, reconcile.go      one scenario from beginning to end, one reconcile
//	environment.go            what a running scenario knows
//	controller.go             starts and stops the real controller
//	listers.go, scale_api.go, metrics_apis.go, hpa_storage.go, admission.go, events.go
//	                          the API server, as the controller sees it
//	trace_*.go                the trace format, writing and reading it
//	replay*.go                feeding a trace's inputs to the controller, comparing the rest
//	shim_*.go                 Go APIs that differ between minors, chosen by build tags
//	oracle_test.go            the entry points, because synctest needs a test
//	pack/                     sorts traces into conformance/vectors, compares folders
//
// It is built once for every minor, each time with mods/<minor>/go.mod.
package oracle
