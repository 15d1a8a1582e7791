//go:build !k8s_1_30_and_older

package oracle

import (
	"context"

	utilruntime "k8s.io/apimachinery/pkg/util/runtime"
)

// captureErrors hands every error that upstream only logs to f.
func captureErrors(f func(error)) {
	utilruntime.ErrorHandlers = []utilruntime.ErrorHandler{
		func(_ context.Context, err error, _ string, _ ...interface{}) { f(err) },
	}
}

// The event broadcaster of these versions ends with its context.
const shutdownBroadcaster = false
