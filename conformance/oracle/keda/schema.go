package main

import (
	"context"
	"encoding/json"
	"os"
	"sort"

	apiextensions "k8s.io/apiextensions-apiserver/pkg/apis/apiextensions"
	apiextensionsv1 "k8s.io/apiextensions-apiserver/pkg/apis/apiextensions/v1"
	structuralschema "k8s.io/apiextensions-apiserver/pkg/apiserver/schema"
	"k8s.io/apiextensions-apiserver/pkg/apiserver/schema/cel"
	"k8s.io/apiextensions-apiserver/pkg/apiserver/schema/defaulting"
	"k8s.io/apiextensions-apiserver/pkg/apiserver/schema/pruning"
	"k8s.io/apiextensions-apiserver/pkg/apiserver/validation"
	celconfig "k8s.io/apiserver/pkg/apis/cel"
	"sigs.k8s.io/yaml"
)

const schemaNote = "in is the text of a ScaledObject; out.unknown the fields that strict decoding refuses, out.errors those of " +
	"the schema, without the line by which the server says that it did not look at the rest, out.stored the spec with defaults"

type schemaCase struct {
	ID  string     `json:"id"`
	In  string     `json:"in"`
	Out schemaSaid `json:"out"`
}

type schemaSaid struct {
	Unknown []string `json:"unknown"`
	Errors  []string `json:"errors"`
	Stored  any      `json:"stored,omitempty"`
}

type crd struct {
	structural *structuralschema.Structural
	validator  validation.SchemaValidator
	rules      *cel.Validator
}

func readCRD(path string) crd {
	text, err := os.ReadFile(path)
	check(err)
	var written apiextensionsv1.CustomResourceDefinition
	check(yaml.Unmarshal(text, &written))
	var internal apiextensions.CustomResourceDefinition
	check(apiextensionsv1.Convert_v1_CustomResourceDefinition_To_apiextensions_CustomResourceDefinition(&written, &internal, nil))
	schema, err := apiextensions.GetSchemaForVersion(&internal, "v1alpha1")
	check(err)
	structural, err := structuralschema.NewStructural(schema.OpenAPIV3Schema)
	check(err)
	validator, _, err := validation.NewSchemaValidator(schema.OpenAPIV3Schema)
	check(err)
	return crd{structural, validator, cel.NewValidator(structural, true, celconfig.PerCallLimit)}
}

// said answers as the server does: prune and note, default, validate, and the rules where nothing else is wrong.
func (c crd) said(text string) schemaSaid {
	data, err := yaml.YAMLToJSON([]byte(text))
	check(err)
	object := map[string]any{}
	check(json.Unmarshal(data, &object))
	object = integers(object).(map[string]any)
	options := structuralschema.UnknownFieldPathOptions{TrackUnknownFieldPaths: true}
	unknown := pruning.PruneWithOptions(object, c.structural, true, options)
	defaulting.PruneNonNullableNullsWithoutDefaults(object, c.structural)
	defaulting.Default(object, c.structural)
	errs := validation.ValidateCustomResource(nil, object, c.validator)
	if len(errs) == 0 {
		more, _ := c.rules.Validate(context.Background(), nil, c.structural, object, nil, celconfig.RuntimeCELCostBudget)
		errs = append(errs, more...)
	}
	answer := schemaSaid{Unknown: append([]string{}, unknown...), Errors: []string{}}
	for _, one := range errs {
		answer.Errors = append(answer.Errors, one.Error())
	}
	sort.Strings(answer.Unknown)
	sort.Strings(answer.Errors)
	if len(answer.Errors) == 0 {
		answer.Stored = object["spec"]
	}
	return answer
}

// integers are whole numbers of JSON as the server decodes them.
func integers(value any) any {
	switch held := value.(type) {
	case map[string]any:
		for key, one := range held {
			held[key] = integers(one)
		}
	case []any:
		for index, one := range held {
			held[index] = integers(one)
		}
	case float64:
		if whole := int64(held); float64(whole) == held {
			return whole
		}
	}
	return value
}

const head = "apiVersion: keda.sh/v1alpha1\nkind: ScaledObject\nmetadata:\n  name: worker\n"

const kafkaText = "  triggers:\n    - type: kafka\n      metadata:\n        topic: orders\n"

func schemaAnswers(path string) []any {
	c := readCRD(path)
	answers := []any{}
	add := func(id, spec string) {
		text := head + spec
		answers = append(answers, schemaCase{id, text, c.said(text)})
	}
	target := "spec:\n  scaleTargetRef:\n    name: worker\n"
	plain := target + kafkaText
	add("plain", plain)
	add("no-spec", "")
	add("empty-spec", "spec: {}\n")
	add("no-target", "spec:\n"+kafkaText)
	add("no-triggers", target)
	add("empty-triggers", target+"  triggers: []\n")
	add("target-without-name", "spec:\n  scaleTargetRef: {kind: Deployment}\n"+kafkaText)
	add("target-empty-name", "spec:\n  scaleTargetRef: {name: \"\"}\n"+kafkaText)
	add("target-text", "spec:\n  scaleTargetRef: worker\n"+kafkaText)
	add("target-number", "spec:\n  scaleTargetRef: {name: 5}\n"+kafkaText)
	add("target-null", "spec:\n  scaleTargetRef: null\n"+kafkaText)
	for _, name := range []string{"pollingInterval", "cooldownPeriod", "initialCooldownPeriod", "idleReplicaCount", "minReplicaCount", "maxReplicaCount"} {
		for _, one := range [][2]string{{"negative", "-1"}, {"zero", "0"}, {"one", "1"}, {"text", "\"5\""}, {"unit", "30s"}, {"decimal", "1.5"}, {"whole-decimal", "2.0"}, {"huge", "3000000000"}, {"null", "null"}, {"list", "[1]"}, {"bool", "true"}} {
			add(name+"-"+one[0], plain+"  "+name+": "+one[1]+"\n")
		}
	}
	add("min-above-max", plain+"  minReplicaCount: 5\n  maxReplicaCount: 4\n")
	add("min-above-default-max", plain+"  minReplicaCount: 101\n")
	add("min-equals-max", plain+"  minReplicaCount: 4\n  maxReplicaCount: 4\n")
	add("min-above-max-and-error", plain+"  minReplicaCount: 5\n  maxReplicaCount: 4\n  pollingInterval: 0\n")
	add("metadata-number", target+"  triggers:\n    - type: kafka\n      metadata:\n        lagThreshold: 50\n")
	add("metadata-bool", target+"  triggers:\n    - type: kafka\n      metadata:\n        allowIdleConsumers: true\n        topic: a\n")
	add("metadata-null", target+"  triggers:\n    - type: kafka\n      metadata:\n        topic: null\n")
	add("metadata-decimal", target+"  triggers:\n    - type: kafka\n      metadata:\n        threshold: 0.5\n")
	add("metadata-list", target+"  triggers:\n    - type: kafka\n      metadata: [a]\n")
	add("metadata-object", target+"  triggers:\n    - type: kafka\n      metadata:\n        a: {b: c}\n")
	add("metadata-object-deep", target+"  triggers:\n    - type: {a: {b: 1}, c: 2}\n      metadata: {}\n")
	add("metadata-missing", target+"  triggers:\n    - type: kafka\n")
	add("metadata-empty", target+"  triggers:\n    - type: kafka\n      metadata: {}\n")
	add("type-missing", target+"  triggers:\n    - metadata: {}\n")
	add("type-empty", target+"  triggers:\n    - type: \"\"\n      metadata: {}\n")
	add("trigger-text", target+"  triggers:\n    - kafka\n")
	add("triggers-object", target+"  triggers:\n    type: kafka\n")
	add("trigger-unknown-field", plain+"      topic: orders\n")
	add("cached-text", plain+"      useCachedMetrics: \"true\"\n")
	add("authentication", plain+"      authenticationRef: {name: a, kind: ClusterTriggerAuthentication}\n")
	add("authentication-kind", plain+"      authenticationRef: {name: a, kind: Secret}\n")
	add("authentication-without-name", plain+"      authenticationRef: {}\n")
	add("unknown-fields", plain+"  minReplicas: 1\n  advanced: {behavior: {}}\n")
	add("status", plain+"status: {x: 1}\n")
	add("top-level", plain+"triggers: []\n")
	add("fallback", plain+"  fallback: {failureThreshold: 3, replicas: 4}\n")
	add("fallback-incomplete", plain+"  fallback: {replicas: 4}\n")
	add("fallback-negative", plain+"  fallback: {failureThreshold: -1, replicas: -4}\n")
	add("fallback-behavior", plain+"  fallback: {failureThreshold: 3, replicas: 4, behavior: currentReplicasIfHigher}\n")
	add("fallback-behavior-wrong", plain+"  fallback: {failureThreshold: 3, replicas: 4, behavior: Static}\n")
	add("fallback-behavior-null", plain+"  fallback: {failureThreshold: 3, replicas: 4, behavior: null}\n")
	advanced := func(id, text string) { add("advanced-"+id, plain+"  advanced: {"+text+"}\n") }
	advanced("empty", "")
	advanced("restore", "restoreToOriginalReplicaCount: true")
	advanced("restore-text", "restoreToOriginalReplicaCount: \"yes\"")
	advanced("name-number", "horizontalPodAutoscalerConfig: {name: 5}")
	advanced("behavior", "horizontalPodAutoscalerConfig: {behavior: {scaleDown: {stabilizationWindowSeconds: 60, selectPolicy: Min, tolerance: 50m, policies: [{type: Pods, value: 1, periodSeconds: 15}]}}}")
	advanced("behavior-policy-incomplete", "horizontalPodAutoscalerConfig: {behavior: {scaleUp: {policies: [{type: Pods, value: 1}]}}}")
	advanced("behavior-policy-text", "horizontalPodAutoscalerConfig: {behavior: {scaleUp: {policies: [{type: Pods, value: \"1\", periodSeconds: 15s}]}}}")
	advanced("tolerance-text", "horizontalPodAutoscalerConfig: {behavior: {scaleUp: {tolerance: \"5%\"}}}")
	advanced("tolerance-decimal", "horizontalPodAutoscalerConfig: {behavior: {scaleUp: {tolerance: 0.05}}}")
	advanced("tolerance-number", "horizontalPodAutoscalerConfig: {behavior: {scaleUp: {tolerance: 1}}}")
	advanced("tolerance-quantity", "horizontalPodAutoscalerConfig: {behavior: {scaleUp: {tolerance: 50m}}}")
	advanced("modifiers", "scalingModifiers: {formula: a, target: \"2\", metricType: Value, activationTarget: \"1\"}")
	advanced("modifiers-target-number", "scalingModifiers: {formula: a, target: 2}")
	advanced("modifiers-type", "scalingModifiers: {formula: a, target: \"2\", metricType: Utilization}")
	return answers
}
