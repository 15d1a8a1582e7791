package oracle

// behaviors are scaling policies, their periods and their memory.
func behaviors(b *builder) {
	cpu := resourceMetric("cpu", utilization(50))
	up := func(c *Cluster) { follow(c); c.CPU("500m") }
	down := func(from int32) func(c *Cluster) {
		return func(c *Cluster) {
			if c.K == 0 {
				c.Spec = from
			}
			follow(c)
			c.CPU("1m")
		}
	}
	b.add("behavior-empty", "behavior: {} fills in both rules; downscale window from the controller's flag.", 26, hpa(1, 20, "{}", cpu), func(c *Cluster) {
		follow(c)
		c.CPU(seq(c.K, "100m", "100m", "10m"))
	})
	b.add("behavior-empty-downscale-flag", "behavior: {} with --horizontal-pod-autoscaler-downscale-stabilization=60s.", 12, hpa(1, 20, "{}", cpu), func(c *Cluster) {
		follow(c)
		c.CPU(seq(c.K, "100m", "100m", "10m"))
	}).Flags = &Flags{15, 60, 300, 30, 0.1}
	b.add("behavior-up-pods", "Scale up by 2 pods a minute.", 14, hpa(1, 20, behavior(rules(-1, "", "", policy("Pods", 2, 60)), ""), cpu), up)
	b.add("behavior-up-percent", "Scale up by 50 % a minute (rounded up).", 16, hpa(1, 50, behavior(rules(-1, "", "", policy("Percent", 50, 60)), ""), cpu), up)
	b.add("behavior-up-percent-small", "Scale up by 1 % a minute: rounding up still adds one.", 8, hpa(1, 50, behavior(rules(-1, "", "", policy("Percent", 1, 60)), ""), cpu), up)
	b.add("behavior-up-max", "Two policies, Max.", 16, hpa(1, 100, behavior(rules(-1, "Max", "", policy("Pods", 4, 60), policy("Percent", 50, 60)), ""), cpu), up)
	b.add("behavior-up-min", "Two policies, Min.", 16, hpa(1, 100, behavior(rules(-1, "Min", "", policy("Pods", 4, 60), policy("Percent", 50, 60)), ""), cpu), up)
	b.add("behavior-up-disabled", "Scale up disabled.", 4, hpa(1, 100, behavior(rules(-1, "Disabled", ""), ""), cpu), up)
	b.add("behavior-up-two-periods", "Policies with different periods: a burst, then a slow pace.", 30, hpa(1, 60, behavior(rules(-1, "Min", "", policy("Pods", 4, 15), policy("Pods", 10, 120)), ""), cpu), up)
	b.add("behavior-up-long-period", "A policy of 4 pods per 30 minutes.", 10, hpa(1, 60, behavior(rules(-1, "", "", policy("Pods", 4, 1800)), ""), cpu), up)
	b.add("behavior-up-period-not-multiple", "Policy period that is no multiple of the sync period.", 14, hpa(1, 60, behavior(rules(-1, "", "", policy("Pods", 3, 40)), ""), cpu), up)
	b.add("behavior-up-period-1", "Policy period of one second.", 5, hpa(1, 60, behavior(rules(-1, "", "", policy("Pods", 3, 1)), ""), cpu), up)
	b.add("behavior-up-percent-large", "Scale up by 900 % in 15 s.", 4, hpa(1, 2000, behavior(rules(-1, "", "", policy("Percent", 900, 15)), ""), resourceMetric("cpu", averageValue("50m"))), func(c *Cluster) { c.ReadyPods(1); c.CPU("5000") })
	b.add("behavior-down-pods", "Scale down by 1 pod a minute.", 16, hpa(1, 20, behavior("", rules(0, "", "", policy("Pods", 1, 60))), cpu), down(6))
	b.add("behavior-down-percent", "Scale down by 10 % a minute (rounded down: truncation removes more).", 20, hpa(1, 100, behavior("", rules(0, "", "", policy("Percent", 10, 60))), cpu), down(37))
	b.add("behavior-down-percent-small", "10 % of 3: one pod at a time.", 12, hpa(1, 100, behavior("", rules(0, "", "", policy("Percent", 10, 30))), cpu), down(3))
	b.add("behavior-down-max", "Two policies, Max (the biggest change).", 12, hpa(1, 100, behavior("", rules(0, "Max", "", policy("Pods", 4, 60), policy("Percent", 10, 60))), cpu), down(60))
	b.add("behavior-down-min", "Two policies, Min (the smallest change).", 16, hpa(1, 100, behavior("", rules(0, "Min", "", policy("Pods", 4, 60), policy("Percent", 10, 60))), cpu), down(60))
	b.add("behavior-down-disabled", "Scale down disabled.", 4, hpa(1, 100, behavior("", rules(0, "Disabled", "")), cpu), down(10))
	b.add("behavior-down-disabled-default-window", "Scale down disabled, default window: stabilization is still reported.", 4, hpa(1, 100, behavior("", rules(-1, "Disabled", "")), cpu), down(10))
	b.add("behavior-down-zero-window-default-policies", "Window 0: down to the minimum at once.", 4, hpa(1, 100, behavior("", rules(0, "", "")), cpu), down(10))
	b.add("behavior-both-limits-min-max", "Limits meet minReplicas and maxReplicas.", 16, hpa(3, 9, behavior(rules(-1, "", "", policy("Pods", 5, 15)), rules(0, "", "", policy("Pods", 5, 15))), cpu), func(c *Cluster) {
		if c.K == 0 {
			c.Spec = 5
		}
		follow(c)
		c.CPU(seq(c.K, "500m", "500m", "500m", "1m", "1m", "1m", "500m"))
	})
	b.add("behavior-up-events-count-for-down", "Pods added recently may be removed again: events of the other direction widen the limit.", 20, hpa(1, 40, behavior(rules(0, "", "", policy("Pods", 4, 60)), rules(0, "", "", policy("Pods", 2, 120))), cpu), func(c *Cluster) {
		if c.K == 0 {
			c.Spec = 6
		}
		follow(c)
		if (c.K/4)%2 == 0 {
			c.CPU("300m")
		} else {
			c.CPU("5m")
		}
	})
	b.add("behavior-flapping-percent", "Flapping load with percent policies in both directions.", 40, hpa(1, 60, behavior(rules(0, "", "", policy("Percent", 100, 60)), rules(0, "", "", policy("Percent", 50, 60))), cpu), func(c *Cluster) {
		if c.K == 0 {
			c.Spec = 10
		}
		follow(c)
		if (c.K/3)%2 == 0 {
			c.CPU("120m")
		} else {
			c.CPU("15m")
		}
	})
	b.add("behavior-event-slots-reused", "Old scale events are reused once outdated (only the last outdated slot is).", 40, hpa(1, 200, behavior(rules(0, "", "", policy("Pods", 1, 30), policy("Pods", 3, 90)), rules(0, "", "", policy("Pods", 1, 45))), cpu), func(c *Cluster) {
		follow(c)
		if c.K < 16 || c.K > 30 {
			c.CPU("300m")
		} else {
			c.CPU("1m")
		}
	})
	b.add("behavior-edit-policies-midway", "The scale-up policy changes midway; remembered events stay.", 18, hpa(1, 60, behavior(rules(0, "", "", policy("Pods", 2, 60)), ""), cpu), up).Edits = []Edit{
		{At: 80, Manifest: hpa(1, 60, behavior(rules(0, "", "", policy("Pods", 10, 60)), ""), cpu)},
		{At: 140, Manifest: hpa(1, 60, behavior(rules(0, "Min", "", policy("Pods", 10, 60), policy("Percent", 20, 30)), ""), cpu)}}
	b.add("behavior-removed-midway", "behavior is removed and comes back: the recommendations stay, and events stored before count again.", 16, hpa(1, 60, behavior(rules(0, "", "", policy("Pods", 2, 120)), ""), cpu), up).Edits = []Edit{
		{At: 50, Manifest: hpa(1, 60, "", cpu)}, {At: 80, Manifest: hpa(1, 60, behavior(rules(0, "", "", policy("Pods", 2, 120)), ""), cpu)}}
	b.add("behavior-added-midway", "behavior is added midway.", 24, hpa(1, 20, "", cpu), func(c *Cluster) {
		follow(c)
		c.CPU(seq(c.K, "100m", "100m", "100m", "5m"))
	}).Edits = []Edit{{At: 100, Manifest: hpa(1, 20, behavior("", rules(60, "", "", policy("Pods", 1, 30))), cpu)}}
	b.add("behavior-scale-up-limit-below-current", "After events in the period the limit falls below the current count: held at current.", 8, hpa(1, 60, behavior(rules(0, "", "", policy("Pods", 1, 300)), ""), cpu), func(c *Cluster) {
		follow(c)
		c.CPU("500m")
		if c.K == 3 {
			c.Spec = 4 // scaled by hand
			c.ReadyPods(4)
		}
	})
	b.add("behavior-manual-scale-down-then-up", "A manual scale-down is no event for the controller: the period start is computed from the current count.", 10, hpa(1, 60, behavior(rules(0, "", "", policy("Pods", 6, 300)), ""), cpu), func(c *Cluster) {
		if c.K == 2 {
			c.Spec = 2
		}
		follow(c)
		c.CPU("500m")
	})
	b.add("behavior-no-policies-select-min", "selectPolicy Min on default policies.", 8, hpa(1, 60, behavior(rules(-1, "Min", ""), rules(-1, "Min", "")), cpu), up)
	b.add("behavior-percent-zero-down", "Percent 100 in 15 s (the default) with window 0, from 50.", 3, hpa(1, 60, behavior("", rules(0, "", "", policy("Percent", 100, 15))), cpu), down(50))
	b.add("behavior-both-disabled", "Both directions disabled.", 6, hpa(1, 60, behavior(rules(0, "Disabled", ""), rules(0, "Disabled", "")), cpu), func(c *Cluster) {
		if c.K == 0 {
			c.Spec = 10
		}
		follow(c)
		c.CPU(seq(c.K, "500m", "1m", "50m", "500m", "1m", "1m"))
	})
	b.add("behavior-disabled-below-min", "Scale up disabled but below minReplicas: the correction still happens.", 3, hpa(5, 60, behavior(rules(0, "Disabled", ""), ""), cpu), up)
	b.add("behavior-scaledown-limited-to-current", "Events of the other direction: scale-down limit above current is cut to current.", 14, hpa(1, 60, behavior(rules(0, "", "", policy("Pods", 1, 15)), rules(0, "", "", policy("Pods", 2, 200))), cpu), func(c *Cluster) {
		if c.K == 0 {
			c.Spec = 20
		}
		if c.K == 6 {
			c.Spec = 12 // by hand
		}
		follow(c)
		c.CPU("1m")
	})
}
