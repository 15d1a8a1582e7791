package oracle

import (
	"fmt"
)

// tolerances stand on the edges of the tolerance and just beside them.
func tolerances(b *builder) {
	for _, target := range []int{10, 20, 30, 40, 50, 60, 70, 80, 90, 100, 150, 200} {
		b.add(fmt.Sprintf("tolerance-edges-target-%d", target), fmt.Sprintf("Usage at exactly 0.9 and 1.1 times a %d %% target, and one percent beside them.", target), 12, hpa(1, 50, "", resourceMetric("cpu", utilization(target))), func(c *Cluster) {
			c.Spec = 10
			follow(c)
			lo, hi := target*9/10, target*11/10
			u := seq(c.K, hi, hi-1, hi+1, lo, lo-1, lo+1, hi, target, hi, lo, hi+2, lo-2)
			c.CPU(fmt.Sprintf("%dm", u))
		})
	}
	for _, tol := range []float64{0, 0.01, 0.05, 0.2, 0.25, 0.3} {
		b.add(fmt.Sprintf("tolerance-flag-%g", tol), fmt.Sprintf("--horizontal-pod-autoscaler-tolerance=%g, at and beside its edges.", tol), 8, hpa(1, 50, "", resourceMetric("cpu", averageValue("1000m"))), func(c *Cluster) {
			c.Spec = 10
			follow(c)
			d := int(tol*1000 + 0.5)
			c.CPU(fmt.Sprintf("%dm", 1000+seq(c.K, d, d+1, d-1, -d, -d-1, -d+1, 0, d)))
		}).Flags = &Flags{15, 300, 300, 30, tol}
	}
	type tt struct{ name, up, down string }
	for _, x := range []tt{{"up-0", "0", ""}, {"up-0.5", "0.5", ""}, {"down-0.2", "", "0.2"}, {"both", "0.02", "0.3"}, {"5pct", "50m", "50m"}, {"zero", "0", "0"}, {"tiny", "0.001", "0.001"}} {
		for _, gate := range []string{"", "on", "off"} {
			name := "tolerance-behavior-" + x.name
			if gate != "" {
				if x.name != "both" && x.name != "zero" {
					continue
				}
				name += "-gate-" + gate
			}
			s := b.add(name, fmt.Sprintf("spec.behavior tolerance up=%q down=%q (HPAConfigurableTolerance %s).", x.up, x.down, map[string]string{"": "at its default", "on": "on", "off": "off"}[gate]), 14,
				hpa(1, 50, behavior(rules(0, "", x.up), rules(0, "", x.down)), resourceMetric("cpu", averageValue("1000m"))), func(c *Cluster) {
					c.Spec = 10
					follow(c)
					c.CPU(fmt.Sprintf("%dm", 1000+seq(c.K, 1, 2, 20, 21, 50, 51, 100, 101, 500, 501, -1, -50, -200, -301)))
				})
			if gate != "" {
				s.Gates = map[string]bool{"HPAConfigurableTolerance": gate == "on"}
			}
		}
	}
	b.add("tolerance-pods-metric", "Edges of the tolerance for a Pods metric.", 8, hpa(1, 50, "", podsMetric("qps", averageValue("10"), "")), func(c *Cluster) {
		c.Spec = 10
		follow(c)
		c.PodMetric("qps", seq(c.K, "11", "11001m", "9", "8999m", "10", "0", "12", "9500m"))
	})
	b.add("tolerance-object-value", "Edges of the tolerance for an Object metric with a Value target.", 8, hpa(1, 50, "", ingressMetric("rps", value("100"))), func(c *Cluster) {
		c.Spec = 10
		follow(c)
		c.Object("Ingress/main", "rps", seq(c.K, "110", "110001m", "90", "89999m", "100", "0", "1k", "95"))
	})
	b.add("tolerance-object-average", "Edges of the tolerance for an Object metric with an AverageValue target.", 8, hpa(1, 50, "", ingressMetric("rps", averageValue("10"))), func(c *Cluster) {
		c.Spec = 10
		follow(c)
		c.Object("Ingress/main", "rps", seq(c.K, "110", "110001m", "90", "89999m", "100", "0", "1k", "101"))
	})
	b.add("tolerance-external-value", "Edges of the tolerance for an External metric with a Value target.", 8, hpa(1, 50, "", externalMetric("queue", value("30"), "")), func(c *Cluster) {
		c.Spec = 10
		follow(c)
		c.External("queue", seq(c.K, "33", "33001m", "27", "26999m", "30", "0", "300", "31"))
	})
	b.add("tolerance-external-average", "Edges of the tolerance for an External metric with an AverageValue target.", 8, hpa(1, 50, "", externalMetric("queue", averageValue("3"), "")), func(c *Cluster) {
		c.Spec = 10
		follow(c)
		c.External("queue", seq(c.K, "33", "33001m", "27", "26999m", "30", "0", "300", "31"))
	})
}
