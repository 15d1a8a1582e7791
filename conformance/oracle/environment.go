package oracle

import (
	"context"
	"encoding/json"
	"errors"
	"time"

	v1 "k8s.io/api/core/v1"
	"k8s.io/client-go/kubernetes/fake"
	"k8s.io/kubernetes/pkg/controller/podautoscaler"
)

// env is a scenario while it runs: the API server's side of it, the controller,
// and the steps recorded so far. The driver (run.go) and the controller take
// turns, so nothing here needs a lock.
type env struct {
	scenario *Scenario
	ns, name string // of the HPA that is watched, the primary one
	flags    Flags
	start    time.Time    // t = 0
	requests chan request // reconciles that want to begin

	controller      *podautoscaler.HorizontalController
	cancel          context.CancelFunc // ends the controller
	controllerDone  chan struct{}      // closed when it has ended
	clientset       *fake.Clientset    // stores the HPAs
	resourceVersion int                // the last one given out

	cluster    *Cluster
	podObjects []*v1.Pod         // sorted by name, what the pod lister answers
	others     map[string]*Other // the other HPAs that exist
	active     []jsonOther       // those whose selector the controller remembers

	// What was written last, to leave out what has not changed since.
	lastScale, lastPods, lastOthers string
	status                          map[string]json.RawMessage // without conditions
	conditions                      map[string]string          // JSON by type

	live       bool // a reconcile of the primary HPA is running
	step       *jsonStep
	asked      map[string]bool // questions already answered in this step
	lastAction time.Time       // when the controller last wrote something
	steps      []*jsonStep
	pending    []jsonEdit // edits since the latest step
}

// A request is a reconcile that wants to begin. It does when ack is closed; an
// error sent there makes it end at once.
type request struct {
	name string
	ack  chan error
}

var errStopped = errors.New("the controller is being stopped")

// now is the time in seconds since the start of the trace.
func (e *env) now() float64 {
	return float64(time.Since(e.start).Nanoseconds()) / 1e9
}

// once is true for the first of equal keys in a step.
func (e *env) once(key string) bool {
	if e.asked[key] {
		return false
	}
	e.asked[key] = true
	return true
}
