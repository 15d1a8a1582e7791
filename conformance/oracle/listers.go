package oracle

import (
	autoscalingv2 "k8s.io/api/autoscaling/v2"
	v1 "k8s.io/api/core/v1"
	k8serrors "k8s.io/apimachinery/pkg/api/errors"
	"k8s.io/apimachinery/pkg/labels"
	autoscalinginformers "k8s.io/client-go/informers/autoscaling/v2"
	coreinformers "k8s.io/client-go/informers/core/v1"
	autoscalinglisters "k8s.io/client-go/listers/autoscaling/v2"
	corelisters "k8s.io/client-go/listers/core/v1"
)

// hpaInformerHook leads to a HPA lister that announces each reconcile
// (reconcileKey starts with one Get) and waits until the driver has put the
// cluster into the state of that instant.
type hpaInformerHook struct {
	autoscalinginformers.HorizontalPodAutoscalerInformer
	e *env
}

func (h hpaInformerHook) Lister() autoscalinglisters.HorizontalPodAutoscalerLister {
	return hpaListerHook{h.HorizontalPodAutoscalerInformer.Lister(), h.e}
}

type hpaListerHook struct {
	autoscalinglisters.HorizontalPodAutoscalerLister
	e *env
}

func (h hpaListerHook) HorizontalPodAutoscalers(ns string) autoscalinglisters.HorizontalPodAutoscalerNamespaceLister {
	return hpaNSHook{h.HorizontalPodAutoscalerLister.HorizontalPodAutoscalers(ns), h.e}
}

type hpaNSHook struct {
	autoscalinglisters.HorizontalPodAutoscalerNamespaceLister
	e *env
}

func (h hpaNSHook) Get(name string) (*autoscalingv2.HorizontalPodAutoscaler, error) {
	r := request{name, make(chan error)}
	h.e.requests <- r
	if err := <-r.ack; err != nil {
		return nil, err
	}
	return h.HorizontalPodAutoscalerNamespaceLister.Get(name)
}

// podInformerHook leads to a pod lister that answers the driver's pods sorted by
// name (the real one has no fixed order, so upstream's choice of "the first pod"
// in error texts varies).
type podInformerHook struct {
	coreinformers.PodInformer
	e *env
}

func (h podInformerHook) Lister() corelisters.PodLister { return podLister{e: h.e} }

type podLister struct {
	corelisters.PodListerExpansion
	e *env
}

func (l podLister) List(sel labels.Selector) ([]*v1.Pod, error) {
	var out []*v1.Pod
	for _, p := range l.e.podObjects {
		if sel.Matches(labels.Set(p.Labels)) {
			out = append(out, p)
		}
	}
	return out, nil
}

func (l podLister) Pods(ns string) corelisters.PodNamespaceLister { return podNSLister{e: l.e} }

type podNSLister struct {
	corelisters.PodNamespaceListerExpansion
	e *env
}

func (l podNSLister) List(sel labels.Selector) ([]*v1.Pod, error) { return podLister{e: l.e}.List(sel) }
func (l podNSLister) Get(name string) (*v1.Pod, error) {
	for _, p := range l.e.podObjects {
		if p.Name == name {
			return p, nil
		}
	}
	return nil, k8serrors.NewNotFound(v1.Resource("pods"), name)
}
