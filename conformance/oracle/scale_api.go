package oracle

import (
	"time"

	autoscalingv1 "k8s.io/api/autoscaling/v1"
	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"
	"k8s.io/apimachinery/pkg/runtime"
	core "k8s.io/client-go/testing"
)

// scaleGet answers a GET of the scale subresource.
func (e *env) scaleGet(action core.Action) (bool, runtime.Object, error) {
	name := action.(core.GetAction).GetName()
	if o, ok := e.others[name]; ok {
		return true, &autoscalingv1.Scale{ObjectMeta: metav1.ObjectMeta{Name: name, Namespace: e.ns},
			Spec: autoscalingv1.ScaleSpec{Replicas: 1}, Status: autoscalingv1.ScaleStatus{Replicas: 1, Selector: o.Selector}}, nil
	}
	c := e.cluster
	if c.GetErr != nil {
		return true, nil, c.GetErr.err()
	}
	if c.RetryGetErr != nil && c.updateCalls > 0 {
		return true, nil, c.RetryGetErr.err()
	}
	return true, &autoscalingv1.Scale{ObjectMeta: metav1.ObjectMeta{Name: name, Namespace: e.ns},
		Spec: autoscalingv1.ScaleSpec{Replicas: c.Spec}, Status: autoscalingv1.ScaleStatus{Replicas: c.Status, Selector: c.Selector}}, nil
}

// scaleUpdate answers an UPDATE of the scale subresource; it accepts any number.
func (e *env) scaleUpdate(action core.Action) (bool, runtime.Object, error) {
	obj := action.(core.UpdateAction).GetObject().(*autoscalingv1.Scale)
	if _, ok := e.others[obj.Name]; ok || !e.live {
		return true, obj, nil
	}
	c := e.cluster
	c.updateCalls++
	e.lastAction = time.Now()
	if len(c.UpdateErrs) > 0 {
		u := c.UpdateErrs[0]
		c.UpdateErrs = c.UpdateErrs[1:]
		if u != nil {
			return true, nil, u.err()
		}
	}
	n := obj.Spec.Replicas
	e.step.Out.ScaleUpdate = &n
	return true, obj, nil
}
