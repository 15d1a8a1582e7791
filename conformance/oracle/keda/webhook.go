package main

import (
	"encoding/json"
	"strings"

	appsv1 "k8s.io/api/apps/v1"
	autoscalingv2 "k8s.io/api/autoscaling/v2"
	corev1 "k8s.io/api/core/v1"
	"k8s.io/apimachinery/pkg/api/resource"
	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"
	"sigs.k8s.io/controller-runtime/pkg/client"
	"sigs.k8s.io/controller-runtime/pkg/client/fake"

	kedav1alpha1 "github.com/kedacore/keda/v2/apis/keda/v1alpha1"
)

const webhookNote = "in.scaledObject is applied where in.others are; out.refusals of every check of the webhook, each " +
	"check's first, and out.warnings"

type webhookCase struct {
	ID  string       `json:"id"`
	In  webhookInput `json:"in"`
	Out webhookSaid  `json:"out"`
}

type webhookInput struct {
	ScaledObject *kedav1alpha1.ScaledObject `json:"scaledObject"`
	Others       []client.Object            `json:"others,omitempty"`
}

type webhookSaid struct {
	Refusals []string `json:"refusals"`
	Warnings []string `json:"warnings"`
}

func ask(in webhookInput) webhookSaid {
	target, hpaName, nameOf := kedav1alpha1.OracleIndexes()
	c := fake.NewClientBuilder().WithScheme(newScheme()).WithObjects(in.Others...).
		WithIndex(&kedav1alpha1.ScaledObject{}, target, func(o client.Object) []string {
			return []string{o.(*kedav1alpha1.ScaledObject).Spec.ScaleTargetRef.Name}
		}).
		WithIndex(&kedav1alpha1.ScaledObject{}, hpaName, func(o client.Object) []string {
			return []string{nameOf(o.(*kedav1alpha1.ScaledObject))}
		}).
		WithIndex(&autoscalingv2.HorizontalPodAutoscaler{}, target, func(o client.Object) []string {
			return []string{o.(*autoscalingv2.HorizontalPodAutoscaler).Spec.ScaleTargetRef.Name}
		}).Build()
	kedav1alpha1.OracleSetup(c, newMapper())
	refusals, warnings := kedav1alpha1.OracleAsk(in.ScaledObject)
	return webhookSaid{append([]string{}, refusals...), append([]string{}, warnings...)}
}

func deployment(containers ...corev1.Container) *appsv1.Deployment {
	labels := metadata{"app": "worker"}
	return &appsv1.Deployment{
		TypeMeta:   metav1.TypeMeta{APIVersion: "apps/v1", Kind: "Deployment"},
		ObjectMeta: metav1.ObjectMeta{Name: "worker", Namespace: "shop"},
		Spec: appsv1.DeploymentSpec{
			Selector: &metav1.LabelSelector{MatchLabels: labels},
			Template: corev1.PodTemplateSpec{ObjectMeta: metav1.ObjectMeta{Labels: labels}, Spec: corev1.PodSpec{Containers: containers}},
		},
	}
}

func containerOf(name, requests, limits string) corev1.Container {
	list := func(text string) corev1.ResourceList {
		made := corev1.ResourceList{}
		for _, pair := range strings.Fields(text) {
			resourceName, amount, _ := strings.Cut(pair, "=")
			made[corev1.ResourceName(resourceName)] = resource.MustParse(amount)
		}
		return made
	}
	return corev1.Container{Name: name, Resources: corev1.ResourceRequirements{Requests: list(requests), Limits: list(limits)}}
}

func hpaOn(name, kind, version, target string) *autoscalingv2.HorizontalPodAutoscaler {
	return &autoscalingv2.HorizontalPodAutoscaler{
		TypeMeta:   metav1.TypeMeta{APIVersion: "autoscaling/v2", Kind: "HorizontalPodAutoscaler"},
		ObjectMeta: metav1.ObjectMeta{Name: name, Namespace: "shop"},
		Spec: autoscalingv2.HorizontalPodAutoscalerSpec{
			ScaleTargetRef: autoscalingv2.CrossVersionObjectReference{APIVersion: version, Kind: kind, Name: target},
			MaxReplicas:    3,
		},
	}
}

func webhookAnswers() []any {
	answers := []any{}
	add := func(id string, so *kedav1alpha1.ScaledObject, others ...client.Object) {
		before, err := json.Marshal(so)
		check(err)
		in := webhookInput{so, others}
		out := ask(in)
		after, err := json.Marshal(so)
		check(err)
		if string(before) != string(after) {
			panic(id + ": the webhook changed what it was asked about")
		}
		answers = append(answers, webhookCase{id, in, out})
	}
	change := func(change func(*kedav1alpha1.ScaledObject), triggers ...kedav1alpha1.ScaleTriggers) *kedav1alpha1.ScaledObject {
		if len(triggers) == 0 {
			triggers = []kedav1alpha1.ScaleTriggers{trigger("kafka", kafka)}
		}
		so := scaledObject(triggers...)
		change(so)
		return so
	}
	same := func(*kedav1alpha1.ScaledObject) {}
	counts := func(min, max, idle int32) func(*kedav1alpha1.ScaledObject) {
		return func(so *kedav1alpha1.ScaledObject) {
			if min >= 0 {
				so.Spec.MinReplicaCount = ptr(min)
			}
			if max >= 0 {
				so.Spec.MaxReplicaCount = ptr(max)
			}
			if idle >= 0 {
				so.Spec.IdleReplicaCount = ptr(idle)
			}
		}
	}
	cpu := trigger("cpu", utilization)
	cpu.MetricType = "Utilization"
	memory := trigger("memory", utilization)
	memory.MetricType = "Utilization"
	inApp := trigger("cpu", with(utilization, "containerName", "app"))
	inApp.MetricType = "Utilization"
	named := func(name, kind string, held metadata) kedav1alpha1.ScaleTriggers {
		made := trigger(kind, held)
		made.Name = name
		return made
	}
	cached := func(kind string, held metadata) kedav1alpha1.ScaleTriggers {
		made := trigger(kind, held)
		made.UseCachedMetrics = true
		return made
	}

	add("plain", change(same))
	for _, name := range []string{"exactly63", "too-long"} {
		length := map[string]int{"exactly63": 63, "too-long": 64}[name]
		so := change(func(so *kedav1alpha1.ScaledObject) {
			so.Name = strings.Repeat("a", length)
			so.Spec.Advanced = &kedav1alpha1.AdvancedConfig{HorizontalPodAutoscalerConfig: &kedav1alpha1.HorizontalPodAutoscalerConfig{Name: "short"}}
		})
		add("name-"+name, so)
	}
	add("hpa-name-54", change(func(so *kedav1alpha1.ScaledObject) { so.Name = strings.Repeat("a", 54) }))
	add("hpa-name-55", change(func(so *kedav1alpha1.ScaledObject) { so.Name = strings.Repeat("a", 55) }))
	add("hpa-name-written", change(func(so *kedav1alpha1.ScaledObject) {
		so.Spec.Advanced = &kedav1alpha1.AdvancedConfig{HorizontalPodAutoscalerConfig: &kedav1alpha1.HorizontalPodAutoscalerConfig{Name: strings.Repeat("b", 70)}}
	}))
	for _, one := range [][3]int32{{-1, -1, 0}, {0, -1, 0}, {0, -1, 1}, {1, -1, 0}, {2, -1, 1}, {2, -1, 2}, {5, 4, -1}, {0, 1, -1}, {101, -1, -1}, {-1, -1, 3}, {4, 4, 3}} {
		name := strings.NewReplacer("{", "", "}", "", " ", "_").Replace(strings.Trim(strings.Join(strings.Fields(jsonText(one)), ""), "[]"))
		add("counts-"+strings.ReplaceAll(name, ",", "_"), change(counts(one[0], one[1], one[2])))
	}
	fallback := func(behavior string) func(*kedav1alpha1.ScaledObject) {
		return func(so *kedav1alpha1.ScaledObject) {
			so.Spec.MinReplicaCount = ptr(int32(1))
			so.Spec.Fallback = &kedav1alpha1.Fallback{FailureThreshold: 3, Replicas: 4, Behavior: behavior}
		}
	}
	resources := deployment(containerOf("app", "cpu=100m memory=64Mi", ""))
	add("fallback", change(fallback("static")))
	add("fallback-resource", change(fallback("static"), cpu), resources)
	add("fallback-mixed", change(fallback("static"), cpu, trigger("kafka", kafka)), resources)
	add("fallback-formula-missing", change(fallback("scalingModifiers")))
	add("fallback-formula", change(func(so *kedav1alpha1.ScaledObject) {
		fallback("scalingModifiers")(so)
		so.Spec.Advanced = &kedav1alpha1.AdvancedConfig{ScalingModifiers: kedav1alpha1.ScalingModifiers{Formula: "lag ?? 3", Target: "1"}}
	}, named("lag", "kafka", kafka)))
	add("triggers-same-name", change(same, named("a", "kafka", kafka), named("a", "prometheus", prometheus)))
	add("triggers-names", change(same, named("a", "kafka", kafka), named("b", "prometheus", prometheus)))
	for _, kind := range []string{"cpu", "memory", "cron", "kafka"} {
		held := map[string]metadata{"cpu": utilization, "memory": utilization, "cron": cron, "kafka": kafka}[kind]
		others := []client.Object{}
		if kind == "cpu" || kind == "memory" {
			others = append(others, resources)
		}
		add("cached-"+kind, change(counts(1, -1, -1), cached(kind, held)), others...)
	}
	add("cpu-request", change(counts(1, -1, -1), cpu), resources)
	add("cpu-limit", change(counts(1, -1, -1), cpu), deployment(containerOf("app", "", "cpu=1")))
	add("cpu-zero", change(counts(1, -1, -1), cpu), deployment(containerOf("app", "cpu=0", "")))
	add("cpu-second-bare", change(counts(1, -1, -1), cpu), deployment(containerOf("app", "cpu=1", ""), containerOf("side", "memory=1Gi", "")))
	add("cpu-of-one-container", change(counts(1, -1, -1), inApp), deployment(containerOf("app", "cpu=1", ""), containerOf("side", "", "")))
	add("memory-missing", change(counts(1, -1, -1), memory), deployment(containerOf("app", "cpu=1", "")))
	add("cpu-to-zero-absent", change(same, cpu), resources)
	add("cpu-to-zero-written", change(counts(0, -1, -1), cpu, memory), resources)
	add("cpu-and-kafka-to-zero", change(counts(0, -1, -1), cpu, trigger("kafka", kafka)), resources)
	add("hpa-same-target", change(same), hpaOn("web", "Deployment", "apps/v1", "worker"))
	add("hpa-other-target", change(same), hpaOn("web", "Deployment", "apps/v1", "other"))
	add("hpa-other-kind", change(same), hpaOn("web", "StatefulSet", "apps/v1", "worker"))
	allowed := hpaOn("web", "Deployment", "apps/v1", "worker")
	allowed.Annotations = metadata{"validations.keda.sh/hpa-ownership": "false"}
	add("hpa-allowed", change(same), allowed)
	owned := hpaOn("keda-hpa-worker", "Deployment", "apps/v1", "worker")
	owned.OwnerReferences = []metav1.OwnerReference{{APIVersion: "keda.sh/v1alpha1", Kind: "ScaledObject", Name: "worker", UID: "1"}}
	add("hpa-owned", change(same), owned)
	transfer := func(name string) func(*kedav1alpha1.ScaledObject) {
		return func(so *kedav1alpha1.ScaledObject) {
			so.Annotations = metadata{"scaledobject.keda.sh/transfer-hpa-ownership": "true"}
			if name != "" {
				so.Spec.Advanced = &kedav1alpha1.AdvancedConfig{HorizontalPodAutoscalerConfig: &kedav1alpha1.HorizontalPodAutoscalerConfig{Name: name}}
			}
		}
	}
	add("hpa-transferred", change(transfer("web")), hpaOn("web", "Deployment", "apps/v1", "worker"))
	add("hpa-transferred-unnamed", change(transfer("")), hpaOn("web", "Deployment", "apps/v1", "worker"))
	other := change(func(so *kedav1alpha1.ScaledObject) { so.Name = "other" })
	add("scaledobject-same-target", change(same), other)
	third := change(func(so *kedav1alpha1.ScaledObject) {
		so.Name = "third"
		so.Spec.ScaleTargetRef = &kedav1alpha1.ScaleTarget{Name: "elsewhere"}
		so.Spec.Advanced = &kedav1alpha1.AdvancedConfig{HorizontalPodAutoscalerConfig: &kedav1alpha1.HorizontalPodAutoscalerConfig{Name: "keda-hpa-worker"}}
	})
	add("scaledobject-same-hpa", change(same), third)
	statefulSet := change(func(so *kedav1alpha1.ScaledObject) {
		so.Name = "stateful"
		so.Spec.ScaleTargetRef.Kind = "StatefulSet"
	})
	add("scaledobject-other-kind", change(same), statefulSet)
	modified := func(modifiers kedav1alpha1.ScalingModifiers) func(*kedav1alpha1.ScaledObject) {
		return func(so *kedav1alpha1.ScaledObject) {
			so.Spec.Advanced = &kedav1alpha1.AdvancedConfig{ScalingModifiers: modifiers}
		}
	}
	lag := named("lag", "kafka", kafka)
	add("modifiers", change(modified(kedav1alpha1.ScalingModifiers{Formula: "lag > 5 ? lag : 2", Target: "2"}), lag))
	add("modifiers-no-formula", change(modified(kedav1alpha1.ScalingModifiers{Target: "2"}), lag))
	add("modifiers-no-target", change(modified(kedav1alpha1.ScalingModifiers{Formula: "lag"}), lag))
	for _, target := range []string{"x", "0", "-1", "1e3"} {
		add("modifiers-target-"+target, change(modified(kedav1alpha1.ScalingModifiers{Formula: "lag", Target: target}), lag))
	}
	seconds := func(polling, cooldown int32) func(*kedav1alpha1.ScaledObject) {
		return func(so *kedav1alpha1.ScaledObject) {
			so.Spec.PollingInterval, so.Spec.CooldownPeriod = ptr(polling), ptr(cooldown)
		}
	}
	both := func(changes ...func(*kedav1alpha1.ScaledObject)) func(*kedav1alpha1.ScaledObject) {
		return func(so *kedav1alpha1.ScaledObject) {
			for _, one := range changes {
				one(so)
			}
		}
	}
	add("periods", change(seconds(10, 60)))
	add("periods-min-1", change(both(seconds(10, 60), counts(1, -1, -1))))
	add("periods-idle", change(both(seconds(10, 60), counts(2, -1, 1))))
	add("periods-cached", change(both(seconds(10, 60), counts(1, -1, -1)), cached("kafka", kafka)))
	add("periods-modifiers", change(both(seconds(10, 60), counts(1, -1, -1), modified(kedav1alpha1.ScalingModifiers{Formula: "lag", Target: "2"})), lag))
	return answers
}

func jsonText(value any) string {
	text, err := json.Marshal(value)
	check(err)
	return string(text)
}
