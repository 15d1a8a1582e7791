package oracle

import (
	"context"
	"encoding/json"

	autoscalingv2 "k8s.io/api/autoscaling/v2"
	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"
	genericapirequest "k8s.io/apiserver/pkg/endpoints/request"
	"k8s.io/kubernetes/pkg/api/legacyscheme"
	"k8s.io/kubernetes/pkg/apis/autoscaling"
	hparegistry "k8s.io/kubernetes/pkg/registry/autoscaling/horizontalpodautoscaler"
	"sigs.k8s.io/yaml"
)

// requestContext is what the registry strategies look into.
func (e *env) requestContext() context.Context {
	ctx := genericapirequest.WithNamespace(genericapirequest.NewContext(), e.ns)
	return genericapirequest.WithRequestInfo(ctx, &genericapirequest.RequestInfo{
		IsResourceRequest: true, Verb: "create", APIGroup: "autoscaling", APIVersion: "v2", Namespace: e.ns, Resource: "horizontalpodautoscalers"})
}

// parseHPA reads a manifest and sets the defaults.
func parseHPA(manifest string) *autoscalingv2.HorizontalPodAutoscaler {
	h := &autoscalingv2.HorizontalPodAutoscaler{}
	if err := yaml.Unmarshal([]byte(manifest), h); err != nil {
		panic(err)
	}
	if h.Namespace == "" {
		h.Namespace = "default"
	}
	legacyscheme.Scheme.Default(h)
	return h
}

func toInternal(h *autoscalingv2.HorizontalPodAutoscaler) *autoscaling.HorizontalPodAutoscaler {
	out := &autoscaling.HorizontalPodAutoscaler{}
	if err := legacyscheme.Scheme.Convert(h, out, nil); err != nil {
		panic(err)
	}
	return out
}

func toV2(h *autoscaling.HorizontalPodAutoscaler) *autoscalingv2.HorizontalPodAutoscaler {
	out := &autoscalingv2.HorizontalPodAutoscaler{}
	if err := legacyscheme.Scheme.Convert(h, out, nil); err != nil {
		panic(err)
	}
	out.APIVersion, out.Kind = "autoscaling/v2", "HorizontalPodAutoscaler"
	return roundTrip(out)
}

// roundTrip sends an HPA through JSON, which cuts times to whole seconds.
func roundTrip(h *autoscalingv2.HorizontalPodAutoscaler) *autoscalingv2.HorizontalPodAutoscaler {
	b, err := json.Marshal(h)
	if err != nil {
		panic(err)
	}
	out := &autoscalingv2.HorizontalPodAutoscaler{}
	if err := json.Unmarshal(b, out); err != nil {
		panic(err)
	}
	return out
}

// admit does what the API server does on create and update: defaulting,
// dropping of disabled fields, generation, validation.
func (e *env) admit(manifest string, old *autoscalingv2.HorizontalPodAutoscaler) (*autoscalingv2.HorizontalPodAutoscaler, []string) {
	h := parseHPA(manifest)
	in := toInternal(h)
	var errs []string
	if old == nil {
		hparegistry.Strategy.PrepareForCreate(e.requestContext(), in)
		for _, x := range hparegistry.Strategy.Validate(e.requestContext(), in) {
			errs = append(errs, x.Error())
		}
	} else {
		oldIn := toInternal(old)
		in.Generation, in.UID, in.ResourceVersion = oldIn.Generation, oldIn.UID, oldIn.ResourceVersion
		hparegistry.Strategy.PrepareForUpdate(e.requestContext(), in, oldIn)
		for _, x := range hparegistry.Strategy.ValidateUpdate(e.requestContext(), in, oldIn) {
			errs = append(errs, x.Error())
		}
	}
	return toV2(in), errs
}

// hpaJSON is the HPA as a trace shows it: without status and without what the
// server fills in.
func hpaJSON(h *autoscalingv2.HorizontalPodAutoscaler) json.RawMessage {
	x := h.DeepCopy()
	x.ResourceVersion, x.UID, x.CreationTimestamp = "", "", metav1.Time{}
	x.APIVersion, x.Kind = "", ""
	b, _ := json.Marshal(x)
	m := map[string]json.RawMessage{}
	_ = json.Unmarshal(b, &m)
	delete(m, "status")
	meta := map[string]json.RawMessage{}
	_ = json.Unmarshal(m["metadata"], &meta)
	delete(meta, "creationTimestamp") // null in some versions, absent in others
	m["metadata"], _ = json.Marshal(meta)
	b, _ = json.Marshal(m)
	return b
}
