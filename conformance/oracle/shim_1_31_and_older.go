//go:build k8s_1_31_and_older

package oracle

import (
	v1 "k8s.io/api/core/v1"
)

// Pods of these versions have no pod-level resources.
func setPodRequests(_ *v1.PodSpec, _ v1.ResourceList) {}
