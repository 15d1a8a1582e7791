package oracle

// lifecycle is restarts, deletions and edits.
func lifecycle(b *builder) {
	cpu := resourceMetric("cpu", utilization(50))
	b.add("lifecycle-restart", "The controller restarts: its memory of recommendations and events is gone.", 16, hpa(1, 20, behavior(rules(0, "", "", policy("Pods", 2, 120)), ""), cpu), func(c *Cluster) {
		follow(c)
		if c.K < 8 {
			c.CPU("200m")
		} else {
			c.CPU("5m")
		}
	}).Edits = []Edit{{At: 50, Restart: true}, {At: 140, Restart: true}}
	b.add("lifecycle-restart-downscale", "A restart during the downscale window does not scale down early (the current count is the first recommendation).", 40, hpa(1, 20, "", cpu), func(c *Cluster) {
		follow(c)
		c.CPU(seq(c.K, "200m", "200m", "5m"))
	}).Edits = []Edit{{At: 200, Restart: true}}
	b.add("lifecycle-delete-recreate", "The HPA is deleted and created again later: memory is cleared.", 14, hpa(1, 20, behavior(rules(0, "", "", policy("Pods", 2, 300)), ""), cpu), func(c *Cluster) {
		follow(c)
		c.CPU("200m")
	}).Edits = []Edit{{At: 50, Delete: true}, {At: 100, Create: hpa(1, 20, behavior(rules(0, "", "", policy("Pods", 2, 300)), ""), cpu)}}
	b.add("lifecycle-delete-recreate-quickly", "Deleted and created again before the controller looks: it keeps its memory.", 10, hpa(1, 20, behavior(rules(0, "", "", policy("Pods", 2, 300)), ""), cpu), func(c *Cluster) {
		follow(c)
		c.CPU("200m")
	}).Edits = []Edit{{At: 50, Delete: true}, {At: 51, Create: hpa(1, 20, behavior(rules(0, "", "", policy("Pods", 2, 300)), ""), cpu)}}
	b.add("lifecycle-edit-target-utilization", "The target utilization is edited midway (observedGeneration).", 8, hpa(1, 20, "", cpu), func(c *Cluster) {
		follow(c)
		c.CPU("50m")
	}).Edits = []Edit{{At: 40, Manifest: hpa(1, 20, "", resourceMetric("cpu", utilization(25)))}, {At: 70, Manifest: hpa(1, 20, "", resourceMetric("cpu", utilization(25)))}}
	b.add("lifecycle-edit-metrics", "A metric is added and another removed midway.", 10, hpa(1, 20, "", cpu), func(c *Cluster) {
		follow(c)
		c.CPU("50m")
		c.External("queue", "20")
	}).Edits = []Edit{{At: 40, Manifest: hpa(1, 20, "", cpu, externalMetric("queue", averageValue("5"), ""))}, {At: 90, Manifest: hpa(1, 20, "", externalMetric("queue", averageValue("10"), ""))}}
	b.add("lifecycle-existing-status", "An HPA that already has a status.", 4, hpa(1, 20, "", cpu), func(c *Cluster) {
		c.Spec = 3
		follow(c)
		c.CPU("50m")
	}).InitialStatus = `{"currentReplicas":3,"desiredReplicas":3,"lastScaleTime":"2000-01-01T00:30:00Z","conditions":[{"type":"ScalingActive","status":"True","lastTransitionTime":"2000-01-01T00:10:00Z","reason":"ValidMetricFound","message":"the HPA was able to successfully calculate a replica count from cpu resource utilization (percentage of request)"},{"type":"AbleToScale","status":"False","lastTransitionTime":"2000-01-01T00:10:00Z","reason":"FailedGetScale","message":"old"}]}`
	b.add("lifecycle-unchanged-status", "Nothing changes: the status is not written.", 6, hpa(1, 20, "", cpu), func(c *Cluster) {
		c.Spec = 3
		follow(c)
		c.CPU("50m")
	})
	b.add("lifecycle-last-scale-time", "lastScaleTime moves on every rescale only.", 10, hpa(1, 20, behavior("", rules(0, "", "")), cpu), func(c *Cluster) {
		follow(c)
		c.CPU(seq(c.K, "50m", "100m", "50m", "50m", "20m", "50m"))
	})
	for _, g := range []string{"HPAGeneration", "HPAOptimizedSelectorStore", "StaleControllerConsistencyHPA"} {
		b.add("lifecycle-gate-off-"+g, "With the gate "+g+" off.", 8, hpa(1, 20, "", cpu), func(c *Cluster) {
			follow(c)
			c.CPU("60m")
		}).Gates = map[string]bool{g: false}
		s := b.list[len(b.list)-1]
		s.Edits = []Edit{{At: 40, Manifest: hpa(1, 20, "", resourceMetric("cpu", utilization(25)))}}
		s.Others = []Other{{At: 70, Name: "rival", Selector: "app=web", Manifest: hpaFor("rival", "apps/v1", "Deployment", "rival", 1, 5, "", cpu)}}
	}
}
