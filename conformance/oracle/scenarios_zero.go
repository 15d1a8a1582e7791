package oracle

// zero is scaling to zero and back.
func zero(b *builder) {
	cpu := resourceMetric("cpu", utilization(50))
	b.add("zero-scaling-disabled", "The target has 0 replicas: autoscaling is disabled until somebody scales it up.", 6, hpa(1, 10, "", cpu), func(c *Cluster) {
		if c.K < 3 {
			c.Spec = 0
		} else if c.K == 3 {
			c.Spec = 2
		}
		follow(c)
		c.CPU("100m")
	})
	b.add("zero-scaling-disabled-behavior", "0 replicas with behavior.", 4, hpa(2, 10, "{}", cpu), func(c *Cluster) {
		c.Spec = 0
		follow(c)
	})
	for _, g := range []string{"", "on", "off"} {
		suffix, gates := "", map[string]bool(nil)
		if g != "" {
			suffix, gates = "-gate-"+g, map[string]bool{"HPAScaleToZero": g == "on"}
		}
		mk := func(name, about string, steps int, manifest string, w func(c *Cluster)) *Scenario {
			s := b.add(name+suffix, about, steps, manifest, w)
			s.Gates = gates
			return s
		}
		mk("zero-external-average", "minReplicas 0 with an External AverageValue metric: to zero and back.", 20, hpa(0, 10, behavior("", rules(0, "", "")), externalMetric("queue", averageValue("5"), "")), func(c *Cluster) {
			follow(c)
			c.External("queue", seq(c.K, "5", "0", "0", "0", "3", "12", "30", "0", "0", "1", "0", "0", "500m", "100", "0"))
		})
		mk("zero-external-value", "minReplicas 0 with an External Value metric: to zero and back.", 20, hpa(0, 10, behavior("", rules(0, "", "")), externalMetric("queue", value("5"), "")), func(c *Cluster) {
			follow(c)
			c.External("queue", seq(c.K, "5", "0", "0", "0", "3", "12", "30", "0", "0", "1", "0", "0", "500m", "100", "0"))
		})
		mk("zero-object-value", "minReplicas 0 with an Object Value metric, no behavior (5 minutes of patience).", 40, hpa(0, 10, "", ingressMetric("rps", value("5"))), func(c *Cluster) {
			follow(c)
			c.Object("Ingress/main", "rps", seq(c.K, "5", "10", "0"))
			if c.K > 30 {
				c.Object("Ingress/main", "rps", "17")
			}
		})
		mk("zero-object-average", "minReplicas 0 with an Object AverageValue metric.", 14, hpa(0, 10, behavior("", rules(0, "", "")), ingressMetric("rps", averageValue("5"))), func(c *Cluster) {
			follow(c)
			c.Object("Ingress/main", "rps", seq(c.K, "5", "10", "0", "0", "0", "9", "9", "0", "0", "1"))
		})
		mk("zero-manual", "minReplicas 0, but somebody scaled to zero by hand.", 6, hpa(0, 10, "", externalMetric("queue", averageValue("5"), "")), func(c *Cluster) {
			if c.K < 4 {
				c.Spec = 0
			} else if c.K == 4 {
				c.Spec = 1
			}
			follow(c)
			c.External("queue", "20")
		})
		mk("zero-min-raised", "Scaled to zero, then minReplicas is raised to 2.", 12, hpa(0, 10, behavior("", rules(0, "", "")), externalMetric("queue", averageValue("5"), "")), func(c *Cluster) {
			follow(c)
			c.External("queue", seq(c.K, "5", "0"))
		}).Edits = []Edit{{At: 100, Manifest: hpa(2, 10, behavior("", rules(0, "", "")), externalMetric("queue", averageValue("5"), ""))}}
		mk("zero-min-raised-no-behavior", "Scaled to zero, then minReplicas is raised to 3; no behavior, downscale stabilization 0.", 12, hpa(0, 10, "", externalMetric("queue", value("5"), "")), func(c *Cluster) {
			follow(c)
			c.External("queue", seq(c.K, "5", "0"))
		}).Edits = []Edit{{At: 100, Manifest: hpa(3, 10, "", externalMetric("queue", value("5"), ""))}}
		b.list[len(b.list)-1].Flags = &Flags{15, 0, 300, 30, 0.1}
		mk("zero-metric-removed", "Scaled to zero, then the External metric is replaced by cpu.", 12, hpa(0, 10, behavior("", rules(0, "", "")), externalMetric("queue", averageValue("5"), "")), func(c *Cluster) {
			follow(c)
			c.CPU("50m")
			c.External("queue", seq(c.K, "5", "0"))
		}).Edits = []Edit{{At: 100, Manifest: hpa(1, 10, behavior("", rules(0, "", "")), cpu)}}
		mk("zero-metric-fails", "Scaled to zero, then the metric fails, then it returns.", 14, hpa(0, 10, behavior("", rules(0, "", "")), externalMetric("queue", averageValue("5"), "")), func(c *Cluster) {
			follow(c)
			c.External("queue", seq(c.K, "5", "0", "0", "0"))
			if c.K >= 5 && c.K < 8 {
				c.Ext["queue|"] = &ExternalValues{Err: &APIError{Text: "no such host"}}
			}
			if c.K > 9 {
				c.External("queue", "22")
			}
		})
		mk("zero-two-metrics", "minReplicas 0 with cpu and an External metric: at zero, the cpu metric fails.", 16, hpa(0, 10, behavior("", rules(0, "", "")), cpu, externalMetric("queue", averageValue("5"), "")), func(c *Cluster) {
			follow(c)
			c.CPU(seq(c.K, "50m", "1m"))
			c.External("queue", seq(c.K, "5", "0", "0", "0", "0", "0", "0", "12", "12", "12", "0"))
		})
		mk("zero-cpu-only", "minReplicas 0 with cpu only (not admitted by the API server).", 6, hpa(0, 10, behavior("", rules(0, "", "")), cpu), func(c *Cluster) {
			follow(c)
			c.CPU("0")
		})
		mk("zero-policy", "To zero under a scale-down policy, up from zero under a scale-up policy.", 20, hpa(0, 30, behavior(rules(0, "", "", policy("Percent", 50, 30)), rules(0, "", "", policy("Percent", 50, 30))), externalMetric("queue", averageValue("5"), "")), func(c *Cluster) {
			if c.K == 0 {
				c.Spec = 7
			}
			follow(c)
			if c.K < 10 {
				c.External("queue", "0")
			} else {
				c.External("queue", "100")
			}
		})
		mk("zero-scaled-by-hand-up", "Scaled to zero by the HPA, then somebody scales up and down by hand.", 12, hpa(0, 10, behavior("", rules(300, "", "")), externalMetric("queue", averageValue("5"), "")), func(c *Cluster) {
			switch c.K {
			case 0:
				c.Spec = 0
			case 2:
				c.Spec = 3
			case 6:
				c.Spec = 0
			}
			follow(c)
			c.External("queue", "0")
		}).InitialStatus = `{"currentReplicas":1,"desiredReplicas":0,"lastScaleTime":"2000-01-01T00:30:00Z","conditions":[{"type":"AbleToScale","status":"True","lastTransitionTime":"2000-01-01T00:10:00Z","reason":"SucceededRescale","message":"the HPA controller was able to update the target scale to 0"},{"type":"ScaledToZero","status":"True","lastTransitionTime":"2000-01-01T00:30:00Z","reason":"ScaledToZero","message":"the HPA controller scaled the workload to zero"}]}`
	}
	b.add("zero-condition-when-gate-off", "A ScaledToZero condition left from an earlier controller, gate off.", 5, hpa(1, 10, "", cpu), func(c *Cluster) {
		if c.K == 0 {
			c.Spec = 0
		}
		if c.K == 2 {
			c.Spec = 3
		}
		follow(c)
		c.CPU("100m")
	}).Gates = map[string]bool{"HPAScaleToZero": false}
	b.list[len(b.list)-1].InitialStatus = `{"currentReplicas":1,"desiredReplicas":0,"conditions":[{"type":"ScaledToZero","status":"True","lastTransitionTime":"2000-01-01T00:30:00Z","reason":"ScaledToZero","message":"the HPA controller scaled the workload to zero"}]}`
	b.add("zero-condition-rescale-gate-off", "A ScaledToZero condition is removed on the next rescale, gate off.", 3, hpa(1, 10, "", cpu), func(c *Cluster) {
		follow(c)
		c.CPU("100m")
	}).Gates = map[string]bool{"HPAScaleToZero": false}
	b.list[len(b.list)-1].InitialStatus = `{"currentReplicas":1,"desiredReplicas":1,"conditions":[{"type":"ScaledToZero","status":"False","lastTransitionTime":"2000-01-01T00:30:00Z","reason":"NotScaledToZero","message":"the HPA controller did not scale the workload to zero"}]}`
}
