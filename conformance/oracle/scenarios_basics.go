package oracle

// basics are what everybody tries first: defaults, cpu, memory, several containers.
func basics(b *builder) {
	b.add("basic-defaults", "No metrics, no minReplicas: 80 % cpu of the request, at least 1 replica.", 6, hpa(-1, 10, ""), func(c *Cluster) {
		follow(c)
		c.CPU(seq(c.K, "80m", "200m", "200m", "120m", "70m", "20m"))
	})
	b.add("basic-cpu-up-down", "CPU above target, then idle: up at once, down only after the 300 s stabilization window.", 32, hpa(1, 10, "", resourceMetric("cpu", utilization(50))), func(c *Cluster) {
		follow(c)
		if c.K < 3 {
			c.CPU("100m")
		} else {
			c.CPU("10m")
		}
	})
	b.add("basic-cpu-average-value", "CPU AverageValue target.", 8, hpa(1, 20, "", resourceMetric("cpu", averageValue("60m"))), func(c *Cluster) {
		follow(c)
		c.CPU(seq(c.K, "60m", "90m", "66m", "67m", "54m", "53m", "30m", "5m"))
	})
	b.add("basic-memory-utilization", "Memory utilization target; the status shows bytes.", 6, hpa(1, 20, "", resourceMetric("memory", utilization(60))), func(c *Cluster) {
		follow(c)
		c.Mem(seq(c.K, "76Mi", "100Mi", "130Mi", "123456789", "50000Ki", "10Mi"))
	})
	b.add("basic-memory-average-value", "Memory AverageValue target, odd byte counts.", 7, hpa(2, 20, "", resourceMetric("memory", averageValue("100Mi"))), func(c *Cluster) {
		follow(c)
		c.Mem(seq(c.K, "100Mi", "110Mi", "115343361", "115343360", "200Mi", "1Gi", "1e8"))
	})
	b.add("basic-memory-fraction", "Memory samples whose average is not a whole number of bytes.", 4, hpa(1, 20, "", resourceMetric("memory", averageValue("50Mi"))), func(c *Cluster) {
		c.Spec = 3
		follow(c)
		switch c.K {
		case 0:
			c.Mems("52428801", "52428800", "52428800")
		case 1:
			c.Mems("1001", "1000", "1000")
		case 2:
			c.Mems("1025Ki", "1024Ki", "1Mi")
		default:
			c.Mems("1.5Gi", "1Gi", "100M")
		}
	})
	b.add("basic-nanocores", "metrics-server answers nanocores: each container's usage is rounded up to a milli-core.", 5, hpa(1, 10, "", resourceMetric("cpu", utilization(50))), func(c *Cluster) {
		c.Spec = 2
		follow(c)
		switch c.K {
		case 0:
			c.CPUs("50000001n", "49999999n")
		case 1:
			c.CPUs("1n", "0")
		case 2:
			c.CPUs("55000000n", "54999000n")
		case 3:
			c.CPUs("60100u", "0.0601")
		default:
			c.CPUs("1", "2.5")
		}
	})
	b.add("basic-truncated-utilization", "Utilization is truncated to a whole percent before it is compared.", 6, hpa(1, 20, "", resourceMetric("cpu", utilization(50))), func(c *Cluster) {
		c.Spec = 3
		follow(c)
		switch c.K {
		case 0:
			c.CPUs("55m", "55m", "57m") // 55.67 -> 55
		case 1:
			c.CPUs("56m", "56m", "55m") // 55.67 -> 55
		case 2:
			c.CPUs("56m", "56m", "56m")
		case 3:
			c.CPUs("45m", "45m", "44m") // 44.67 -> 44
		case 4:
			c.CPUs("45m", "45m", "45m")
		default:
			c.CPUs("99m", "99m", "99m")
		}
	})
	b.add("basic-averages-hide-hot-pod", "One hot pod among idle ones: only the average counts.", 3, hpa(1, 20, "", resourceMetric("cpu", utilization(50))), func(c *Cluster) {
		c.Spec = 5
		follow(c)
		c.CPUs("500m", "1m", "1m", "1m", "1m")
	})
	b.add("basic-containers-sum", "Usage and requests are summed over the containers of a pod.", 4, hpa(1, 20, "", resourceMetric("cpu", utilization(50))), func(c *Cluster) {
		c.Template = "two"
		follow(c)
		c.Samples = nil
		for _, p := range c.Pods {
			c.Samples = append(c.Samples, Sample{p.Name, int64(c.T), 15, []Usage{{"app", seq(c.K, "100m", "200m", "90m", "10m"), "1Mi"}, {"proxy", seq(c.K, "25m", "10m", "90m", "1m"), "1Mi"}}})
		}
	}).Templates = map[string]Template{"two": {Labels: map[string]string{"app": "web"}, Containers: []Container{
		{Name: "app", Requests: map[string]string{"cpu": "200m"}}, {Name: "proxy", Requests: map[string]string{"cpu": "50m"}}}}}
	b.add("basic-target-above-100", "A target above 100 % of the request.", 6, hpa(1, 20, "", resourceMetric("cpu", utilization(150))), func(c *Cluster) {
		if c.K == 0 {
			c.Spec = 4
		}
		follow(c)
		c.CPU(seq(c.K, "150m", "164m", "166m", "200m", "134m", "100m"))
	})
	b.add("basic-slow-sync", "A controller-manager with a 30 s sync period and a 60 s downscale stabilization.", 12, hpa(1, 10, "", resourceMetric("cpu", utilization(50))), func(c *Cluster) {
		follow(c)
		c.CPU(seq(c.K, "100m", "100m", "50m", "10m"))
	}).Flags = &Flags{30, 60, 300, 30, 0.1}
	b.add("basic-status-replicas-lag", "status.replicas of the target lags behind spec.replicas.", 5, hpa(1, 20, "", resourceMetric("cpu", utilization(50))), func(c *Cluster) {
		c.StatusFollows = false
		c.Status = seq[int32](c.K, 1, 1, 2, 3, 4)
		c.ReadyPods(int(c.Status))
		c.CPU("100m")
	})
}
