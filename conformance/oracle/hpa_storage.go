package oracle

import (
	"encoding/json"
	"fmt"
	"slices"
	"sort"
	"strings"
	"time"

	autoscalingv2 "k8s.io/api/autoscaling/v2"
	apiequality "k8s.io/apimachinery/pkg/api/equality"
	k8serrors "k8s.io/apimachinery/pkg/api/errors"
	"k8s.io/apimachinery/pkg/runtime"
	"k8s.io/apimachinery/pkg/runtime/schema"
	core "k8s.io/client-go/testing"
)

var hpaGVR = schema.GroupVersionResource{Group: "autoscaling", Version: "v2", Resource: "horizontalpodautoscalers"}

func (e *env) nextRV() string {
	e.resourceVersion++
	return fmt.Sprint(e.resourceVersion)
}

// get is the stored HPA, nil when there is none.
func (e *env) get(name string) *autoscalingv2.HorizontalPodAutoscaler {
	obj, err := e.clientset.Tracker().Get(hpaGVR, e.ns, name)
	if err != nil {
		return nil
	}
	return obj.(*autoscalingv2.HorizontalPodAutoscaler)
}

// updateStatus stores what the controller writes with UpdateStatus: only the
// status.
func (e *env) updateStatus(action core.Action) (bool, runtime.Object, error) {
	ua := action.(core.UpdateAction)
	if ua.GetSubresource() != "status" {
		return false, nil, nil
	}
	in := ua.GetObject().(*autoscalingv2.HorizontalPodAutoscaler)
	for i := range in.Status.Conditions {
		in.Status.Conditions[i].Message = normalise(in.Status.Conditions[i].Message)
	}
	cur := e.get(in.Name)
	isPrimary := in.Name == e.name && e.live
	if isPrimary {
		e.lastAction = time.Now()
		if cur != nil && apiequality.Semantic.DeepEqual(cur.Status, in.Status) {
			// only the (random) order of the HPAs in a message had changed
			return true, cur.DeepCopy(), nil
		}
		e.step.Out.StatusWrites++
		if e.cluster.StatusErr != nil {
			return true, nil, e.cluster.StatusErr.err()
		}
	}
	if cur == nil {
		return true, nil, k8serrors.NewNotFound(autoscalingv2.Resource("horizontalpodautoscalers"), in.Name)
	}
	out := cur.DeepCopy()
	rt := roundTrip(in)
	out.Status = rt.Status
	out.ResourceVersion = e.nextRV()
	if isPrimary {
		e.recordStatus(rt)
	}
	if err := e.clientset.Tracker().Update(hpaGVR, out, e.ns); err != nil {
		return true, nil, err
	}
	return true, out.DeepCopy(), nil
}

// Fields of the status, in the order of a trace. conditions are kept apart.
var statusFields = []string{"observedGeneration", "lastScaleTime", "currentReplicas", "desiredReplicas", "currentMetrics"}

// recordStatus writes the changes since the previous status.
func (e *env) recordStatus(h *autoscalingv2.HorizontalPodAutoscaler) {
	now := map[string]json.RawMessage{}
	_ = json.Unmarshal([]byte(mustJSON(h.Status)), &now)
	conditions := now["conditions"]
	delete(now, "conditions")
	parts := append(e.changedFields(now), e.changedConditions(conditions)...)
	e.step.Out.Status = json.RawMessage("{" + strings.Join(parts, ",") + "}")
}

func (e *env) changedFields(now map[string]json.RawMessage) (parts []string) {
	for k := range now {
		if !slices.Contains(statusFields, k) {
			panic("unknown status field " + k)
		}
	}
	for _, k := range statusFields {
		v, has := now[k]
		_, had := e.status[k]
		switch {
		case had && !has:
			parts = append(parts, fmt.Sprintf("%q:null", k))
		case has && string(v) != string(e.status[k]):
			parts = append(parts, fmt.Sprintf("%q:%s", k, v))
		}
	}
	e.status = now
	return parts
}

func (e *env) changedConditions(b json.RawMessage) (parts []string) {
	var list []json.RawMessage
	_ = json.Unmarshal(b, &list)
	now := map[string]string{}
	var changed, removed []string
	for _, c := range list {
		var x struct {
			Type string `json:"type"`
		}
		_ = json.Unmarshal(c, &x)
		now[x.Type] = string(c)
		if e.conditions[x.Type] != string(c) {
			changed = append(changed, string(c))
		}
	}
	for k := range e.conditions {
		if _, ok := now[k]; !ok {
			removed = append(removed, fmt.Sprintf("%q", k))
		}
	}
	sort.Strings(removed)
	e.conditions = now
	if len(changed) > 0 {
		parts = append(parts, `"conditions":[`+strings.Join(changed, ",")+"]")
	}
	if len(removed) > 0 {
		parts = append(parts, `"conditionsRemoved":[`+strings.Join(removed, ",")+"]")
	}
	return parts
}
