package oracle

import (
	"time"

	v1 "k8s.io/api/core/v1"
	"k8s.io/apimachinery/pkg/api/resource"
	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"
)

// requestList writes quantities as the API does.
func requestList(m map[string]string) v1.ResourceList {
	if m == nil {
		return nil
	}
	out := v1.ResourceList{}
	for k, v := range m {
		out[v1.ResourceName(k)] = resource.MustParse(v)
	}
	return out
}

// at is an instant in seconds since the start of the trace.
func (e *env) at(sec int64) metav1.Time {
	return metav1.NewTime(e.start.Add(time.Duration(sec) * time.Second))
}

// buildPod makes the API object of a pod.
func (e *env) buildPod(p Pod) *v1.Pod {
	tpl, ok := e.scenario.Templates[p.Template]
	if !ok {
		panic("no pod template " + p.Template + " in " + e.scenario.Name)
	}
	pod := &v1.Pod{
		ObjectMeta: metav1.ObjectMeta{Name: p.Name, Namespace: e.ns, Labels: tpl.Labels},
		Status:     v1.PodStatus{Phase: v1.PodPhase(p.Phase)},
	}
	if p.Start != nil {
		t := e.at(*p.Start)
		pod.Status.StartTime = &t
	}
	if p.Deleted != nil {
		t := e.at(*p.Deleted)
		pod.DeletionTimestamp = &t
	}
	if p.Ready != "" {
		pod.Status.Conditions = append(pod.Status.Conditions, v1.PodCondition{Type: v1.PodReady, Status: v1.ConditionStatus(p.Ready), LastTransitionTime: e.at(p.ReadyAt)})
	}
	for _, c := range tpl.Containers {
		pod.Spec.Containers = append(pod.Spec.Containers, v1.Container{Name: c.Name, Resources: v1.ResourceRequirements{Requests: requestList(c.Requests)}})
	}
	for _, c := range tpl.InitContainers {
		k := v1.Container{Name: c.Name, Resources: v1.ResourceRequirements{Requests: requestList(c.Requests)}}
		setRestartPolicy(&k, c.RestartPolicy)
		pod.Spec.InitContainers = append(pod.Spec.InitContainers, k)
	}
	if tpl.PodRequests != nil {
		setPodRequests(&pod.Spec, requestList(tpl.PodRequests))
	}
	return pod
}
