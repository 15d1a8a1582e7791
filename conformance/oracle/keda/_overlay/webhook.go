// Laid over KEDA's package v1alpha1: a door to its admission webhook without a manager.
package v1alpha1

import (
	"k8s.io/apimachinery/pkg/api/meta"
	"sigs.k8s.io/controller-runtime/pkg/client"
)

// OracleSetup says what the webhook sees of the cluster.
func OracleSetup(c client.Client, mapper meta.RESTMapper) {
	kc = c
	restMapper = mapper
}

// OracleIndexes are the fields by which the webhook looks for its neighbours.
func OracleIndexes() (target, hpaName string, nameOf func(*ScaledObject) string) {
	return scaleTargetRefNameIdx, hpaNameIdx, func(so *ScaledObject) string { return getHpaName(*so) }
}

// OracleAsk runs every check of the webhook in a fixed order and goes on after a refusal, where the webhook itself takes
// them as a Go map gives them and stops at the first.
func OracleAsk(so *ScaledObject) (refusals, warnings []string) {
	for _, check := range []func() ([]string, error){
		func() ([]string, error) { return verifyName(so.DeepCopy(), "create", false) },
		func() ([]string, error) { return verifyReplicaCount(so.DeepCopy(), "create", false) },
		func() ([]string, error) { return verifyFallback(so.DeepCopy(), "create", false) },
		func() ([]string, error) { return nil, verifyTriggers(so.DeepCopy(), "create", false) },
		func() ([]string, error) { return verifyCPUMemoryScalers(so.DeepCopy(), "create", false) },
		func() ([]string, error) { return verifyHpas(so.DeepCopy(), "create", false) },
		func() ([]string, error) { return verifyScaledObjects(so.DeepCopy(), "create", false) },
	} {
		told, err := check()
		warnings = append(warnings, told...)
		if err != nil {
			refusals = append(refusals, err.Error())
		}
	}
	return refusals, warnings
}
