package oracle

// numbers overflow, are negative, tiny, or written in odd ways.
func numbers(b *builder) {
	b.add("number-external-overflow-value", "External values that overflow int64 (Value target).", 6, hpa(1, 1000, "{}", externalMetric("queue", value("1"), "")), func(c *Cluster) {
		follow(c)
		switch c.K {
		case 0:
			c.External("queue", "9223372036854775", "9223372036854775")
		case 1:
			c.External("queue", "9223372036854775807")
		case 2:
			c.External("queue", "5e15", "5e15", "5e15")
		case 3:
			c.External("queue", "9223372036854775807", "-1", "1")
		case 4:
			c.External("queue", "1e30")
		default:
			c.External("queue", "1")
		}
	})
	b.add("number-external-overflow-average", "External values that overflow int64 (AverageValue target).", 6, hpa(1, 1000, "{}", externalMetric("queue", averageValue("1"), "")), func(c *Cluster) {
		follow(c)
		switch c.K {
		case 0:
			c.External("queue", "9223372036854775", "9223372036854775")
		case 1:
			c.External("queue", "9223372036854775807")
		case 2:
			c.External("queue", "5e15", "5e15", "5e15")
		case 3:
			c.External("queue", "9223372036854775807", "-1", "1")
		case 4:
			c.External("queue", "1e30")
		default:
			c.External("queue", "1")
		}
	})
	b.add("number-external-huge-ratio", "A ratio beyond int32.", 5, hpa(1, 1000, "{}", externalMetric("queue", value("1m"), ""), externalMetric("other", averageValue("1m"), "")), func(c *Cluster) {
		follow(c)
		c.External("queue", seq(c.K, "2147484", "2147483647", "3e9", "1", "1m"))
		c.External("other", seq(c.K, "1m", "1m", "1m", "3e9", "2147484"))
	})
	b.add("number-object-huge-ratio", "A ratio beyond int32, Object metrics.", 6, hpa(1, 1000, "{}", ingressMetric("a", value("1m")), ingressMetric("b", averageValue("1m"))), func(c *Cluster) {
		follow(c)
		c.Object("Ingress/main", "a", seq(c.K, "2147484", "3e9", "1m", "1m", "1m", "1e18"))
		c.Object("Ingress/main", "b", seq(c.K, "1m", "1m", "2147484", "3e9", "1e18", "1m"))
	})
	b.add("number-external-negative", "Negative external values.", 6, hpa(1, 10, "{}", externalMetric("queue", value("5"), ""), externalMetric("other", averageValue("5"), "")), func(c *Cluster) {
		if c.K == 0 {
			c.Spec = 3
		}
		follow(c)
		c.External("queue", seq(c.K, "-5", "-500", "5", "-1m", "0", "-5"))
		c.External("other", seq(c.K, "-5", "15", "-15", "-1m", "0", "-5"))
	})
	b.add("number-object-negative", "Negative object values.", 5, hpa(1, 10, "{}", ingressMetric("rps", value("5"))), func(c *Cluster) {
		if c.K == 0 {
			c.Spec = 3
		}
		follow(c)
		c.Object("Ingress/main", "rps", seq(c.K, "-5", "-500", "5", "-1m", "0"))
	})
	b.add("number-object-average-negative", "Negative object values, AverageValue target.", 5, hpa(1, 10, "{}", ingressMetric("rps", averageValue("5"))), func(c *Cluster) {
		if c.K == 0 {
			c.Spec = 3
		}
		follow(c)
		c.Object("Ingress/main", "rps", seq(c.K, "-5", "-500", "5", "-1m", "0"))
	})
	b.add("number-pods-negative", "Negative pods metric.", 4, hpa(1, 10, "{}", podsMetric("x", averageValue("5"), "")), func(c *Cluster) {
		if c.K == 0 {
			c.Spec = 3
		}
		follow(c)
		c.PodMetric("x", seq(c.K, "-5", "-1", "5", "-10"))
	})
	b.add("number-target-zero", "Targets of zero (not admitted): division by zero.", 4, hpa(1, 10, "{}", externalMetric("queue", value("0"), "")), func(c *Cluster) {
		if c.K == 0 {
			c.Spec = 3
		}
		follow(c)
		c.External("queue", seq(c.K, "5", "0", "-5", "0"))
	})
	b.add("number-target-zero-average", "AverageValue targets of zero (not admitted).", 4, hpa(1, 10, "{}", externalMetric("queue", averageValue("0"), "")), func(c *Cluster) {
		if c.K == 0 {
			c.Spec = 3
		}
		follow(c)
		c.External("queue", seq(c.K, "5", "0", "-5", "0"))
	})
	b.add("number-target-zero-pods", "Pods metric target of zero (not admitted).", 3, hpa(1, 10, "{}", podsMetric("x", averageValue("0"), "")), func(c *Cluster) {
		if c.K == 0 {
			c.Spec = 3
		}
		follow(c)
		c.PodMetric("x", seq(c.K, "5", "0", "-5"))
	})
	b.add("number-target-utilization-zero", "Utilization target of zero (not admitted).", 3, hpa(1, 10, "{}", resourceMetric("cpu", utilization(0))), func(c *Cluster) {
		if c.K == 0 {
			c.Spec = 3
		}
		follow(c)
		c.CPU(seq(c.K, "5m", "0", "50m"))
	})
	b.add("number-tiny-quantities", "Quantities below one milli are rounded up.", 4, hpa(1, 10, "{}", externalMetric("queue", averageValue("1n"), ""), podsMetric("x", averageValue("100u"), "")), func(c *Cluster) {
		follow(c)
		c.External("queue", seq(c.K, "1n", "1u", "1500u", "0"))
		c.PodMetric("x", seq(c.K, "1u", "1n", "2100u", "0"))
	})
	b.add("number-quantity-formats", "Quantities in many notations.", 8, hpa(1, 100, "{}", externalMetric("queue", averageValue("1k"), "")), func(c *Cluster) {
		follow(c)
		c.External("queue", seq(c.K, "2Ki", "0.5k", "1.5e3", "12E2", "1M", "1Mi", "1500", "1e-3"))
	})
	b.add("number-target-formats", "Targets in many notations, shown in the defaulted object.", 2, hpa(1, 100, "{}", externalMetric("a", averageValue("1500m"), ""), externalMetric("b", averageValue("0.5"), ""), externalMetric("c", averageValue("1e3"), ""), externalMetric("d", averageValue("2Ki"), ""), externalMetric("e", value("1000000"), ""), externalMetric("f", value("1.5Gi"), "")), func(c *Cluster) {
		follow(c)
		for _, m := range []string{"a", "b", "c", "d", "e", "f"} {
			c.External(m, "2000")
		}
	})
	b.add("number-huge-cpu", "Huge cpu usage.", 3, hpa(1, 100, "", resourceMetric("cpu", utilization(1))), func(c *Cluster) {
		follow(c)
		c.CPU(seq(c.K, "1000000", "30000000", "100"))
	})
	b.add("number-huge-cpu-average", "Huge cpu usage with an AverageValue target.", 3, hpa(1, 100, "", resourceMetric("cpu", averageValue("1m"))), func(c *Cluster) {
		follow(c)
		c.CPU(seq(c.K, "1000000", "30000000", "100"))
	})
	b.add("number-max-int32-replicas", "maxReplicas of 2147483647: the scale-up limit arithmetic.", 6, hpa(1, 2147483647, "", externalMetric("queue", averageValue("1"), "")), func(c *Cluster) {
		if c.K == 0 {
			c.Spec = 1000000000
		}
		if c.K == 2 {
			c.Spec = 1500000000
		}
		c.ReadyPods(1)
		c.External("queue", "2147483647")
	})
	b.add("number-max-int32-replicas-behavior", "maxReplicas of 2147483647 with policies: int32 overflow.", 6, hpa(1, 2147483647, behavior(rules(0, "", "", policy("Percent", 100, 15), policy("Pods", 2147483647, 15)), ""), externalMetric("queue", averageValue("1"), "")), func(c *Cluster) {
		if c.K == 0 {
			c.Spec = 1000000000
		}
		if c.K == 2 {
			c.Spec = 1500000000
		}
		c.ReadyPods(1)
		c.External("queue", "2147483647")
	})
	b.add("number-many-pods", "200 replicas.", 4, hpa(1, 200, "", resourceMetric("cpu", utilization(50))), func(c *Cluster) {
		if c.K == 0 {
			c.Spec = 120
		}
		follow(c)
		c.CPU(seq(c.K, "57m", "57m", "53m", "40m"))
	})
	b.add("number-ceil", "Rounding up: 10 % over for many counts.", 24, hpa(1, 100, "{}", resourceMetric("cpu", averageValue("100m"))), func(c *Cluster) {
		c.Spec = int32(c.K + 1)
		follow(c)
		c.CPU("112m")
	})
	b.add("number-ceil-float", "Products that are not exact in floating point.", 30, hpa(1, 1000, "{}", resourceMetric("cpu", utilization(70))), func(c *Cluster) {
		c.Spec = int32(10*c.K + 10)
		c.ReadyPods(10*c.K + 10)
		c.CPU(seq(c.K%5, "77m", "84m", "49m", "98m", "56m"))
	})
}
