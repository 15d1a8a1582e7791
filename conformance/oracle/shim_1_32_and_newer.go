//go:build !k8s_1_31_and_older

package oracle

import (
	v1 "k8s.io/api/core/v1"
)

// setPodRequests sets the pod-level spec.resources.requests.
func setPodRequests(spec *v1.PodSpec, r v1.ResourceList) {
	spec.Resources = &v1.ResourceRequirements{Requests: r}
}
