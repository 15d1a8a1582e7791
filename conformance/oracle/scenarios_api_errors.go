package oracle

// apiErrors are refusals and conflicts of the API server.
func apiErrors(b *builder) {
	cpu := resourceMetric("cpu", utilization(50))
	w := func(c *Cluster) { follow(c); c.CPU("100m") }
	conflict := &APIError{Reason: "Conflict", Text: "the object has been modified; please apply your changes to the latest version and try again"}
	b.add("error-scale-update-conflict-once", "One conflict on updating the scale.", 4, hpa(1, 10, "", cpu), func(c *Cluster) {
		w(c)
		if c.K == 0 {
			c.UpdateErrs = []*APIError{conflict}
		}
	})
	b.add("error-scale-update-conflict-thrice", "Three conflicts in a row, with behavior (the event gets the later time).", 12, hpa(1, 30, behavior(rules(0, "", "", policy("Pods", 2, 30)), ""), cpu), func(c *Cluster) {
		w(c)
		if c.K == 1 {
			c.UpdateErrs = []*APIError{conflict, conflict, conflict}
		}
	})
	b.add("error-scale-update-conflict-forever", "Conflicts until the retries run out.", 4, hpa(1, 10, "", cpu), func(c *Cluster) {
		w(c)
		if c.K < 2 {
			c.UpdateErrs = []*APIError{conflict, conflict, conflict, conflict, conflict, conflict, conflict}
		}
	})
	b.add("error-scale-update-forbidden", "The scale update is refused.", 4, hpa(1, 10, "", cpu), func(c *Cluster) {
		w(c)
		if c.K < 2 {
			c.UpdateErrs = []*APIError{{Reason: "Forbidden", Text: "quota"}}
		}
	})
	b.add("error-scale-update-generic-with-retry-get-error", "The scale update fails, and reading it again fails too.", 4, hpa(1, 10, "", cpu), func(c *Cluster) {
		w(c)
		if c.K < 2 {
			c.UpdateErrs = []*APIError{{Text: "connection refused"}}
			c.RetryGetErr = &APIError{Text: "connection still refused"}
		}
	})
	b.add("error-scale-update-conflict-get-error", "A conflict, and reading again fails: the old object is retried.", 3, hpa(1, 10, "", cpu), func(c *Cluster) {
		w(c)
		if c.K == 0 {
			c.UpdateErrs = []*APIError{conflict}
			c.RetryGetErr = &APIError{Text: "connection refused"}
		}
	})
	b.add("error-scale-update-with-behavior", "A failed scale update stores no event, but the recommendation stays.", 10, hpa(1, 30, behavior(rules(0, "", "", policy("Pods", 2, 60)), ""), cpu), func(c *Cluster) {
		w(c)
		if c.K == 1 || c.K == 4 {
			c.UpdateErrs = []*APIError{{Text: "boom"}}
		}
	})
	b.add("error-status-update", "The HPA status update fails: the rescale has happened, the status is lost.", 6, hpa(1, 10, "", cpu), func(c *Cluster) {
		w(c)
		if c.K == 0 || c.K == 2 {
			c.StatusErr = &APIError{Text: "etcd is down"}
		}
	})
	b.add("error-status-update-and-metrics", "Status update fails in the error paths too.", 8, hpa(1, 10, "", cpu), func(c *Cluster) {
		w(c)
		c.StatusErr = &APIError{Reason: "Conflict", Text: "changed"}
		switch c.K {
		case 0, 4:
			c.ResErr = &APIError{Text: "boom"}
		case 1:
			c.GetErr = &APIError{Reason: "NotFound", Text: "web"}
		case 2:
			c.UpdateErrs = []*APIError{{Text: "boom"}}
		}
	})
	b.add("error-status-update-unknown-kind", "Status update fails while the kind is unknown.", 2, hpaFor("web", "example.com/v1", "Rocket", "web", 1, 10, "", cpu), func(c *Cluster) {
		c.StatusErr = &APIError{Text: "down"}
	})
	b.add("error-status-update-bad-api-version", "Status update fails while the apiVersion is invalid.", 2, hpaFor("web", "a/b/c", "Deployment", "web", 1, 10, "", cpu), func(c *Cluster) {
		c.StatusErr = &APIError{Text: "down"}
	})
	b.add("error-metrics-api-missing", "No metrics API at all, for each metric type.", 3, hpa(1, 10, "", cpu, resourceMetric("memory", averageValue("1Mi")), containerMetric("app", "cpu", utilization(5)), podsMetric("qps", averageValue("1"), ""), ingressMetric("rps", value("1")), ingressMetric("rps", averageValue("1")), externalMetric("queue", value("1"), ""), externalMetric("queue", averageValue("1"), "")), func(c *Cluster) {
		follow(c)
		c.ResErr = &APIError{Text: "the server could not find the requested resource (get pods.metrics.k8s.io)"}
	})
	b.add("error-metrics-empty", "Empty answers, for each metric type.", 3, hpa(1, 10, "", cpu, resourceMetric("memory", averageValue("1Mi")), containerMetric("app", "cpu", utilization(5)), containerMetric("app", "cpu", averageValue("5m")), podsMetric("qps", averageValue("1"), "")), func(c *Cluster) {
		follow(c)
		c.Samples = nil
		c.CPods["qps|"] = &CustomPods{}
	})
	for _, x := range []struct{ name, m string }{{"cpu-average", resourceMetric("cpu", averageValue("50m"))}, {"container", containerMetric("app", "cpu", utilization(50))}, {"container-average", containerMetric("app", "cpu", averageValue("50m"))}, {"pods", podsMetric("qps", averageValue("5"), "")}, {"external-value", externalMetric("queue", value("5"), "")}, {"external-average", externalMetric("queue", averageValue("5"), "")}} {
		b.add("error-only-metric-fails-"+x.name, "The only metric fails, then works: texts for "+x.name+".", 4, hpa(1, 10, "", x.m), func(c *Cluster) {
			c.Spec = 2
			follow(c)
			c.CPU("100m")
			if c.K%2 == 0 {
				c.ResErr = &APIError{Text: "boom"}
				delete(c.CPods, "qps|")
				delete(c.Ext, "queue|")
			} else {
				c.PodMetric("qps", "6")
				c.External("queue", "12")
			}
		})
	}
	b.add("error-percent-sign-in-text", "Error texts with percent signs.", 3, hpa(1, 10, "", cpu), func(c *Cluster) {
		w(c)
		c.ResErr = &APIError{Text: "disk 100% full: %s %d %!"}
	})
}
