package main

import (
	"context"
	"fmt"
	"maps"

	appsv1 "k8s.io/api/apps/v1"
	autoscalingv2 "k8s.io/api/autoscaling/v2"
	corev1 "k8s.io/api/core/v1"
	"k8s.io/apimachinery/pkg/api/meta"
	"k8s.io/apimachinery/pkg/runtime"
	"k8s.io/apimachinery/pkg/runtime/schema"
	"sigs.k8s.io/controller-runtime/pkg/client"
	"sigs.k8s.io/controller-runtime/pkg/client/fake"

	kedav1alpha1 "github.com/kedacore/keda/v2/apis/keda/v1alpha1"
	"github.com/kedacore/keda/v2/controllers/keda"
	"github.com/kedacore/keda/v2/pkg/scalers/scalersconfig"
	"github.com/kedacore/keda/v2/pkg/scaling"
	"github.com/kedacore/keda/v2/pkg/scaling/cache"
)

const hpaNote = "in.scaledObject as stored, in.auth what a TriggerAuthentication gives its triggers, in.env the environment " +
	"of the target's container; out.hpa metadata and spec as the operator creates it, or out.error"

type hpaInput struct {
	ScaledObject *kedav1alpha1.ScaledObject `json:"scaledObject"`
	Auth         map[string]string          `json:"auth,omitempty"`
	Env          map[string]string          `json:"env,omitempty"`
}

type hpaAnswer struct {
	ID  string    `json:"id"`
	In  hpaInput  `json:"in"`
	Out hpaOutput `json:"out"`
}

type hpaOutput struct {
	HPA   *hpaShown `json:"hpa,omitempty"`
	Error string    `json:"error,omitempty"`
}

// Without what a client never sees of it: the owner reference is to an object without a uid here.
type hpaShown struct {
	Name        string                                    `json:"name"`
	Namespace   string                                    `json:"namespace"`
	Labels      map[string]string                         `json:"labels"`
	Annotations map[string]string                         `json:"annotations,omitempty"`
	Spec        autoscalingv2.HorizontalPodAutoscalerSpec `json:"spec"`
}

func newScheme() *runtime.Scheme {
	scheme := runtime.NewScheme()
	check(kedav1alpha1.AddToScheme(scheme))
	check(appsv1.AddToScheme(scheme))
	check(autoscalingv2.AddToScheme(scheme))
	check(corev1.AddToScheme(scheme))
	return scheme
}

// newMapper knows the workloads of a usual cluster and one of somebody else's.
func newMapper() meta.RESTMapper {
	mapper := meta.NewDefaultRESTMapper(nil)
	for _, gvk := range []schema.GroupVersionKind{
		{Group: "apps", Version: "v1", Kind: "Deployment"},
		{Group: "apps", Version: "v1", Kind: "StatefulSet"},
		{Group: "apps", Version: "v1", Kind: "ReplicaSet"},
		{Group: "argoproj.io", Version: "v1alpha1", Kind: "Rollout"},
	} {
		mapper.Add(gvk, meta.RESTScopeNamespace)
	}
	return mapper
}

// handler stands where the operator keeps its scalers; nothing else of it is asked for.
type handler struct {
	scaling.ScaleHandler
	client client.Client
	in     hpaInput
}

func (h *handler) GetScalersCache(ctx context.Context, object kedav1alpha1.ScalableObject) (*cache.ScalersCache, error) {
	so := object.(*kedav1alpha1.ScaledObject)
	made := &cache.ScalersCache{ScaledObject: so}
	for index, trigger := range so.Spec.Triggers {
		auth := map[string]string{}
		if trigger.AuthenticationRef != nil {
			maps.Copy(auth, h.in.Auth)
		}
		config := &scalersconfig.ScalerConfig{
			ScalableObjectName:      so.Name,
			ScalableObjectNamespace: so.Namespace,
			ScalableObjectType:      "ScaledObject",
			TriggerName:             trigger.Name,
			TriggerMetadata:         maps.Clone(trigger.Metadata),
			TriggerType:             trigger.Type,
			TriggerUseCachedMetrics: trigger.UseCachedMetrics,
			ResolvedEnv:             h.in.Env,
			AuthParams:              auth,
			TriggerIndex:            index,
			MetricType:              trigger.MetricType,
			AsMetricSource:          so.IsUsingModifiers(),
			ScaledObject:            so,
			TriggerUniqueKey:        fmt.Sprintf("oracle-%d", index),
		}
		scaler, err := scaling.OracleBuildScaler(ctx, h.client, trigger.Type, config)
		if err != nil {
			return nil, err
		}
		made.Scalers = append(made.Scalers, cache.ScalerBuilder{Scaler: scaler, ScalerConfig: *config})
	}
	return made, nil
}

func hpaOf(in hpaInput) hpaOutput {
	scheme := newScheme()
	so := in.ScaledObject.DeepCopy()
	c := fake.NewClientBuilder().WithScheme(scheme).WithObjects(so.DeepCopy()).WithStatusSubresource(so).Build()
	check(c.Get(context.Background(), client.ObjectKeyFromObject(so), so))
	reconciler := &keda.ScaledObjectReconciler{
		Client:       c,
		Scheme:       scheme,
		ScaleHandler: &handler{client: c, in: in},
	}
	hpa, err := keda.OracleHPA(context.Background(), reconciler, so, newMapper())
	if err != nil {
		return hpaOutput{Error: err.Error()}
	}
	return hpaOutput{HPA: &hpaShown{hpa.Name, hpa.Namespace, hpa.Labels, hpa.Annotations, hpa.Spec}}
}

func hpaAnswers() []any {
	answers := []any{}
	for _, c := range hpaCases() {
		answers = append(answers, hpaAnswer{c.id, c.in, hpaOf(c.in)})
	}
	return answers
}
