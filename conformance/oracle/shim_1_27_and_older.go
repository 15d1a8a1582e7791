//go:build k8s_1_27_and_older

package oracle

import (
	"context"
	"time"

	v1 "k8s.io/api/core/v1"
	apimeta "k8s.io/apimachinery/pkg/api/meta"
	utilfeature "k8s.io/apiserver/pkg/util/feature"
	autoscalinginformers "k8s.io/client-go/informers/autoscaling/v2"
	coreinformers "k8s.io/client-go/informers/core/v1"
	autoscalingclient "k8s.io/client-go/kubernetes/typed/autoscaling/v2"
	v1core "k8s.io/client-go/kubernetes/typed/core/v1"
	scaleclient "k8s.io/client-go/scale"
	"k8s.io/kubernetes/pkg/controller/podautoscaler"
	metricsclient "k8s.io/kubernetes/pkg/controller/podautoscaler/metrics"
	"k8s.io/kubernetes/pkg/features"
)

// The constructor of these versions takes no context, but a feature gate.
func newController(_ context.Context, ev v1core.EventsGetter, sc scaleclient.ScalesGetter, hpas autoscalingclient.HorizontalPodAutoscalersGetter,
	mapper apimeta.RESTMapper, mc metricsclient.MetricsClient, hi autoscalinginformers.HorizontalPodAutoscalerInformer, pi coreinformers.PodInformer,
	sync, down time.Duration, tol float64, cpuInit, ready time.Duration) *podautoscaler.HorizontalController {
	return podautoscaler.NewHorizontalController(ev, sc, hpas, mapper, mc, hi, pi, sync, down, tol, cpuInit, ready,
		utilfeature.DefaultFeatureGate.Enabled(features.HPAContainerMetrics))
}

// Containers of these versions have no restartPolicy.
func setRestartPolicy(_ *v1.Container, _ string) {}
