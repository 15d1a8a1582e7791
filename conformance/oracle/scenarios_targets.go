package oracle

// targets are kinds of scale targets, and selectors good and bad.
func targets(b *builder) {
	cpu := resourceMetric("cpu", utilization(50))
	w := func(c *Cluster) { follow(c); c.CPU("100m") }
	for _, k := range []struct{ name, av, kind string }{{"statefulset", "apps/v1", "StatefulSet"}, {"replicaset", "apps/v1", "ReplicaSet"}, {"rc", "v1", "ReplicationController"}} {
		b.add("target-"+k.name, "Scale target of kind "+k.kind+".", 3, hpaFor("web", k.av, k.kind, "web", 1, 10, "", cpu), w)
	}
	b.add("target-unknown-kind", "A kind the API server does not know.", 3, hpaFor("web", "example.com/v1", "Rocket", "web", 1, 10, "", cpu), w)
	b.add("target-wrong-group", "A known kind in the wrong group.", 2, hpaFor("web", "v1", "Deployment", "web", 1, 10, "", cpu), w)
	b.add("target-no-api-version", "No apiVersion.", 2, hpaFor("web", "", "Deployment", "web", 1, 10, "", cpu), w)
	b.add("target-bad-api-version", "An apiVersion that cannot be parsed.", 3, hpaFor("web", "a/b/c", "Deployment", "web", 1, 10, "", cpu), w)
	b.add("target-not-found", "The target does not exist (yet).", 5, hpa(1, 10, "", cpu), func(c *Cluster) {
		w(c)
		if c.K < 3 {
			c.GetErr = &APIError{Reason: "NotFound", Text: "web"}
		}
	})
	b.add("target-get-forbidden", "The controller may not read the target's scale.", 2, hpa(1, 10, "", cpu), func(c *Cluster) {
		w(c)
		c.GetErr = &APIError{Reason: "Forbidden", Text: "nope"}
	})
	b.add("target-vanishes", "The target is deleted and comes back.", 8, hpa(1, 10, "", cpu), func(c *Cluster) {
		w(c)
		if c.K >= 2 && c.K < 5 {
			c.GetErr = &APIError{Reason: "NotFound", Text: "web"}
		}
	})
	b.add("selector-missing", "The target's scale has no selector.", 3, hpa(1, 10, "", cpu), func(c *Cluster) {
		w(c)
		if c.K < 2 {
			c.Selector = ""
		} else {
			c.Selector = "app=web"
		}
	})
	b.add("selector-invalid", "The target's scale has a selector that cannot be parsed.", 3, hpa(1, 10, "", cpu), func(c *Cluster) {
		w(c)
		c.Selector = seq(c.K, "app in (web", "a b c", "=x")
	})
	b.add("selector-set-based", "A set-based selector.", 2, hpa(1, 10, "", cpu), func(c *Cluster) {
		w(c)
		c.Selector = "app in (web,site),!canary"
	})
	b.add("selector-percent-sign", "A selector with percent signs in an error text (format strings).", 2, hpa(1, 10, "", cpu), func(c *Cluster) {
		w(c)
		c.Selector = "app=%d%s"
	})
	b.add("selector-ambiguous", "Two HPAs select the same pods: both stop.", 8, hpa(1, 10, "", cpu), w).Others = []Other{
		{At: 35, Name: "rival", Selector: "app=web", Manifest: hpaFor("rival", "apps/v1", "Deployment", "rival", 1, 5, "", cpu)}}
	b.add("selector-ambiguous-broader", "A second HPA with a broader selector overlaps.", 6, hpa(1, 10, "", cpu), w).Others = []Other{
		{At: 20, Name: "all", Selector: "app", Manifest: hpaFor("all", "apps/v1", "Deployment", "all", 1, 5, "", cpu)}}
	b.add("selector-second-hpa-harmless", "A second HPA with another selector is no problem.", 6, hpa(1, 10, "", cpu), w).Others = []Other{
		{At: 20, Name: "db", Selector: "app=db", Manifest: hpaFor("db", "apps/v1", "Deployment", "db", 1, 5, "", cpu)}}
}
