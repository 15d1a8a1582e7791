//go:build !k8s_1_36_and_older

package oracle

import (
	"k8s.io/apimachinery/pkg/labels"
	"k8s.io/kubernetes/pkg/controller/podautoscaler"
	"k8s.io/kubernetes/pkg/controller/util/selectors"
)

type selectorTracker interface {
	PutIfAbsent(ns string, key selectors.Key, sel labels.Selector) bool
	PutIfPresent(ns string, key selectors.Key, sel labels.Selector) bool
	Delete(ns string, key selectors.Key)
}

// putSelector makes the controller remember the selector of another HPA; nil
// makes it forget that HPA.
func putSelector(ctrl *podautoscaler.HorizontalController, key selectors.Key, sel labels.Selector) {
	tracker := private(ctrl, "selectorTracker").Interface().(selectorTracker)
	if sel == nil {
		tracker.Delete(key.Namespace, key)
		return
	}
	tracker.PutIfAbsent(key.Namespace, key, sel)
	tracker.PutIfPresent(key.Namespace, key, sel)
}
