//go:build k8s_1_30_and_older

package oracle

import (
	utilruntime "k8s.io/apimachinery/pkg/util/runtime"
)

// captureErrors hands every error that upstream only logs to f.
func captureErrors(f func(error)) {
	utilruntime.ErrorHandlers = []func(error){f}
}

// The event broadcaster of these versions does not end with its context: the
// oracle stops it itself.
const shutdownBroadcaster = true
