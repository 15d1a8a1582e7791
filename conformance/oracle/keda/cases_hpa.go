package main

import (
	"fmt"

	autoscalingv2 "k8s.io/api/autoscaling/v2"
	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"

	kedav1alpha1 "github.com/kedacore/keda/v2/apis/keda/v1alpha1"
)

type hpaCase struct {
	id string
	in hpaInput
}

type metadata = map[string]string

func ptr[T any](value T) *T { return &value }

// with is a copy of some metadata with other entries; an empty one takes an entry out.
func with(base metadata, changes ...string) metadata {
	changed := metadata{}
	for key, value := range base {
		changed[key] = value
	}
	for i := 0; i < len(changes); i += 2 {
		if changes[i+1] == "" {
			delete(changed, changes[i])
			continue
		}
		changed[changes[i]] = changes[i+1]
	}
	return changed
}

func trigger(kind string, held metadata) kedav1alpha1.ScaleTriggers {
	return kedav1alpha1.ScaleTriggers{Type: kind, Metadata: held}
}

func authenticated(kind string, held metadata) kedav1alpha1.ScaleTriggers {
	made := trigger(kind, held)
	made.AuthenticationRef = &kedav1alpha1.AuthenticationRef{Name: "credentials"}
	return made
}

func scaledObject(triggers ...kedav1alpha1.ScaleTriggers) *kedav1alpha1.ScaledObject {
	return &kedav1alpha1.ScaledObject{
		TypeMeta:   metav1.TypeMeta{APIVersion: "keda.sh/v1alpha1", Kind: "ScaledObject"},
		ObjectMeta: metav1.ObjectMeta{Name: "worker", Namespace: "shop"},
		Spec: kedav1alpha1.ScaledObjectSpec{
			ScaleTargetRef: &kedav1alpha1.ScaleTarget{Name: "worker"},
			Triggers:       triggers,
		},
	}
}

var kafka = metadata{"bootstrapServers": "kafka:9092", "consumerGroup": "group", "topic": "orders"}
var prometheus = metadata{"serverAddress": "http://prometheus:9090", "query": "sum(rate(x[2m]))", "threshold": "100"}
var sqs = metadata{"queueURL": "https://sqs.eu-west-1.amazonaws.com/123456789/jobs", "awsRegion": "eu-west-1"}
var rabbitmq = metadata{"host": "http://rabbit:15672/", "queueName": "jobs", "mode": "QueueLength", "value": "20"}
var redisList = metadata{"address": "redis:6379", "listName": "jobs"}
var redisStream = metadata{"address": "redis:6379", "stream": "jobs"}
var cron = metadata{"timezone": "Europe/Berlin", "start": "0 8 * * 1-5", "end": "0 20 * * 1-5", "desiredReplicas": "10"}
var metricsAPI = metadata{"url": "http://api/metrics", "valueLocation": "queue.size", "targetValue": "10"}
var workload = metadata{"podSelector": "app=web", "value": "2"}
var postgresql = metadata{"query": "SELECT 1", "targetQueryValue": "5", "host": "db", "port": "5432", "userName": "u", "dbName": "shop", "sslmode": "disable"}
var mysql = metadata{"query": "SELECT 1", "queryValue": "5", "host": "db", "port": "3306", "dbName": "shop", "username": "u"}
var mssql = metadata{"query": "SELECT 1", "targetValue": "5", "host": "db"}
var azureQueue = metadata{"queueName": "jobs", "connection": "UseDevelopmentStorage=true"}
var serviceBus = metadata{"queueName": "jobs"}
var utilization = metadata{"value": "60"}

type variant struct {
	name    string
	changes []string
}

// of are triggers of one type, with what differs in each case.
func of(kind string, base metadata, list ...variant) []hpaCase {
	cases := []hpaCase{}
	for _, one := range list {
		in := hpaInput{ScaledObject: scaledObject(trigger(kind, with(base, one.changes...)))}
		cases = append(cases, hpaCase{fmt.Sprintf("%s-%s", kind, one.name), in})
	}
	return cases
}

func v(name string, changes ...string) variant { return variant{name, changes} }

func numbers(field string) []variant {
	return []variant{
		v(field+"-zero", field, "0"), v(field+"-negative", field, "-1"), v(field+"-decimal", field, "2.5"),
		v(field+"-word", field, "many"), v(field+"-leading-zero", field, "010"), v(field+"-underscore", field, "1_000"),
		v(field+"-exponent", field, "1e3"), v(field+"-padded", field, " 7 "), v(field+"-quantity", field, "100m"),
		v(field+"-huge", field, "9223372036854775807"), v(field+"-overflow", field, "9223372036854775808"),
		v(field+"-true", field, "true"), v(field+"-nonsense", field, "nope"), v(field+"-dot", field, "5."),
		v(field+"-minus", field, "-"), v(field+"-list", field, "[1]"), v(field+"-accent", field, "é"),
	}
}

func hpaCases() []hpaCase {
	cases := []hpaCase{}
	add := func(more ...hpaCase) { cases = append(cases, more...) }
	add(of("kafka", kafka, append(numbers("lagThreshold"),
		v("plain"), v("no-topic", "topic", ""), v("escaped-topic", "topic", "a.b/c:d%(e)_f"),
		v("no-servers", "bootstrapServers", ""), v("no-group", "consumerGroup", ""), v("neither", "bootstrapServers", "", "consumerGroup", ""),
		v("activation", "activationLagThreshold", "5"), v("activation-negative", "activationLagThreshold", "-5"),
		v("policy-wrong", "offsetResetPolicy", "newest"), v("idle-and-limit", "allowIdleConsumers", "true", "limitToPartitionsWithLag", "true"),
		v("limit-without-topic", "topic", "", "limitToPartitionsWithLag", "true"), v("limit-and-even", "limitToPartitionsWithLag", "true", "ensureEvenDistributionOfPartitions", "true"),
		v("even-without-topic", "topic", "", "ensureEvenDistributionOfPartitions", "true"), v("metadata-without-topic", "topic", "", "fullMetadata", "false"),
		v("flag-wrong", "allowIdleConsumers", "yes"), v("flag-short", "allowIdleConsumers", "T"), v("partitions", "partitionLimitation", "0-3,7"),
		v("partitions-wrong", "partitionLimitation", "a-b"), v("partitions-range", "partitionLimitation", "1-2-3"), v("sasl-without-name", "sasl", "plaintext"),
		v("sasl-wrong", "sasl", "other"), v("tls-wrong", "tls", "on"), v("msk-without-tls", "sasl", "oauthbearer", "saslTokenProvider", "aws_msk_iam"),
		v("several-errors", "lagThreshold", "x", "bootstrapServers", "", "allowIdleConsumers", "maybe"),
	)...)...)
	add(of("prometheus", prometheus, append(numbers("threshold"), v("plain"), v("no-address", "serverAddress", ""), v("no-threshold", "threshold", ""),
		v("small", "threshold", "0.0004"), v("rounded", "threshold", "0.0005"), v("thirds", "threshold", "33.3333"), v("headers", "customHeaders", "a=b,c=d"),
		v("headers-wrong", "customHeaders", "a"), v("timeout", "timeout", "5s"), v("timeout-wrong", "timeout", "soon"), v("timeout-negative", "timeout", "-5s"))...)...)
	auth := map[string]string{"awsRoleArn": "arn:aws:iam::1:role/x", "username": "u", "password": "p", "connection": "Endpoint=sb://x/;SharedAccessKeyName=a;SharedAccessKey=b", "connectionString": "u:p@tcp(db:3306)/orders"}
	for _, one := range []struct {
		id, kind string
		held     metadata
	}{
		{"url", "aws-sqs-queue", sqs}, {"name", "aws-sqs-queue", with(sqs, "queueURL", "jobs.fifo")}, {"url-short", "aws-sqs-queue", with(sqs, "queueURL", "https://sqs.example/jobs")},
		{"url-empty", "aws-sqs-queue", with(sqs, "queueURL", "https://sqs.example/1/")}, {"no-url", "aws-sqs-queue", with(sqs, "queueURL", "")}, {"no-region", "aws-sqs-queue", with(sqs, "awsRegion", "")},
		{"length", "aws-sqs-queue", with(sqs, "queueLength", "30", "activationQueueLength", "3")}, {"length-wrong", "aws-sqs-queue", with(sqs, "queueLength", "x")},
		{"path", "aws-sqs-queue", with(sqs, "queueURL", "/1/jobs")}, {"query", "aws-sqs-queue", with(sqs, "queueURL", "https://sqs.example/1/jobs?x=1")},
		{"authenticated", "azure-queue", with(azureQueue, "connection", "")}, {"authenticated", "azure-servicebus", serviceBus},
		{"connection", "mysql", mysql}, {"sasl", "kafka", with(kafka, "sasl", "plaintext")}, {"authenticated", "rabbitmq", rabbitmq},
	} {
		add(hpaCase{"auth-" + one.kind + "-" + one.id, hpaInput{ScaledObject: scaledObject(authenticated(one.kind, one.held)), Auth: auth}})
	}
	add(of("aws-sqs-queue", sqs, v("no-credentials"), v("operator", "identityOwner", "operator"), v("key-only", "awsAccessKeyID", "x"))...)
	add(of("rabbitmq", rabbitmq, append(numbers("value"), v("plain"), v("default", "mode", "", "value", ""), v("amqp", "host", "amqp://guest:guest@rabbit:5672/vhost"),
		v("old-length", "mode", "", "value", "", "queueLength", "7"), v("old-and-new", "queueLength", "7"), v("no-mode", "mode", ""), v("no-value", "value", ""),
		v("mode-wrong", "mode", "Length"), v("rate", "mode", "MessageRate"), v("rate-amqp", "mode", "MessageRate", "host", "amqp://rabbit/"), v("no-host", "host", ""),
		v("no-scheme", "host", "rabbit"), v("protocol-wrong", "protocol", "https"), v("page-size", "pageSize", "0"), v("regex-amqp", "useRegex", "true", "host", "amqp://rabbit/"),
		v("exclude-amqp", "excludeUnacknowledged", "true", "host", "amqp://rabbit/"), v("name-escaped", "queueName", "a b/c+d%e.f"), v("name-umlaut", "queueName", "ü"))...)...)
	add(of("redis", redisList, append(numbers("listLength"), v("plain"), v("hosts", "address", "", "host", "a,b", "port", "1,2"), v("unequal", "address", "", "host", "a,b", "port", "1"),
		v("no-address", "address", ""), v("no-list", "listName", ""), v("tls-wrong", "enableTLS", "on"), v("name", "listName", "a:b.c/d"))...)...)
	add(of("redis-cluster", redisList, v("plain", "address", "", "addresses", "a:1,b:2"))...)
	add(of("redis-sentinel", redisList, v("plain"))...)
	add(of("redis-streams", redisStream, v("plain"), v("length", "streamLength", "50"), v("group", "consumerGroup", "g"), v("pending", "consumerGroup", "g", "pendingEntriesCount", "7"),
		v("lag", "consumerGroup", "g", "lagCount", "9"), v("lag-without-group", "lagCount", "9"), v("no-stream", "stream", ""), v("activation", "consumerGroup", "g", "lagCount", "9", "activationLagCount", "3"))...)
	add(of("redis-cluster-streams", redisStream, v("plain"))...)
	add(of("cron", cron, v("plain"), v("star-slash", "start", "*/15 * ? * *", "end", "7,9 10-18/2 1 1 sun"), v("four-fields", "start", "0 8 * *"), v("end-wrong", "end", "0 25 * * *"), v("word", "start", "soon now or never ok"),
		v("same", "end", "0 8 * * 1-5"), v("no-replicas", "desiredReplicas", ""), v("zero-replicas", "desiredReplicas", "0"), v("no-timezone", "timezone", ""), v("utc", "timezone", "UTC"), v("etc", "timezone", "Etc/GMT+1"),
		v("decimal", "desiredReplicas", "1.5"), v("no-end", "end", ""), v("double-space", "start", "0  8 * * 1-5"), v("every", "start", "@daily"), v("range-wrong", "start", "5-1 * * * *"), v("slashes", "start", "1/2/3 * * * *"))...)
	add(of("metrics-api", metricsAPI, v("plain"), v("escaped", "valueLocation", "a.b[0].c"), v("no-target", "targetValue", ""), v("zero", "targetValue", "0"), v("no-url", "url", ""), v("format-wrong", "format", "csv"), v("aggregation-wrong", "aggregationType", "median"), v("decimal", "targetValue", "0.5"))...)
	add(of("kubernetes-workload", workload, v("plain"), v("no-value", "value", ""), v("selector-wrong", "podSelector", "a=="), v("no-selector", "podSelector", ""), v("decimal", "value", "0.25"))...)
	add(of("postgresql", postgresql, v("plain"), v("no-host", "host", ""), v("no-port", "port", ""), v("no-user", "userName", ""), v("no-name", "dbName", ""), v("no-sslmode", "sslmode", ""), v("no-target", "targetQueryValue", ""), v("no-query", "query", ""))...)
	add(of("mysql", mysql, v("plain"), v("no-value", "queryValue", ""), v("no-query", "query", ""), v("name", "dbName", "a.b"))...)
	add(of("mssql", mssql, v("plain"), v("no-host", "host", ""), v("no-value", "targetValue", ""), v("driver-wrong", "driverName", "odbc"), v("port-wrong", "port", "x"), v("zero", "targetValue", "0"))...)
	add(of("azure-queue", azureQueue, v("plain"), v("no-connection", "connection", ""), v("strategy-wrong", "queueLengthStrategy", "some"), v("no-name", "queueName", ""))...)
	add(of("azure-servicebus", serviceBus, v("no-connection"), v("topic-and-queue", "topicName", "t"), v("topic-alone", "queueName", "", "topicName", "t"), v("queue-and-subscription", "subscriptionName", "s"), v("nothing", "queueName", ""))...)
	for _, one := range []struct {
		id   string
		held metadata
	}{
		{"queue", metadata{"queueName": "a.b"}}, {"topic", metadata{"topicName": "t", "subscriptionName": "s"}}, {"regex", metadata{"queueName": "^a", "useRegex": "true"}},
		{"topic-regex", metadata{"topicName": "t", "subscriptionName": "^s", "useRegex": "true", "messageCount": "9"}},
	} {
		add(hpaCase{"auth-azure-servicebus-" + one.id, hpaInput{ScaledObject: scaledObject(authenticated("azure-servicebus", one.held)), Auth: auth}})
	}
	add(resourceCases()...)
	add(otherScalerCases()...)
	add(objectCases()...)
	return cases
}

func resourceCases() []hpaCase {
	cases := []hpaCase{}
	for _, kind := range []string{"cpu", "memory"} {
		for _, one := range []struct {
			id, metricType string
			held           metadata
		}{
			{"utilization", "Utilization", utilization}, {"average", "AverageValue", metadata{"value": "500m"}}, {"value", "Value", utilization}, {"none", "", utilization},
			{"container", "Utilization", with(utilization, "containerName", "app")}, {"type", "Utilization", with(utilization, "type", "Utilization")},
			{"no-value", "Utilization", metadata{}}, {"decimal", "Utilization", metadata{"value": "60.5"}}, {"percent", "Utilization", metadata{"value": "60%"}},
			{"overflow", "Utilization", metadata{"value": "3000000000"}}, {"bytes", "AverageValue", metadata{"value": "1536Mi"}}, {"uncanonical", "AverageValue", metadata{"value": "1000m"}},
			{"plus", "Utilization", metadata{"value": "+60"}},
		} {
			made := trigger(kind, one.held)
			made.MetricType = autoscalingv2.MetricTargetType(one.metricType)
			cases = append(cases, hpaCase{kind + "-" + one.id, hpaInput{ScaledObject: scaledObject(made)}})
		}
	}
	return cases
}

// objectCases are about everything but the triggers.
func objectCases() []hpaCase {
	cases := []hpaCase{}
	add := func(id string, change func(*kedav1alpha1.ScaledObject), triggers ...kedav1alpha1.ScaleTriggers) {
		if len(triggers) == 0 {
			triggers = []kedav1alpha1.ScaleTriggers{trigger("kafka", kafka)}
		}
		so := scaledObject(triggers...)
		change(so)
		cases = append(cases, hpaCase{"object-" + id, hpaInput{ScaledObject: so}})
	}
	advanced := func(config kedav1alpha1.HorizontalPodAutoscalerConfig) func(*kedav1alpha1.ScaledObject) {
		return func(so *kedav1alpha1.ScaledObject) {
			so.Spec.Advanced = &kedav1alpha1.AdvancedConfig{HorizontalPodAutoscalerConfig: &config}
		}
	}
	annotated := func(changes ...string) func(*kedav1alpha1.ScaledObject) {
		return func(so *kedav1alpha1.ScaledObject) { so.Annotations = with(metadata{}, changes...) }
	}
	modified := func(modifiers kedav1alpha1.ScalingModifiers) func(*kedav1alpha1.ScaledObject) {
		return func(so *kedav1alpha1.ScaledObject) {
			so.Spec.Advanced = &kedav1alpha1.AdvancedConfig{ScalingModifiers: modifiers}
		}
	}
	named := func(name string, made kedav1alpha1.ScaleTriggers) kedav1alpha1.ScaleTriggers {
		made.Name = name
		return made
	}
	typed := func(metricType autoscalingv2.MetricTargetType, made kedav1alpha1.ScaleTriggers) kedav1alpha1.ScaleTriggers {
		made.MetricType = metricType
		return made
	}
	cpu := typed("Utilization", trigger("cpu", utilization))
	memory := typed("AverageValue", trigger("memory", metadata{"value": "1Gi"}))
	container := typed("Utilization", trigger("cpu", with(utilization, "containerName", "app")))

	for _, bounds := range [][2]int32{{0, 50}, {1, 1}, {3, 9}, {7, 100}} {
		add(fmt.Sprintf("bounds-%d-%d", bounds[0], bounds[1]), func(so *kedav1alpha1.ScaledObject) {
			so.Spec.MinReplicaCount, so.Spec.MaxReplicaCount = ptr(bounds[0]), ptr(bounds[1])
		})
	}
	add("idle", func(so *kedav1alpha1.ScaledObject) {
		so.Spec.MinReplicaCount, so.Spec.IdleReplicaCount = ptr(int32(2)), ptr(int32(0))
	})
	for _, ref := range []kedav1alpha1.ScaleTarget{
		{Name: "statefulset", APIVersion: "apps/v1", Kind: "StatefulSet"}, {Name: "kind-only", Kind: "StatefulSet"},
		{Name: "rollout", APIVersion: "argoproj.io/v1alpha1", Kind: "Rollout"}, {Name: "version-only", APIVersion: "apps/v1"},
	} {
		add("target-"+ref.Name, func(so *kedav1alpha1.ScaledObject) { so.Spec.ScaleTargetRef = &ref })
	}
	add("name", advanced(kedav1alpha1.HorizontalPodAutoscalerConfig{Name: "custom"}))
	for _, length := range []int{54, 55, 60} {
		add(fmt.Sprintf("long-name-%d", length), func(so *kedav1alpha1.ScaledObject) {
			so.Name = "a" + fmt.Sprintf("%0*d", length-1, 0)
		})
	}
	add("long-name-dash", func(so *kedav1alpha1.ScaledObject) {
		so.Name = fmt.Sprintf("a%052d-.-b", 0)
	})
	add("labels", func(so *kedav1alpha1.ScaledObject) {
		so.Labels = metadata{"team": "shop", "app.kubernetes.io/name": "own", "argocd.argoproj.io/instance": "x"}
	})
	add("labels-excluded", func(so *kedav1alpha1.ScaledObject) {
		so.Labels = metadata{"team": "shop", "argocd.argoproj.io/instance": "x"}
		so.Annotations = metadata{"scaledobject.keda.sh/hpa-excluded-labels": "team,argocd.argoproj.io/instance"}
	})
	add("labels-excluded-spaces", func(so *kedav1alpha1.ScaledObject) {
		so.Labels = metadata{"team": "shop", "tier": "x"}
		so.Annotations = metadata{"scaledobject.keda.sh/hpa-excluded-labels": "team, tier"}
	})
	add("owner-label-wrong", func(so *kedav1alpha1.ScaledObject) {
		so.Labels = metadata{"scaledobject.keda.sh/name": "other"}
	})
	add("annotations", annotated("note", "kept"))
	behavior := &autoscalingv2.HorizontalPodAutoscalerBehavior{
		ScaleDown: &autoscalingv2.HPAScalingRules{
			StabilizationWindowSeconds: ptr(int32(60)),
			Policies:                   []autoscalingv2.HPAScalingPolicy{{Type: "Percent", Value: 50, PeriodSeconds: 30}},
		},
	}
	add("behavior", advanced(kedav1alpha1.HorizontalPodAutoscalerConfig{Behavior: behavior}))
	for _, direction := range []string{"in", "out"} {
		name := "autoscaling.keda.sh/paused-scale-" + direction
		for _, value := range []string{"true", "false", "T", "0", "whatever"} {
			add("paused-"+direction+"-"+value, annotated(name, value))
		}
		add("paused-"+direction+"-behavior", func(so *kedav1alpha1.ScaledObject) {
			advanced(kedav1alpha1.HorizontalPodAutoscalerConfig{Behavior: behavior.DeepCopy()})(so)
			annotated(name, "true")(so)
		})
	}
	add("metric-type-value", func(*kedav1alpha1.ScaledObject) {}, typed("Value", trigger("kafka", kafka)))
	add("metric-type-utilization", func(*kedav1alpha1.ScaledObject) {}, typed("Utilization", trigger("kafka", kafka)))
	add("metric-type-unknown", func(*kedav1alpha1.ScaledObject) {}, typed("Average", trigger("prometheus", prometheus)))
	add("unknown-scaler", func(*kedav1alpha1.ScaledObject) {}, trigger("kafak", kafka))
	add("sorted", func(*kedav1alpha1.ScaledObject) {}, cpu, trigger("kafka", kafka), container, memory, trigger("prometheus", prometheus))
	add("second-fails", func(*kedav1alpha1.ScaledObject) {}, cpu, trigger("kafka", metadata{}), trigger("redis", metadata{}))
	twelve := []kedav1alpha1.ScaleTriggers{}
	for i := 0; i < 11; i++ {
		twelve = append(twelve, trigger("prometheus", with(prometheus, "threshold", fmt.Sprint(i+1))))
	}
	add("twelve", func(*kedav1alpha1.ScaledObject) {}, append(twelve, cpu)...)
	formula := kedav1alpha1.ScalingModifiers{Formula: "lag * 2", Target: "2.5"}
	lag := named("lag", trigger("kafka", kafka))
	add("modifiers", modified(formula), lag)
	add("modifiers-resource", modified(formula), lag, cpu)
	add("modifiers-container", modified(formula), lag, container, memory)
	for _, target := range []string{"0.0009", "1.0005", "1000000", "0.1", "3"} {
		changed := formula
		changed.Target = target
		add("modifiers-target-"+target, modified(changed), lag)
	}
	valued := formula
	valued.MetricType = "Value"
	add("modifiers-value", modified(valued), lag)
	add("modifiers-source-without-target", modified(kedav1alpha1.ScalingModifiers{Formula: "api + 1", Target: "2"}),
		named("api", trigger("metrics-api", with(metricsAPI, "targetValue", ""))))
	add("modifiers-workload-without-value", modified(kedav1alpha1.ScalingModifiers{Formula: "pods + 1", Target: "2"}),
		named("pods", trigger("kubernetes-workload", with(workload, "value", ""))))
	add("modifiers-sql-without-value", modified(kedav1alpha1.ScalingModifiers{Formula: "rows + 1", Target: "2"}),
		named("rows", trigger("postgresql", with(postgresql, "targetQueryValue", ""))))
	return cases
}
