package oracle

// severalMetrics look at which of several metrics wins, and what a failing one blocks.
func severalMetrics(b *builder) {
	m := hpa(1, 30, "", resourceMetric("cpu", utilization(50)), podsMetric("qps", averageValue("10"), ""), externalMetric("queue", averageValue("30"), ""))
	b.add("several-max-wins", "Several metrics: the highest proposal wins, and its name is in the texts.", 8, m, func(c *Cluster) {
		c.Spec = 4
		follow(c)
		c.CPU(seq(c.K, "100m", "50m", "10m", "50m", "10m", "10m", "100m", "10m"))
		c.PodMetric("qps", seq(c.K, "10", "25", "1", "10", "1", "1", "20", "1"))
		c.External("queue", seq(c.K, "120", "120", "400", "120", "1", "0", "240", "120"))
	})
	b.add("several-first-of-equals", "Equal proposals: the first metric is named.", 3, m, func(c *Cluster) {
		c.Spec = 4
		follow(c)
		c.CPU("100m")
		c.PodMetric("qps", "20")
		c.External("queue", "240")
	})
	b.add("several-one-fails-up", "One metric fails while another wants to scale up: it scales up and reports the error.", 6, m, func(c *Cluster) {
		c.Spec = 4
		follow(c)
		c.CPU(seq(c.K, "100m", "60m", "50m", "10m", "50m", "100m"))
		c.PodMetric("qps", seq(c.K, "10", "10", "10", "1", "5", "1"))
		delete(c.Ext, "queue|")
	})
	b.add("several-one-fails-down", "One metric fails while the others want to scale down: nothing happens.", 4, m, func(c *Cluster) {
		c.Spec = 4
		follow(c)
		c.CPU("10m")
		c.PodMetric("qps", "1")
		if c.K == 3 {
			c.External("queue", "1")
		}
	})
	b.add("several-two-fail", "Two metrics fail in different ways: the first one's error is reported.", 6, m, func(c *Cluster) {
		c.Spec = 4
		follow(c)
		if c.K%2 == 0 {
			c.ResErr = &APIError{Reason: "ServiceUnavailable", Text: "the server is currently unable to handle the request (get pods.metrics.k8s.io)"}
		}
		c.CPU(seq(c.K, "100m", "100m", "100m", "10m", "10m", "10m"))
		c.External("queue", seq(c.K, "240", "240", "120", "120", "1", "1"))
		delete(c.CPods, "qps|")
	})
	b.add("several-all-fail", "All metrics fail.", 3, m, func(c *Cluster) {
		c.Spec = 4
		follow(c)
		c.ResErr = &APIError{Reason: "NotFound", Text: "web"}
	})
	b.add("several-one-proposes-zero", "A proposal of 0 replicas is overwritten by a later one.", 4, hpa(1, 30, "", externalMetric("a", averageValue("10"), ""), externalMetric("b", averageValue("10"), "")), func(c *Cluster) {
		c.Spec = 4
		follow(c)
		c.External("a", seq(c.K, "0", "20", "0", "40"))
		c.External("b", seq(c.K, "20", "0", "0", "0"))
	})
	b.add("several-fail-and-hold", "One fails and the other is within tolerance: held, and ScalingActive is true.", 3, hpa(1, 30, "", resourceMetric("cpu", utilization(50)), ingressMetric("rps", value("10"))), func(c *Cluster) {
		c.Spec = 4
		follow(c)
		c.CPU("52m")
	})
	b.add("several-fail-then-recover", "A failing metric recovers: conditions flip and flip back.", 6, hpa(1, 30, "", resourceMetric("cpu", utilization(50))), func(c *Cluster) {
		c.Spec = 4
		follow(c)
		c.CPU("50m")
		if c.K == 1 || c.K == 2 || c.K == 4 {
			c.ResErr = &APIError{Text: "i/o timeout"}
		}
	})
	b.add("several-fail-current-metrics", "currentMetrics has an empty entry for a failing metric.", 4, m, func(c *Cluster) {
		c.Spec = 4
		follow(c)
		c.CPU("100m")
		if c.K != 2 {
			c.PodMetric("qps", "20")
		} else {
			delete(c.CPods, "qps|")
		}
		c.External("queue", "240")
		if c.K == 1 {
			delete(c.Ext, "queue|")
		}
	})
	b.add("several-same-type", "Two Resource metrics (cpu and memory).", 6, hpa(1, 30, "", resourceMetric("cpu", utilization(50)), resourceMetric("memory", utilization(70))), func(c *Cluster) {
		c.Spec = 3
		follow(c)
		c.Mem(seq(c.K, "128Mi", "40Mi", "90Mi", "200Mi", "10Mi", "89Mi"))
		for i := range c.Samples {
			c.Samples[i].Containers[0].CPU = seq(c.K, "50m", "100m", "50m", "120m", "10m", "50m")
		}
	})
}
