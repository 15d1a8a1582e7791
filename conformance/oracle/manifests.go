package oracle

import (
	"fmt"
	"strings"
)

// Shorthand for manifests, in the flow style of YAML. A selector s may be "".

func utilization(n int) string     { return fmt.Sprintf("{type: Utilization, averageUtilization: %d}", n) }
func averageValue(q string) string { return fmt.Sprintf("{type: AverageValue, averageValue: %q}", q) }
func value(q string) string        { return fmt.Sprintf("{type: Value, value: %q}", q) }

func resourceMetric(resource, target string) string {
	return fmt.Sprintf("{type: Resource, resource: {name: %s, target: %s}}", resource, target)
}

func containerMetric(container, resource, target string) string {
	return fmt.Sprintf("{type: ContainerResource, containerResource: {container: %s, name: %s, target: %s}}", container, resource, target)
}

func podsMetric(metric, target, s string) string {
	return fmt.Sprintf("{type: Pods, pods: {metric: {name: %s%s}, target: %s}}", metric, selectorField(s), target)
}

func objectMetric(apiVersion, kind, name, metric, target, s string) string {
	return fmt.Sprintf("{type: Object, object: {describedObject: {apiVersion: %s, kind: %s, name: %s}, metric: {name: %s%s}, target: %s}}", apiVersion, kind, name, metric, selectorField(s), target)
}

func ingressMetric(metric, target string) string {
	return objectMetric("networking.k8s.io/v1", "Ingress", "main", metric, target, "")
}

func externalMetric(metric, target, s string) string {
	return fmt.Sprintf("{type: External, external: {metric: {name: %s%s}, target: %s}}", metric, selectorField(s), target)
}

func selectorField(s string) string {
	if s == "" {
		return ""
	}
	return ", selector: " + s
}

// hpa writes a manifest; min < 0 leaves minReplicas out.
func hpa(min, max int, behavior string, metrics ...string) string {
	return hpaFor("web", "apps/v1", "Deployment", "web", min, max, behavior, metrics...)
}

// hpaFor does so for any name, target and kind of target.
func hpaFor(name, apiVersion, kind, target string, min, max int, behavior string, metrics ...string) string {
	var b strings.Builder
	fmt.Fprintf(&b, "apiVersion: autoscaling/v2\nkind: HorizontalPodAutoscaler\nmetadata: {name: %s, namespace: default}\nspec:\n", name)
	fmt.Fprintf(&b, "  scaleTargetRef: {apiVersion: %q, kind: %s, name: %s}\n", apiVersion, kind, target)
	if min >= 0 {
		fmt.Fprintf(&b, "  minReplicas: %d\n", min)
	}
	fmt.Fprintf(&b, "  maxReplicas: %d\n", max)
	if len(metrics) > 0 {
		b.WriteString("  metrics:\n")
		for _, m := range metrics {
			b.WriteString("  - " + m + "\n")
		}
	}
	if behavior != "" {
		b.WriteString("  behavior: " + behavior + "\n")
	}
	return b.String()
}

// policy writes a scaling policy.
func policy(policyType string, v, periodSeconds int) string {
	return fmt.Sprintf("{type: %s, value: %d, periodSeconds: %d}", policyType, v, periodSeconds)
}

// rules writes scaling rules; window < 0 leaves the stabilization window out, tol "" the tolerance.
func rules(window int, selectPolicy, tol string, policies ...string) string {
	var p []string
	if window >= 0 {
		p = append(p, fmt.Sprintf("stabilizationWindowSeconds: %d", window))
	}
	if selectPolicy != "" {
		p = append(p, "selectPolicy: "+selectPolicy)
	}
	if tol != "" {
		p = append(p, fmt.Sprintf("tolerance: %q", tol))
	}
	if len(policies) > 0 {
		p = append(p, "policies: ["+strings.Join(policies, ", ")+"]")
	}
	return "{" + strings.Join(p, ", ") + "}"
}

// behavior writes a behavior from rules; "" leaves a direction out.
func behavior(up, down string) string {
	var p []string
	if up != "" {
		p = append(p, "scaleUp: "+up)
	}
	if down != "" {
		p = append(p, "scaleDown: "+down)
	}
	return "{" + strings.Join(p, ", ") + "}"
}
