package oracle

// A builder collects scenarios.
type builder struct{ list []*Scenario }

func (b *builder) add(name, about string, steps int, manifest string, world func(c *Cluster)) *Scenario {
	s := &Scenario{Name: name, About: about, Steps: steps, Manifest: manifest, World: world}
	b.list = append(b.list, s)
	return s
}

// follow makes as many ready pods as spec.replicas asks for.
func follow(c *Cluster) { c.ReadyPods(int(c.Spec)) }

// handWritten are the scenarios written for one thing each.
func handWritten() []*Scenario {
	b := &builder{}
	basics(b)
	tolerances(b)
	pods(b)
	requests(b)
	metricTypes(b)
	severalMetrics(b)
	clamps(b)
	behaviors(b)
	stabilization(b)
	zero(b)
	targets(b)
	apiErrors(b)
	numbers(b)
	lifecycle(b)
	return b.list
}

// defaultTemplates are those of a scenario that says nothing else.
func defaultTemplates() map[string]Template {
	return map[string]Template{"web": {Labels: map[string]string{"app": "web"}, Containers: []Container{{Name: "app", Requests: map[string]string{"cpu": "100m", "memory": "128Mi"}}}}}
}

// seq picks the K-th of the values (the last one when they run out).
func seq[T any](k int, v ...T) T {
	if k >= len(v) {
		k = len(v) - 1
	}
	return v[k]
}
