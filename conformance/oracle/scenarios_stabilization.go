package oracle

import (
	"fmt"
)

// stabilization windows, in both directions.
func stabilization(b *builder) {
	cpu := resourceMetric("cpu", utilization(50))
	wave := func(c *Cluster) {
		if c.K == 0 {
			c.Spec = 5
		}
		follow(c)
		c.CPU(seq(c.K, "100m", "50m", "50m", "30m", "20m", "40m", "20m", "10m", "10m", "60m", "80m", "20m", "10m", "5m", "5m"))
	}
	for _, w := range []int{0, 15, 30, 60, 61, 120} {
		b.add(fmt.Sprintf("stabilization-down-%d", w), fmt.Sprintf("Downscale stabilization window of %d s.", w), 20, hpa(1, 40, behavior("", rules(w, "", "")), cpu), wave)
		b.add(fmt.Sprintf("stabilization-up-%d", w), fmt.Sprintf("Upscale stabilization window of %d s.", w), 20, hpa(1, 40, behavior(rules(w, "", ""), rules(0, "", "")), cpu), wave)
	}
	b.add("stabilization-both", "Windows in both directions.", 40, hpa(1, 40, behavior(rules(60, "", ""), rules(90, "", "")), cpu), func(c *Cluster) {
		if c.K == 0 {
			c.Spec = 5
		}
		follow(c)
		c.CPU([]string{"100m", "30m", "60m", "50m", "10m", "80m", "80m", "80m", "80m", "80m", "40m"}[c.K%11])
	})
	b.add("stabilization-both-long", "A long upscale window and a short downscale window.", 40, hpa(1, 40, behavior(rules(300, "", ""), rules(30, "", "")), cpu), func(c *Cluster) {
		if c.K == 0 {
			c.Spec = 5
		}
		follow(c)
		if c.K < 25 {
			c.CPU("100m")
		} else {
			c.CPU("20m")
		}
	})
	b.add("stabilization-no-behavior", "No behavior: the 300 s window keeps the highest recommendation.", 44, hpa(1, 40, "", cpu), wave)
	b.add("stabilization-no-behavior-60", "No behavior, 60 s flag: the edge of the window is inclusive.", 24, hpa(1, 40, "", cpu), wave)
	b.list[len(b.list)-1].Flags = &Flags{15, 60, 300, 30, 0.1}
	b.add("stabilization-no-behavior-0", "No behavior, downscale stabilization 0.", 20, hpa(1, 40, "", cpu), wave)
	b.list[len(b.list)-1].Flags = &Flags{15, 0, 300, 30, 0.1}
	b.add("stabilization-initial-recommendation", "The replica count at first sight counts as a recommendation.", 26, hpa(1, 40, "", cpu), func(c *Cluster) {
		if c.K == 0 {
			c.Spec = 10
		}
		follow(c)
		c.CPU("10m")
	})
	b.add("stabilization-window-edit", "The downscale window is shortened midway: old recommendations are still in memory.", 20, hpa(1, 40, behavior("", rules(300, "", "")), cpu), func(c *Cluster) {
		if c.K == 0 {
			c.Spec = 10
		}
		follow(c)
		c.CPU(seq(c.K, "60m", "40m", "30m", "20m", "10m"))
	})
	b.list[len(b.list)-1].Edits = []Edit{{At: 100, Manifest: hpa(1, 40, behavior("", rules(30, "", "")), cpu)}, {At: 160, Manifest: hpa(1, 40, behavior("", rules(0, "", "")), cpu)}}
	b.add("stabilization-metric-errors", "Failing reconciles add no recommendation.", 24, hpa(1, 40, behavior("", rules(90, "", "")), cpu), func(c *Cluster) {
		if c.K == 0 {
			c.Spec = 6
		}
		follow(c)
		c.CPU(seq(c.K, "100m", "100m", "10m"))
		if c.K >= 4 && c.K < 9 {
			c.ResErr = &APIError{Text: "boom"}
		}
	})
	b.add("stabilization-with-policy", "Window and policy together.", 40, hpa(1, 40, behavior(rules(30, "", "", policy("Pods", 3, 30)), rules(60, "", "", policy("Percent", 20, 30))), cpu), func(c *Cluster) {
		follow(c)
		if c.K < 14 {
			c.CPU("90m")
		} else {
			c.CPU("12m")
		}
	})
}
