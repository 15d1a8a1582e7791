package oracle

// pods are in every state that the controller tells apart: missing, unready, pending, failed, deleting.
func pods(b *builder) {
	cpu50 := hpa(1, 30, "", resourceMetric("cpu", utilization(50)))
	b.add("pods-missing-metrics-up", "Some pods have no sample while the others are hot: missing ones count as 0.", 5, cpu50, func(c *Cluster) {
		c.Spec = 5
		follow(c)
		switch c.K {
		case 0:
			c.CPUs("100m", "100m", "100m", "100m", "")
		case 1:
			c.CPUs("100m", "100m", "", "", "")
		case 2:
			c.CPUs("300m", "", "", "", "")
		case 3:
			c.CPUs("60m", "60m", "60m", "60m", "")
		default:
			c.CPUs("56m", "56m", "", "", "")
		}
	})
	b.add("pods-missing-metrics-down", "Some pods have no sample while the others are idle: missing ones count as 100 % of the request.", 6, cpu50, func(c *Cluster) {
		c.Spec = 5
		follow(c)
		switch c.K {
		case 0:
			c.CPUs("10m", "10m", "10m", "10m", "")
		case 1:
			c.CPUs("10m", "10m", "", "", "")
		case 2:
			c.CPUs("1m", "", "", "", "")
		case 3:
			c.CPUs("1m", "1m", "1m", "1m", "")
		case 4:
			c.CPUs("40m", "44m", "44m", "44m", "")
		default:
			c.CPUs("20m", "20m", "20m", "", "")
		}
	})
	b.add("pods-missing-metrics-at-target", "Usage exactly at target with missing pods: no substitution at all.", 3, cpu50, func(c *Cluster) {
		c.Spec = 4
		follow(c)
		c.CPUs("50m", "50m", "", "")
	})
	b.add("pods-missing-metrics-target-above-100", "Missing pods count as the target when it is above 100 %.", 4, hpa(1, 30, "", resourceMetric("cpu", utilization(160))), func(c *Cluster) {
		c.Spec = 5
		follow(c)
		switch c.K {
		case 0:
			c.CPUs("100m", "100m", "100m", "100m", "")
		case 1:
			c.CPUs("10m", "10m", "10m", "10m", "")
		case 2:
			c.CPUs("200m", "200m", "200m", "200m", "")
		default:
			c.CPUs("10m", "", "", "", "")
		}
	})
	b.add("pods-missing-average-value", "Missing pods with an AverageValue target count as the target (down) or as 0 (up).", 6, hpa(1, 30, "", resourceMetric("cpu", averageValue("50m"))), func(c *Cluster) {
		c.Spec = 5
		follow(c)
		switch c.K {
		case 0:
			c.CPUs("10m", "10m", "10m", "10m", "")
		case 1:
			c.CPUs("10m", "", "", "", "")
		case 2:
			c.CPUs("200m", "200m", "200m", "200m", "")
		case 3:
			c.CPUs("200m", "", "", "", "")
		case 4:
			c.CPUs("50m", "", "", "", "")
		default:
			c.CPUs("49m", "48m", "", "", "")
		}
	})
	b.add("pods-missing-custom-metric", "Missing samples of a Pods metric.", 5, hpa(1, 30, "", podsMetric("qps", averageValue("10"), "")), func(c *Cluster) {
		c.Spec = 4
		follow(c)
		switch c.K {
		case 0:
			c.PodMetrics("qps", "20", "20", "20", "")
		case 1:
			c.PodMetrics("qps", "1", "1", "", "")
		case 2:
			c.PodMetrics("qps", "10", "10", "", "")
		case 3:
			c.PodMetrics("qps", "40", "", "", "")
		default:
			c.PodMetrics("qps", "2", "2", "2", "")
		}
	})
	b.add("pods-unready-scale-up", "Unready (initialising) pods dampen a scale-up: they count as 0.", 6, cpu50, func(c *Cluster) {
		c.Spec = 4
		c.Pods = nil
		nready := seq(c.K, 3, 2, 1, 3, 2, 4)
		for i := 0; i < 4; i++ {
			if i < nready {
				c.pod(i, "Running", 1000, "True", 900)
			} else {
				c.pod(i, "Running", 20, "False", 20)
			}
		}
		c.CPU(seq(c.K, "100m", "100m", "100m", "60m", "300m", "70m"))
	})
	b.add("pods-unready-scale-down", "Unready pods do not dampen a scale-down; they are left out.", 4, cpu50, func(c *Cluster) {
		c.Spec = 4
		c.Pods = nil
		nready := seq(c.K, 3, 2, 1, 4)
		for i := 0; i < 4; i++ {
			if i < nready {
				c.pod(i, "Running", 1000, "True", 900)
			} else {
				c.pod(i, "Running", 20, "False", 20)
			}
		}
		c.CPU("10m")
	})
	b.add("pods-unready-and-missing", "Unready and missing pods together.", 6, cpu50, func(c *Cluster) {
		c.Spec = 6
		c.Pods = nil
		for i := 0; i < 4; i++ {
			c.pod(i, "Running", 1000, "True", 900)
		}
		c.pod(4, "Running", 20, "False", 20)
		c.pod(5, "Running", 20, "False", 20)
		switch c.K {
		case 0:
			c.CPUs("200m", "200m", "200m", "", "100m", "")
		case 1:
			c.CPUs("10m", "10m", "10m", "", "100m", "")
		case 2:
			c.CPUs("200m", "", "", "", "", "")
		case 3:
			c.CPUs("", "", "", "", "100m", "100m")
		case 4:
			c.CPUs("70m", "70m", "70m", "70m", "500m", "")
		default:
			c.CPUs("1m", "", "", "", "", "")
		}
	})
	b.add("pods-all-unready", "Every pod unready: no metrics for targeted pods.", 3, cpu50, func(c *Cluster) {
		c.Spec = 2
		c.Pods = nil
		c.pod(0, "Running", 20, "False", 20)
		c.pod(1, "Running", 20, "False", 20)
		c.CPU("100m")
	})
	b.add("pods-pending", "Pending pods are unready for every metric.", 5, cpu50, func(c *Cluster) {
		c.Spec = 5
		c.Pods = nil
		n := seq(c.K, 3, 3, 2, 1, 0)
		for i := 0; i < 5; i++ {
			if i < n {
				c.pod(i, "Running", 1000, "True", 900)
			} else {
				p := c.pod(i, "Pending", 0, "", 0)
				p.Start = nil
			}
		}
		c.Samples = nil
		for i := 0; i < n; i++ {
			c.Samples = append(c.Samples, Sample{podName(i), int64(c.T), 15, []Usage{{"app", seq(c.K, "100m", "10m", "200m", "400m", "1m"), ""}}})
		}
	})
	b.add("pods-pending-custom-metric", "Pending pods with a Pods metric: counted as 0 on the way up, left out on the way down.", 4, hpa(1, 30, "", podsMetric("qps", averageValue("10"), "")), func(c *Cluster) {
		c.Spec = 4
		c.Pods = nil
		for i := 0; i < 3; i++ {
			c.pod(i, "Running", 1000, "True", 900)
		}
		c.pod(3, "Pending", 5, "False", 5)
		c.PodMetrics("qps", seq(c.K, "20", "2", "11", "14"), seq(c.K, "20", "2", "11", "14"), seq(c.K, "20", "2", "11", "14"))
	})
	b.add("pods-unready-custom-metric", "A running but unready pod counts fully for a Pods metric (readiness matters for cpu only).", 3, hpa(1, 30, "", podsMetric("qps", averageValue("10"), "")), func(c *Cluster) {
		c.Spec = 3
		c.Pods = nil
		c.pod(0, "Running", 1000, "True", 900)
		c.pod(1, "Running", 20, "False", 20)
		c.pod(2, "Running", 20, "False", 20)
		c.PodMetric("qps", seq(c.K, "20", "10", "1"))
	})
	b.add("pods-unready-memory", "A running but unready pod counts fully for memory.", 3, hpa(1, 30, "", resourceMetric("memory", utilization(50))), func(c *Cluster) {
		c.Spec = 3
		c.Pods = nil
		c.pod(0, "Running", 1000, "True", 900)
		c.pod(1, "Running", 20, "False", 20)
		c.pod(2, "Running", 20, "", 20)
		c.Mem(seq(c.K, "128Mi", "64Mi", "10Mi"))
	})
	b.add("pods-failed-and-deleting", "Failed and deleting pods are ignored, even with samples.", 5, cpu50, func(c *Cluster) {
		c.Spec = 4
		c.Pods = nil
		c.pod(0, "Running", 1000, "True", 900)
		c.pod(1, "Running", 1000, "True", 900)
		c.pod(2, "Failed", 1000, "False", 100)
		c.pod(3, "Running", 1000, "True", 900).Deleted = seconds(int64(c.T) + 25)
		c.CPU(seq(c.K, "100m", "50m", "10m", "300m", "56m"))
		if c.K == 4 {
			c.CPUs("100m", "", "100m", "100m")
		}
	})
	b.add("pods-only-failed", "Only failed pods: nothing left to measure.", 2, cpu50, func(c *Cluster) {
		c.Spec = 2
		c.Pods = nil
		c.pod(0, "Failed", 1000, "False", 100)
		c.pod(1, "Running", 1000, "True", 900).Deleted = seconds(int64(c.T) + 25)
		c.CPU("100m")
	})
	b.add("pods-succeeded", "A Succeeded pod counts like a running one.", 3, cpu50, func(c *Cluster) {
		c.Spec = 3
		c.Pods = nil
		c.pod(0, "Running", 1000, "True", 900)
		c.pod(1, "Succeeded", 1000, "False", 100)
		c.pod(2, "Unknown", 1000, "True", 900)
		switch c.K {
		case 0:
			c.CPU("100m")
		case 1:
			c.CPUs("100m")
		default:
			c.CPUs("10m")
		}
	})
	b.add("pods-no-condition-or-start", "No Ready condition, or no start time: unready for cpu.", 4, cpu50, func(c *Cluster) {
		c.Spec = 4
		c.Pods = nil
		c.pod(0, "Running", 1000, "True", 900)
		c.pod(1, "Running", 1000, "True", 900)
		c.pod(2, "Running", 1000, "", 0)
		c.pod(3, "Running", 1000, "True", 900).Start = nil
		c.CPU(seq(c.K, "100m", "10m", "50m", "400m"))
	})
	b.add("pods-ready-unknown", "A Ready condition of status Unknown does not make a pod unready.", 3, cpu50, func(c *Cluster) {
		c.Spec = 3
		c.Pods = nil
		c.pod(0, "Running", 1000, "True", 900)
		c.pod(1, "Running", 1000, "Unknown", 900)
		c.pod(2, "Running", 100, "Unknown", 90)
		c.CPU(seq(c.K, "100m", "10m", "50m"))
	})
	b.add("pods-cpu-init-period-edge", "Start times around the end of the cpu initialization period (300 s), unready pods.", 6, cpu50, func(c *Cluster) {
		c.Spec = 3
		c.Pods = nil
		c.pod(0, "Running", 1000, "True", 900)
		ago := seq[int64](c.K, 299, 300, 301, 299, 300, 301)
		// became unready long after it had been ready: only inside the period is it left out
		c.pod(1, "Running", ago, "False", 100)
		c.pod(2, "Running", ago, "True", 280)
		c.CPUs(seq(c.K, "100m", "100m", "100m", "10m", "10m", "10m"), "100m", "100m")
	})
	b.add("pods-metric-window-edge", "Inside the initialization period a sample counts only if its window began after the pod turned ready.", 6, cpu50, func(c *Cluster) {
		c.Spec = 3
		c.Pods = nil
		c.pod(0, "Running", 1000, "True", 900)
		c.pod(1, "Running", 100, "True", 50)
		c.pod(2, "Running", 1000, "True", 5) // outside the period: always counts
		t := int64(c.T)
		w := seq[int64](c.K, 30, 30, 30, 15, 60, 0)
		at := t - 50 + w + seq[int64](c.K, 0, -1, 1, -1, -1, -1)
		c.Samples = []Sample{{"web-0", t, 30, []Usage{{"app", "100m", ""}}}, {"web-1", at, w, []Usage{{"app", "300m", ""}}}, {"web-2", t - 60, 30, []Usage{{"app", "20m", ""}}}}
	})
	b.add("pods-initial-readiness-delay-edge", "After the initialization period an unready pod is left out only if it turned unready within 30 s of its start (never ready).", 8, cpu50, func(c *Cluster) {
		c.Spec = 3
		c.Pods = nil
		c.pod(0, "Running", 1000, "True", 900)
		d := seq[int64](c.K, 0, 29, 30, 31, 0, 29, 30, 31)
		c.pod(1, "Running", 1000, "False", 1000-d)
		c.pod(2, "Running", 1000, "True", 1000-d)
		u := seq(c.K, "100m", "100m", "100m", "100m", "10m", "10m", "10m", "10m")
		c.CPUs(u, u, u)
	})
	b.add("pods-init-flags", "Other values of the two readiness flags.", 6, cpu50, func(c *Cluster) {
		c.Spec = 3
		c.Pods = nil
		c.pod(0, "Running", 1000, "True", 900)
		c.pod(1, "Running", seq[int64](c.K, 59, 60, 61, 59, 60, 61), "False", seq[int64](c.K, 10, 10, 10, 59, 55, 56))
		c.pod(2, "Running", 70, "True", 65)
		c.CPUs("100m", "100m", "100m")
	}).Flags = &Flags{15, 300, 60, 5, 0.1}
	b.add("pods-stale-sample", "An old sample of a long-running pod is used as it is.", 2, cpu50, func(c *Cluster) {
		c.Spec = 2
		follow(c)
		c.Samples = []Sample{{"web-0", -3600, 30, []Usage{{"app", "100m", ""}}}, {"web-1", -7200, 30, []Usage{{"app", "100m", ""}}}}
	})
	b.add("pods-samples-of-unknown-pods", "Samples of pods that are not (any more) in the cluster.", 4, cpu50, func(c *Cluster) {
		c.Spec = 2
		c.ReadyPods(2)
		switch c.K {
		case 0:
			c.CPUs("50m", "50m", "900m")
		case 1:
			c.CPUs("", "", "900m")
		case 2:
			c.CPUs("10m", "", "900m")
		default:
			c.CPUs("200m", "", "900m", "900m")
		}
	})
	b.add("pods-samples-of-unknown-pods-average", "Samples of unknown pods do count for an AverageValue target.", 3, hpa(1, 30, "", resourceMetric("cpu", averageValue("50m"))), func(c *Cluster) {
		c.Spec = 2
		c.ReadyPods(2)
		switch c.K {
		case 0:
			c.CPUs("50m", "50m", "500m")
		case 1:
			c.CPUs("10m", "", "200m")
		default:
			c.CPUs("", "", "10m")
		}
	})
	b.add("pods-none", "The selector matches no pods.", 2, cpu50, func(c *Cluster) {
		c.Spec = 2
		c.Pods = nil
		c.CPUs("100m", "100m")
	})
	b.add("pods-none-average-value", "The selector matches no pods, AverageValue target.", 2, hpa(1, 30, "", resourceMetric("cpu", averageValue("50m"))), func(c *Cluster) {
		c.Spec = 2
		c.Pods = nil
		c.CPUs("100m", "100m")
	})
	b.add("pods-other-labels", "Pods of another workload are not counted.", 2, cpu50, func(c *Cluster) {
		c.Spec = 2
		c.ReadyPods(2)
		c.Pods = append(c.Pods, Pod{Name: "db-0", Template: "db", Phase: "Running", Start: seconds(-3600), Ready: "True", ReadyAt: -3500})
		c.CPU("80m")
		c.Samples = c.Samples[:2]
	}).Templates = map[string]Template{"web": defaultTemplates()["web"], "db": {Labels: map[string]string{"app": "db"}, Containers: []Container{{Name: "db"}}}}
	b.add("pods-rolling-update", "More pods than replicas during a rolling update.", 5, cpu50, func(c *Cluster) {
		c.Spec = 4
		c.StatusFollows = false
		c.Status = seq[int32](c.K, 4, 5, 5, 5, 4)
		c.ReadyPods(seq(c.K, 4, 5, 5, 5, 4))
		if c.K == 1 || c.K == 2 {
			t := int64(c.T)
			c.Pods[4] = Pod{Name: podName(4), Template: "web", Phase: "Running", Start: seconds(t - 10), Ready: "False", ReadyAt: t - 10}
		}
		c.CPU(seq(c.K, "50m", "62m", "80m", "40m", "50m"))
	})
	b.add("pods-direction-reversal", "Substituted values would turn a scale-up into a scale-down: nothing happens.", 5, cpu50, func(c *Cluster) {
		c.Spec = 6
		follow(c)
		switch c.K {
		case 0:
			c.CPUs("60m", "60m", "", "", "", "")
		case 1:
			c.CPUs("56m", "56m", "56m", "56m", "", "")
		case 2:
			c.CPUs("44m", "44m", "44m", "", "", "")
		case 3:
			c.CPUs("30m", "30m", "30m", "30m", "", "")
		default:
			c.CPUs("5m", "5m", "5m", "5m", "", "")
		}
	})
	b.add("pods-fewer-than-replicas", "Fewer pods than spec.replicas: a 'scale-up' result below the current count is dropped.", 4, cpu50, func(c *Cluster) {
		c.Spec = 10
		c.ReadyPods(4)
		switch c.K {
		case 0:
			c.CPUs("70m", "70m", "70m", "")
		case 1:
			c.CPU("70m")
		case 2:
			c.CPU("150m")
		default:
			c.CPUs("100m", "100m", "100m", "")
		}
	})
	b.add("pods-more-than-replicas", "More pods than spec.replicas: a 'scale-down' result above the current count is dropped.", 4, cpu50, func(c *Cluster) {
		c.Spec = 3
		c.ReadyPods(8)
		switch c.K {
		case 0:
			c.CPUs("20m", "20m", "20m", "20m", "20m", "20m", "20m", "")
		case 1:
			c.CPU("20m")
		case 2:
			c.CPUs("40m", "30m", "30m", "30m", "30m", "30m", "30m", "")
		default:
			c.CPU("40m")
		}
	})
	b.add("pods-more-than-replicas-average-value", "The same guards with an AverageValue target.", 4, hpa(1, 30, "", resourceMetric("cpu", averageValue("50m"))), func(c *Cluster) {
		c.Spec = seq[int32](c.K, 3, 3, 10, 10)
		c.ReadyPods(seq(c.K, 8, 8, 4, 4))
		switch c.K {
		case 0:
			c.CPUs("20m", "20m", "20m", "20m", "20m", "20m", "20m", "")
		case 1:
			c.CPU("20m")
		case 2:
			c.CPUs("100m", "100m", "100m", "")
		default:
			c.CPU("100m")
		}
	})
}
