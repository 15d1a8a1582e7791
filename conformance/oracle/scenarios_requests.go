package oracle

// requests are the resource requests that a utilization is a percentage of.
func requests(b *builder) {
	app := map[string]string{"app": "web"}
	cpu50 := hpa(1, 20, "", resourceMetric("cpu", utilization(50)))
	two := func(c *Cluster, a, p string) {
		c.Samples = nil
		for _, x := range c.Pods {
			c.Samples = append(c.Samples, Sample{x.Name, int64(c.T), 15, []Usage{{"app", a, "64Mi"}, {"proxy", p, "32Mi"}}})
		}
	}
	b.add("requests-missing-in-one-container", "One container without a cpu request: utilization cannot be computed.", 2, cpu50, func(c *Cluster) {
		c.Spec = 2
		c.Template = "t"
		follow(c)
		two(c, "100m", "10m")
	}).Templates = map[string]Template{"t": {Labels: app, Containers: []Container{{Name: "app", Requests: map[string]string{"cpu": "100m"}}, {Name: "proxy", Requests: map[string]string{"memory": "1Gi"}}}}}
	b.add("requests-missing-average-value", "An AverageValue target needs no requests.", 2, hpa(1, 20, "", resourceMetric("cpu", averageValue("50m"))), func(c *Cluster) {
		c.Spec = 2
		c.Template = "t"
		follow(c)
		two(c, "100m", "10m")
	}).Templates = map[string]Template{"t": {Labels: app, Containers: []Container{{Name: "app"}, {Name: "proxy"}}}}
	b.add("requests-missing-container-resource", "A ContainerResource metric needs only the request of its container.", 3, hpa(1, 20, "", containerMetric("app", "cpu", utilization(50))), func(c *Cluster) {
		c.Spec = 2
		c.Template = "t"
		follow(c)
		two(c, "100m", "10m")
	}).Templates = map[string]Template{"t": {Labels: app, Containers: []Container{{Name: "app", Requests: map[string]string{"cpu": "100m"}}, {Name: "proxy"}}}}
	b.add("requests-missing-of-that-container", "The container of a ContainerResource metric has no request.", 2, hpa(1, 20, "", containerMetric("proxy", "cpu", utilization(50))), func(c *Cluster) {
		c.Spec = 2
		c.Template = "t"
		follow(c)
		two(c, "100m", "10m")
	}).Templates = map[string]Template{"t": {Labels: app, Containers: []Container{{Name: "app", Requests: map[string]string{"cpu": "100m"}}, {Name: "proxy"}}}}
	b.add("requests-zero", "Requests of zero: no metrics matched known pods.", 2, cpu50, func(c *Cluster) {
		c.Spec = 2
		c.Template = "t"
		follow(c)
		c.CPU("10m")
	}).Templates = map[string]Template{"t": {Labels: app, Containers: []Container{{Name: "app", Requests: map[string]string{"cpu": "0"}}}}}
	b.add("requests-differ-between-pods", "Pods with different requests (mid-way through a change).", 4, cpu50, func(c *Cluster) {
		c.Spec = 4
		follow(c)
		c.Pods[2].Template, c.Pods[3].Template = "big", "big"
		switch c.K {
		case 0:
			c.CPUs("50m", "50m", "200m", "200m")
		case 1:
			c.CPUs("100m", "100m", "200m", "200m")
		case 2:
			c.CPUs("100m", "100m", "400m", "")
		default:
			c.CPUs("10m", "", "10m", "")
		}
	}).Templates = map[string]Template{"web": defaultTemplates()["web"], "big": {Labels: app, Containers: []Container{{Name: "app", Requests: map[string]string{"cpu": "400m"}}}}}
	side := map[string]Template{"t": {Labels: app, Containers: []Container{{Name: "app", Requests: map[string]string{"cpu": "100m"}}},
		InitContainers: []Container{{Name: "setup", Requests: map[string]string{"cpu": "2"}}, {Name: "mesh", RestartPolicy: "Always", Requests: map[string]string{"cpu": "100m"}}}}}
	sideUse := func(c *Cluster, a, m string) {
		c.Spec = 2
		c.Template = "t"
		follow(c)
		c.Samples = nil
		for _, x := range c.Pods {
			c.Samples = append(c.Samples, Sample{x.Name, int64(c.T), 15, []Usage{{"app", a, ""}, {"mesh", m, ""}}})
		}
	}
	b.add("requests-sidecar", "A sidecar (init container with restartPolicy Always) adds its request; a plain init container does not.", 4, cpu50, func(c *Cluster) {
		sideUse(c, seq(c.K, "100m", "50m", "160m", "10m"), seq(c.K, "100m", "50m", "20m", "10m"))
	}).Templates = side
	b.add("requests-sidecar-container-resource", "ContainerResource on a sidecar.", 3, hpa(1, 20, "", containerMetric("mesh", "cpu", utilization(50))), func(c *Cluster) {
		sideUse(c, "10m", seq(c.K, "100m", "50m", "10m"))
	}).Templates = side
	b.add("requests-sidecar-without-request", "A sidecar without a request.", 2, cpu50, func(c *Cluster) {
		sideUse(c, "100m", "10m")
	}).Templates = map[string]Template{"t": {Labels: app, Containers: []Container{{Name: "app", Requests: map[string]string{"cpu": "100m"}}},
		InitContainers: []Container{{Name: "mesh", RestartPolicy: "Always"}}}}
	podLevel := func(r map[string]string) map[string]Template {
		return map[string]Template{"t": {Labels: app, PodRequests: r, Containers: []Container{{Name: "app", Requests: map[string]string{"cpu": "100m", "memory": "64Mi"}}, {Name: "proxy"}}}}
	}
	for _, g := range []string{"", "on", "off"} {
		suffix, gates := "", map[string]bool(nil)
		if g != "" {
			suffix = "-gate-" + g
			gates = map[string]bool{"PodLevelResources": g == "on"}
		}
		s := b.add("requests-pod-level"+suffix, "Pod-level cpu request beside container requests.", 3, cpu50, func(c *Cluster) {
			c.Spec = 2
			c.Template = "t"
			follow(c)
			two(c, seq(c.K, "200m", "100m", "20m"), "10m")
		})
		s.Templates, s.Gates = podLevel(map[string]string{"cpu": "400m", "memory": "256Mi"}), gates
		s = b.add("requests-pod-level-memory-only"+suffix, "Pod-level memory request only, with a cpu metric: the cpu request comes from the containers.", 2, cpu50, func(c *Cluster) {
			c.Spec = 2
			c.Template = "t"
			follow(c)
			two(c, "200m", "10m")
		})
		s.Templates, s.Gates = podLevel(map[string]string{"memory": "256Mi"}), gates
		s = b.add("requests-pod-level-cpu-only-memory-metric"+suffix, "Pod-level cpu request only, with a memory metric.", 2, hpa(1, 20, "", resourceMetric("memory", utilization(50))), func(c *Cluster) {
			c.Spec = 2
			c.Template = "t"
			follow(c)
			two(c, "200m", "10m")
		})
		s.Templates, s.Gates = map[string]Template{"t": {Labels: app, PodRequests: map[string]string{"cpu": "400m"}, Containers: []Container{{Name: "app"}, {Name: "proxy"}}}}, gates
		s = b.add("requests-pod-level-container-resource"+suffix, "A ContainerResource metric ignores pod-level requests.", 2, hpa(1, 20, "", containerMetric("app", "cpu", utilization(50))), func(c *Cluster) {
			c.Spec = 2
			c.Template = "t"
			follow(c)
			two(c, "200m", "10m")
		})
		s.Templates, s.Gates = podLevel(map[string]string{"cpu": "400m"}), gates
	}
}
