// Laid over KEDA's package keda (controllers): a door to what makes the HPA.
package keda

import (
	"context"

	"github.com/go-logr/logr"
	autoscalingv2 "k8s.io/api/autoscaling/v2"
	"k8s.io/apimachinery/pkg/api/meta"

	kedav1alpha1 "github.com/kedacore/keda/v2/apis/keda/v1alpha1"
)

// OracleHPA does what a reconcile does up to the creation of the HPA: the label, the target's kind, and the HPA itself.
func OracleHPA(ctx context.Context, r *ScaledObjectReconciler, so *kedav1alpha1.ScaledObject, mapper meta.RESTMapper) (*autoscalingv2.HorizontalPodAutoscaler, error) {
	if err := r.ensureScaledObjectLabel(ctx, logr.Discard(), so); err != nil {
		return nil, err
	}
	ref := so.Spec.ScaleTargetRef
	gvkr, err := kedav1alpha1.ParseGVKR(mapper, ref.APIVersion, ref.Kind)
	if err != nil {
		return nil, err
	}
	return r.newHPAForScaledObject(ctx, logr.Discard(), so, &gvkr)
}
