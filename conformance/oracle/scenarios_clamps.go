package oracle

// clamps are minReplicas, maxReplicas and the scale-up limit without behavior.
func clamps(b *builder) {
	cpu := resourceMetric("cpu", utilization(50))
	b.add("clamp-above-max", "spec.replicas of the target is above maxReplicas: set to the maximum, no metrics are read.", 3, hpa(1, 5, "", cpu), func(c *Cluster) {
		if c.K == 0 {
			c.Spec = 8
		}
		follow(c)
		c.CPU("50m")
	})
	b.add("clamp-below-min", "spec.replicas of the target is below minReplicas: set to the minimum.", 3, hpa(3, 5, "", cpu), func(c *Cluster) {
		if c.K == 0 {
			c.Spec = 1
		}
		follow(c)
		c.CPU("50m")
	})
	b.add("clamp-max-with-behavior", "Above maxReplicas: behaviors do not slow the correction, and the event is remembered.", 6, hpa(1, 5, behavior("", rules(0, "", "", policy("Pods", 1, 60))), cpu), func(c *Cluster) {
		if c.K == 0 {
			c.Spec = 9
		}
		follow(c)
		c.CPU("10m")
	})
	b.add("clamp-min-with-behavior", "Below minReplicas: behaviors do not slow the correction, and the event is remembered.", 6, hpa(6, 20, behavior(rules(0, "", "", policy("Pods", 2, 60)), ""), cpu), func(c *Cluster) {
		if c.K == 0 {
			c.Spec = 1
		}
		follow(c)
		c.CPU("100m")
	})
	b.add("clamp-desired-above-max", "Metrics ask for more than maxReplicas.", 5, hpa(1, 6, "", cpu), func(c *Cluster) {
		if c.K == 0 {
			c.Spec = 4
		}
		follow(c)
		c.CPU("500m")
	})
	b.add("clamp-desired-below-min", "Metrics ask for fewer than minReplicas.", 24, hpa(3, 6, "", cpu), func(c *Cluster) {
		if c.K == 0 {
			c.Spec = 4
		}
		follow(c)
		c.CPU("1m")
	})
	b.add("clamp-scale-up-limit", "Without behavior: at most double, or 4.", 7, hpa(1, 100, "", cpu), func(c *Cluster) {
		follow(c)
		c.CPU("5")
	})
	b.add("clamp-scale-up-limit-small", "From 1 replica the limit is 4.", 3, hpa(1, 100, "", cpu), func(c *Cluster) {
		follow(c)
		c.CPU(seq(c.K, "1", "50m", "1"))
	})
	b.add("clamp-scale-up-limit-equals-max", "Scale-up limit and maxReplicas coincide.", 4, hpa(1, 8, "", cpu), func(c *Cluster) {
		follow(c)
		c.CPU("5")
	})
	b.add("clamp-min-equals-max", "minReplicas equals maxReplicas.", 4, hpa(4, 4, "", cpu), func(c *Cluster) {
		follow(c)
		c.CPU(seq(c.K, "5", "500m", "1m", "50m"))
	})
	b.add("clamp-min-above-max", "minReplicas above maxReplicas (not admitted by the API server).", 4, hpa(6, 4, "", cpu), func(c *Cluster) {
		if c.K == 0 {
			c.Spec = 5
		}
		follow(c)
		c.CPU("500m")
	})
	b.add("clamp-max-lowered-midway", "maxReplicas is lowered below the current count.", 8, hpa(1, 20, "", cpu), func(c *Cluster) {
		follow(c)
		c.CPU("100m")
	}).Edits = []Edit{{At: 52, Manifest: hpa(1, 5, "", cpu)}}
	b.add("clamp-min-raised-midway", "minReplicas is raised above the current count.", 6, hpa(1, 20, "", cpu), func(c *Cluster) {
		follow(c)
		c.CPU("50m")
	}).Edits = []Edit{{At: 37, Manifest: hpa(7, 20, "", cpu)}}
	b.add("clamp-manual-scale", "Somebody scales the target by hand.", 8, hpa(2, 10, "", cpu), func(c *Cluster) {
		if c.K == 0 {
			c.Spec = 4
		}
		if c.K == 3 {
			c.Spec = 9
		}
		if c.K == 5 {
			c.Spec = 15
		}
		follow(c)
		c.CPU("50m")
	})
}
