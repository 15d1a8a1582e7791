package oracle

import (
	"testing"

	utilfeature "k8s.io/apiserver/pkg/util/feature"
	"k8s.io/component-base/featuregate"
	_ "k8s.io/kubernetes/pkg/features" // registers the gates
)

// gateNames are the gates that concern the HPA.
var gateNames = []string{"HPAContainerMetrics", "HPAScaleToZero", "HPAConfigurableTolerance", "PodLevelResources", "HPAGeneration", "HPAOptimizedSelectorStore", "StaleControllerConsistencyHPA"}

// dependents must go off together with another gate (they do not concern the HPA).
var dependents = map[string][]string{
	"PodLevelResources": {"InPlacePodLevelResourcesVerticalScaling", "PodLevelResourceManagers", "PodLevelResourcesFixDefaulting", "PodLevelResourcesFixKubeletQOSClass"},
}

// gateDefault is a gate's default, if this version knows the gate.
func gateDefault(name string) (enabled, known bool) {
	spec, known := utilfeature.DefaultMutableFeatureGate.DeepCopy().GetAll()[featuregate.Feature(name)]
	return spec.Default, known
}

// gatesPossible tells whether this version knows the gates and has not locked
// them to something else.
func gatesPossible(gates map[string]bool) bool {
	all := utilfeature.DefaultMutableFeatureGate.DeepCopy().GetAll()
	for name, enabled := range gates {
		spec, known := all[featuregate.Feature(name)]
		if !known || (spec.LockToDefault && spec.Default != enabled) {
			return false
		}
	}
	return true
}

// unusual are the gates that are set to something else than the default.
func unusual(gates map[string]bool) map[string]bool {
	out := map[string]bool{}
	for name, enabled := range gates {
		if d, known := gateDefault(name); known && d != enabled {
			out[name] = enabled
		}
	}
	return out
}

// setGates sets gates until the function it answers is called.
func setGates(t *testing.T, gates map[string]bool) (restore func()) {
	before := map[string]bool{}
	set := func(values map[string]bool) {
		if err := utilfeature.DefaultMutableFeatureGate.SetFromMap(values); err != nil {
			t.Fatalf("feature gates %v: %v", values, err)
		}
	}
	for name, enabled := range unusual(gates) {
		values := map[string]bool{name: enabled}
		before[name] = !enabled
		if !enabled {
			for _, dep := range dependents[name] {
				if d, known := gateDefault(dep); known && d {
					values[dep], before[dep] = false, true
				}
			}
		}
		set(values)
	}
	return func() { set(before) }
}
