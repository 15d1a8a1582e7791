package oracle

// metricTypes are ContainerResource, Pods, Object and External metrics.
func metricTypes(b *builder) {
	two := map[string]Template{"two": {Labels: map[string]string{"app": "web"}, Containers: []Container{
		{Name: "app", Requests: map[string]string{"cpu": "200m", "memory": "100Mi"}}, {Name: "proxy", Requests: map[string]string{"cpu": "50m", "memory": "50Mi"}}}}}
	use := func(c *Cluster, app, proxy, mem string) {
		c.Template = "two"
		follow(c)
		c.Samples = nil
		for _, p := range c.Pods {
			c.Samples = append(c.Samples, Sample{p.Name, int64(c.T), 15, []Usage{{"app", app, mem}, {"proxy", proxy, mem}}})
		}
	}
	b.add("container-resource-utilization", "ContainerResource utilization: only that container's usage and request.", 5, hpa(1, 20, "", containerMetric("app", "cpu", utilization(50))), func(c *Cluster) {
		use(c, seq(c.K, "100m", "200m", "150m", "50m", "100m"), "500m", "1Mi")
	}).Templates = two
	b.add("container-resource-average-value", "ContainerResource AverageValue.", 4, hpa(1, 20, "", containerMetric("proxy", "cpu", averageValue("50m"))), func(c *Cluster) {
		use(c, "1", seq(c.K, "50m", "100m", "55m", "10m"), "1Mi")
	}).Templates = two
	b.add("container-resource-memory", "ContainerResource on memory, both target kinds.", 4, hpa(1, 20, "", containerMetric("app", "memory", utilization(50)), containerMetric("proxy", "memory", averageValue("40Mi"))), func(c *Cluster) {
		use(c, "1", "1", seq(c.K, "40Mi", "60Mi", "100Mi", "10Mi"))
	}).Templates = two
	b.add("container-resource-missing-container", "No sample for the container of a ContainerResource metric.", 3, hpa(1, 20, "", containerMetric("nosuch", "cpu", utilization(50))), func(c *Cluster) {
		use(c, "100m", "100m", "1Mi")
	}).Templates = two
	b.add("container-resource-sample-but-no-container", "Samples name a container that the pods do not have.", 3, hpa(1, 20, "", containerMetric("ghost", "cpu", utilization(50))), func(c *Cluster) {
		c.Template = "two"
		follow(c)
		c.Samples = nil
		for _, p := range c.Pods {
			c.Samples = append(c.Samples, Sample{p.Name, int64(c.T), 15, []Usage{{"ghost", "100m", ""}}})
		}
	}).Templates = two
	b.add("container-resource-partly-missing", "The container's sample is missing in some pods.", 4, hpa(1, 20, "", containerMetric("app", "cpu", utilization(50))), func(c *Cluster) {
		c.Spec = 4
		use(c, seq(c.K, "200m", "10m", "100m", "300m"), "10m", "")
		c.Samples[1].Containers = c.Samples[1].Containers[1:]
		c.Samples[2].Containers[0].CPU = ""
	}).Templates = two
	b.add("resource-sample-without-that-resource", "A pod sample in which one container lacks the resource counts as missing.", 3, hpa(1, 20, "", resourceMetric("cpu", utilization(50))), func(c *Cluster) {
		c.Spec = 3
		use(c, seq(c.K, "400m", "10m", "100m"), "10m", "1Mi")
		c.Samples[1].Containers[1].CPU = ""
		c.Samples[2].Containers = nil
	}).Templates = two
	b.add("pods-metric", "Pods metric up and down.", 6, hpa(1, 20, "", podsMetric("qps", averageValue("10"), "")), func(c *Cluster) {
		follow(c)
		c.PodMetric("qps", seq(c.K, "10", "20", "15500m", "30", "5", "0"))
	})
	b.add("pods-metric-window", "Pods metric whose samples carry a window (it does not matter).", 2, hpa(1, 20, "", podsMetric("qps", averageValue("10"), "")), func(c *Cluster) {
		c.Spec = 2
		follow(c)
		c.PodMetric("qps", "17")
		for i := range c.CPods["qps|"].Items {
			c.CPods["qps|"].Items[i].Window = seconds(30)
		}
	})
	b.add("pods-metric-uneven", "Pods metric with uneven values (the average is truncated to milli).", 4, hpa(1, 20, "", podsMetric("qps", averageValue("10"), "")), func(c *Cluster) {
		c.Spec = 3
		follow(c)
		switch c.K {
		case 0:
			c.PodMetrics("qps", "10", "10", "13001m")
		case 1:
			c.PodMetrics("qps", "33", "0", "1m")
		case 2:
			c.PodMetrics("qps", "1", "2", "5")
		default:
			c.PodMetrics("qps", "11", "11", "11003m")
		}
	})
	b.add("pods-metric-selector", "Pods metric with a metric selector.", 3, hpa(1, 20, "", podsMetric("qps", averageValue("10"), "{matchLabels: {verb: GET}}")), func(c *Cluster) {
		follow(c)
		m := &CustomPods{}
		for _, p := range c.Pods {
			m.Items = append(m.Items, PodValue{Pod: p.Name, Value: "15"})
		}
		c.CPods["qps|verb=GET"] = m
		c.PodMetric("qps", "1")
	})
	b.add("pods-metric-expressions", "Pods metric with selector expressions.", 2, hpa(1, 20, "", podsMetric("qps", averageValue("10"), "{matchLabels: {b: y}, matchExpressions: [{key: verb, operator: In, values: [POST, GET]}, {key: a, operator: Exists}]}")), func(c *Cluster) {
		follow(c)
		m := &CustomPods{}
		for _, p := range c.Pods {
			m.Items = append(m.Items, PodValue{Pod: p.Name, Value: "15"})
		}
		c.CPods["qps|a,b=y,verb in (GET,POST)"] = m
	})
	b.add("pods-metric-bad-selector", "A metric selector that cannot be parsed.", 2, hpa(1, 20, "", podsMetric("qps", averageValue("10"), "{matchExpressions: [{key: verb, operator: Near}]}")), func(c *Cluster) {
		follow(c)
		c.PodMetric("qps", "15")
	})
	b.add("object-value", "Object metric, Value target: ratio times ready pods.", 8, hpa(1, 20, "", ingressMetric("rps", value("100"))), func(c *Cluster) {
		follow(c)
		c.Object("Ingress/main", "rps", seq(c.K, "100", "150", "220", "330", "50", "0", "100", "10"))
	})
	b.add("object-value-unready-pods", "Object Value target counts only ready running pods.", 4, hpa(1, 20, "", ingressMetric("rps", value("100"))), func(c *Cluster) {
		c.Spec = 4
		c.Pods = nil
		c.pod(0, "Running", 1000, "True", 900)
		c.pod(1, "Running", 1000, "True", 900)
		c.pod(2, "Running", 1000, "False", 900)
		c.pod(3, "Pending", 1, "", 0)
		c.Object("Ingress/main", "rps", seq(c.K, "150", "300", "50", "105"))
	})
	b.add("object-value-no-pods", "Object Value target without pods.", 2, hpa(1, 20, "", ingressMetric("rps", value("100"))), func(c *Cluster) {
		c.Spec = 4
		c.Pods = nil
		c.Object("Ingress/main", "rps", seq(c.K, "150", "100"))
	})
	b.add("object-average-value", "Object metric, AverageValue target: total divided by the target.", 8, hpa(1, 20, "", ingressMetric("rps", averageValue("10"))), func(c *Cluster) {
		follow(c)
		c.Object("Ingress/main", "rps", seq(c.K, "10", "25", "33", "45500m", "5", "0", "200", "201"))
	})
	b.add("object-average-value-status-lag", "The Object AverageValue path compares with status.replicas, not spec.replicas.", 6, hpa(1, 20, "", ingressMetric("rps", averageValue("10"))), func(c *Cluster) {
		c.StatusFollows = false
		c.Spec = 4
		c.Status = seq[int32](c.K, 4, 2, 1, 8, 0, 0)
		follow(c)
		c.Object("Ingress/main", "rps", seq(c.K, "40", "40", "41", "40", "40", "0"))
	})
	b.add("object-selector", "Object metric with a metric selector.", 2, hpa(1, 20, "", objectMetric("v1", "Service", "front", "rps", averageValue("10"), "{matchLabels: {route: api}}")), func(c *Cluster) {
		follow(c)
		c.CObjs["Service/front|rps|route=api"] = &ObjectValue{Value: "42"}
	})
	b.add("object-value-selector", "Object Value metric with a metric selector.", 2, hpa(1, 20, "", objectMetric("v1", "Service", "front", "rps", value("10"), "{matchLabels: {route: api}}")), func(c *Cluster) {
		follow(c)
		c.CObjs["Service/front|rps|route=api"] = &ObjectValue{Value: "42"}
	})
	b.add("object-bad-selector", "An Object metric selector that cannot be parsed.", 2, hpa(1, 20, "", objectMetric("v1", "Service", "front", "rps", value("10"), "{matchExpressions: [{key: x, operator: In}]}")), func(c *Cluster) {
		follow(c)
	})
	b.add("object-namespace", "The described object is the namespace: a root-scoped query.", 2, hpa(1, 20, "", objectMetric("v1", "Namespace", "ignored", "rps", value("10"), "")), func(c *Cluster) {
		follow(c)
		c.CObjs["Namespace/default|rps|"] = &ObjectValue{Value: "15"}
	})
	b.add("object-missing", "The object's metric does not exist.", 3, hpa(1, 20, "", ingressMetric("rps", value("100"))), func(c *Cluster) { follow(c) })
	b.add("object-average-missing", "The object's metric does not exist, AverageValue target.", 3, hpa(1, 20, "", ingressMetric("rps", averageValue("100"))), func(c *Cluster) { follow(c) })
	b.add("object-both-targets", "An Object target of type Value that also sets averageValue.", 2, hpa(1, 20, "", ingressMetric("rps", "{type: AverageValue, averageValue: 10, value: 100}")), func(c *Cluster) {
		follow(c)
		c.Object("Ingress/main", "rps", "30")
	})
	b.add("object-no-target", "An Object target without a value (not admitted by the API server).", 2, hpa(1, 20, "", ingressMetric("rps", "{type: Value}")), func(c *Cluster) {
		follow(c)
		c.Object("Ingress/main", "rps", "30")
	})
	b.add("external-value", "External metric, Value target.", 8, hpa(1, 20, "", externalMetric("queue", value("100"), "")), func(c *Cluster) {
		follow(c)
		c.External("queue", seq(c.K, "100", "150", "220", "330", "50", "0", "100", "10"))
	})
	b.add("external-average-value", "External metric, AverageValue target.", 8, hpa(1, 20, "", externalMetric("queue", averageValue("30"), "")), func(c *Cluster) {
		follow(c)
		c.External("queue", seq(c.K, "30", "95", "121", "1k", "5", "0", "599", "601"))
	})
	b.add("external-several-series", "An External metric with several series: they are added up.", 4, hpa(1, 20, "", externalMetric("queue", averageValue("30"), ""), externalMetric("lag", value("50"), "")), func(c *Cluster) {
		follow(c)
		c.External("queue", seq(c.K, "10", "30", "50", "1"), "20", "500m")
		c.External("lag", "10", seq(c.K, "20", "60", "200", "0"))
	})
	b.add("external-selector", "External metric with a selector (also in the texts).", 2, hpa(1, 20, "", externalMetric("queue", averageValue("30"), "{matchLabels: {queue: mail, env: prod}}"), externalMetric("lag", value("30"), "{matchExpressions: [{key: topic, operator: NotIn, values: [b, a]}, {key: x, operator: DoesNotExist}]}")), func(c *Cluster) {
		follow(c)
		c.Ext["queue|env=prod,queue=mail"] = &ExternalValues{Values: []string{"95"}}
		c.Ext["lag|topic notin (a,b),!x"] = &ExternalValues{Values: []string{"35"}}
		c.Ext["lag|!x,topic notin (a,b)"] = &ExternalValues{Values: []string{"35"}}
	})
	b.add("external-bad-selector-value", "External metric selector that cannot be parsed (Value).", 2, hpa(1, 20, "", externalMetric("queue", value("30"), "{matchExpressions: [{key: x, operator: Gt, values: ['1']}]}")), func(c *Cluster) { follow(c) })
	b.add("external-bad-selector-average", "External metric selector that cannot be parsed (AverageValue).", 2, hpa(1, 20, "", externalMetric("queue", averageValue("30"), "{matchExpressions: [{key: x, operator: Exists, values: ['1']}]}")), func(c *Cluster) { follow(c) })
	b.add("external-value-no-pods", "External Value target without pods.", 2, hpa(1, 20, "", externalMetric("queue", value("100"), "")), func(c *Cluster) {
		c.Spec = 3
		c.External("queue", seq(c.K, "300", "100"))
	})
	b.add("external-no-target", "An External target without a value (not admitted by the API server).", 2, hpa(1, 20, "", externalMetric("queue", "{type: Value}", "")), func(c *Cluster) {
		follow(c)
		c.External("queue", "30")
	})
	b.add("external-empty", "The external metrics API answers an empty list.", 2, hpa(1, 20, "", externalMetric("queue", value("100"), ""), externalMetric("queue", averageValue("100"), "")), func(c *Cluster) {
		follow(c)
		c.External("queue")
	})
	b.add("resource-no-target", "A Resource target without a value (not admitted by the API server).", 2, hpa(1, 20, "", resourceMetric("cpu", "{type: Utilization}")), func(c *Cluster) {
		follow(c)
		c.CPU("50m")
	})
	b.add("resource-both-targets", "A Resource target with both values (not admitted): the average value wins.", 2, hpa(1, 20, "", resourceMetric("cpu", "{type: Utilization, averageUtilization: 10, averageValue: 100m}")), func(c *Cluster) {
		follow(c)
		c.CPU("150m")
	})
	b.add("unknown-metric-type", "A metric of unknown type (not admitted by the API server).", 2, hpa(1, 20, "", "{type: Magic}"), func(c *Cluster) {
		follow(c)
		c.CPU("150m")
	})
	b.add("resource-ephemeral-storage", "A Resource metric on another resource than cpu and memory.", 2, hpa(1, 20, "", resourceMetric("ephemeral-storage", averageValue("1Gi"))), func(c *Cluster) {
		follow(c)
		c.CPU("150m")
	})
}
