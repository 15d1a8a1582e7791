//go:build k8s_1_36_and_older

package oracle

import (
	"k8s.io/apimachinery/pkg/labels"
	"k8s.io/kubernetes/pkg/controller/podautoscaler"
	"k8s.io/kubernetes/pkg/controller/util/selectors"
)

// putSelector makes the controller remember the selector of another HPA; nil
// makes it forget that HPA.
func putSelector(ctrl *podautoscaler.HorizontalController, key selectors.Key, sel labels.Selector) {
	store := private(ctrl, "hpaSelectors").Interface().(*selectors.BiMultimap)
	if sel == nil {
		store.DeleteSelector(key)
		return
	}
	store.PutSelector(key, sel)
}
