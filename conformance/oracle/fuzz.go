package oracle

import (
	"fmt"
	"math"
	"math/rand/v2"
	"sort"
	"strings"
	"time"
)

// A chaos is a scenario in which hardly anything makes sense: pods in any state,
// quantities in any notation, APIs that fail, manifests that no API server would
// admit, edits and restarts in between. It looks for paths that the plausible
// simulated runs do not take. None of these are recorded; they are for a search
// with many seeds.
type chaos struct {
	r       *rand.Rand
	s       *Scenario
	sync    float64
	ns      string // namespace
	metrics []chaosMetric
	calm    float64 // chance that a part of the world is as it should be
	pods    int     // about how many
	usual   int     // milli-units around which values lie
}

// A chaosMetric is a metric of the HPA, and how the APIs are asked for it.
type chaosMetric struct {
	manifest string
	kind     string // pods, object, external; "" = resource metrics
	key      string // of Answers
	target   int64  // milli-units
}

// fuzzRun makes the chaos of a seed.
func fuzzRun(seed int64) *Scenario {
	r := rand.New(rand.NewPCG(uint64(seed), 0x2545f4914f6cdd1d))
	c := &chaos{r: r, s: &Scenario{Name: fmt.Sprintf("fuzz-%04d", seed), Steps: 24 + r.IntN(30)}, sync: 15}
	c.calm = pick(r, 0.5, 0.8, 0.9, 0.97)
	c.pods = pick(r, 1, 2, 3, 5, 8, 12, 30, 90)
	c.usual = pick(r, 50, 100, 1000, 100000)
	c.ns = pick(r, "default", "default", "team-a", "x")
	c.drawFlags()
	c.drawGates()
	c.s.Templates = c.templates()
	c.s.Manifest = c.manifest()
	c.drawEdits()
	c.drawStatus()
	if r.IntN(6) == 0 {
		selector := pick(r, "app=web", "app", "app=db", "tier=front", "app in (web,db)")
		c.s.Others = []Other{{At: c.sync*float64(1+r.IntN(10)) + 3, Name: "rival", Selector: selector, Manifest: c.inNamespace(hpaFor("rival", "apps/v1", "Deployment", "rival", 1, 5, ""))}}
	}
	c.s.World = c.world
	c.s.MaxT = c.sync * float64(c.s.Steps+20) // an HPA that stays deleted has fewer reconciles
	if r.IntN(3) == 0 {
		c.s.Start = time.Date(2000+r.IntN(40), time.Month(1+r.IntN(12)), 2+r.IntN(27), r.IntN(24), r.IntN(60), r.IntN(60), 0, time.UTC)
	}
	c.s.About = fmt.Sprintf("Chaos, seed %d: %d reconciles, %d metrics.", seed, c.s.Steps, len(c.metrics))
	return c.s
}

func (c *chaos) drawFlags() {
	if r := c.r; r.IntN(3) == 0 {
		f := Flags{pick(r, int64(10), 15, 20, 30), pick(r, int64(0), 15, 45, 60, 300), pick(r, int64(0), 60, 300), pick(r, int64(0), 5, 30), pick(r, 0, 0.05, 0.1, 0.2, 0.5)}
		c.s.Flags = &f
		c.sync = float64(f.SyncPeriod)
	}
}

// drawGates sets some gates by hand, as far as the version lets itself be told.
func (c *chaos) drawGates() {
	c.s.Gates = map[string]bool{}
	for _, name := range gateNames {
		draw, enabled := c.r.IntN(3) == 0, c.r.IntN(2) == 0
		if gate := map[string]bool{name: enabled}; draw && gatesPossible(gate) {
			c.s.Gates[name] = enabled
		}
	}
}

func (c *chaos) templates() map[string]Template {
	request := func(absent int) map[string]string {
		out := map[string]string{}
		for _, name := range []string{"cpu", "memory"} {
			if c.r.IntN(absent) > 0 {
				out[name] = pick(c.r, "100m", "0.25", "250m", "1", "1500m", "128Mi", "64M", "333333333n", "0")
			}
		}
		return out
	}
	sound := map[string]string{"cpu": "200m", "memory": "256Mi"}
	app := map[string]string{"app": "web", "tier": "front"}
	odd := Template{Labels: app, Containers: []Container{{Name: "app", Requests: request(12)}, {Name: "proxy", Requests: request(8)}},
		InitContainers: []Container{{Name: "setup", Requests: request(2)}, {Name: "mesh", RestartPolicy: "Always", Requests: request(12)}}}
	if c.r.IntN(2) == 0 {
		odd.PodRequests = request(3)
	}
	out := map[string]Template{
		"web":   {Labels: app, Containers: []Container{{Name: "app", Requests: sound}}},
		"two":   {Labels: app, Containers: []Container{{Name: "app", Requests: sound}, {Name: "proxy", Requests: map[string]string{"cpu": "50m", "memory": "32Mi"}}}},
		"other": {Labels: map[string]string{"app": "db"}, Containers: []Container{{Name: "app", Requests: sound}}},
	}
	if c.r.IntN(3) == 0 {
		out["odd"] = odd
	}
	return out
}

// ---- the HPA ---------------------------------------------------------------

func (c *chaos) quantity(milli int64) string {
	switch c.r.IntN(8) {
	case 0:
		return fmt.Sprintf("%dm", milli)
	case 1:
		return fmt.Sprintf("%du", milli*1000)
	case 2:
		return fmt.Sprintf("%dn", milli*1000000+pick(c.r, int64(0), 0, 1, 999999))
	case 3:
		return fmt.Sprintf("%d.%03d", milli/1000, milli%1000)
	case 4:
		return fmt.Sprintf("%d", (milli+999)/1000)
	case 5:
		return fmt.Sprintf("%d.%06dk", milli/1000000, milli%1000000)
	case 6:
		return fmt.Sprintf("%d.%dKi", milli/1024000, c.r.IntN(1000))
	}
	return fmt.Sprintf("%de-3", milli)
}

func (c *chaos) target(kinds ...string) (text string, milli int64) {
	r := c.r
	milli = int64(float64(c.usual) * (0.2 + 2*r.Float64()))
	if r.IntN(40) == 0 && kinds[0] != "only AverageValue" {
		return pick(r, "{type: Value}", "{type: AverageValue}", "{type: Utilization}", "{type: AverageValue, averageValue: 5, value: 7}", "{type: Value, value: 0}", "{type: AverageValue, averageValue: -3}"), milli
	}
	switch pick(r, kinds...) {
	case "Utilization":
		return utilization(pick(r, 1, 30, 50, 60, 75, 80, 100, 150, 400)), milli
	case "AverageValue", "only AverageValue":
		return averageValue(c.quantity(milli)), milli
	}
	return value(c.quantity(milli)), milli
}

// selector draws a metric selector, and how the metrics client writes it.
func (c *chaos) selector() (manifest, asked string) {
	switch c.r.IntN(10) {
	case 0:
		return "{matchLabels: {verb: GET}}", "verb=GET"
	case 1:
		return "{matchExpressions: [{key: a, operator: Exists}, {key: verb, operator: In, values: [POST, GET]}]}", "a,verb in (GET,POST)"
	case 2:
		if c.r.IntN(4) == 0 {
			return "{matchExpressions: [{key: verb, operator: Near}]}", ""
		}
	}
	return "", ""
}

func (c *chaos) metric(n int) chaosMetric {
	r := c.r
	name := fmt.Sprintf("m%d", n)
	selector, asked := c.selector()
	resource := pick(r, "cpu", "cpu", "cpu", "memory")
	switch pick(r, "resource", "resource", "container", "pods", "object", "external") {
	case "resource":
		t, _ := c.target("Utilization", "Utilization", "AverageValue")
		return chaosMetric{manifest: resourceMetric(resource, t)}
	case "container":
		t, _ := c.target("Utilization", "Utilization", "AverageValue")
		return chaosMetric{manifest: containerMetric(pick(r, "app", "app", "app", "proxy", "mesh", "none"), resource, t)}
	case "pods":
		t, milli := c.target("only AverageValue") // upstream panics where it is missing
		return chaosMetric{podsMetric(name, t, selector), "pods", name + "|" + asked, milli}
	case "object":
		t, milli := c.target("Value", "AverageValue")
		object, apiVersion := pick(r, "Service", "Ingress", "Namespace"), "v1"
		if object == "Ingress" {
			apiVersion = "networking.k8s.io/v1"
		}
		asker := object + "/front"
		if object == "Namespace" {
			asker = "Namespace/" + c.ns
		}
		return chaosMetric{objectMetric(apiVersion, object, "front", name, t, selector), "object", asker + "|" + name + "|" + asked, milli}
	}
	t, milli := c.target("Value", "AverageValue")
	return chaosMetric{externalMetric(name, t, selector), "external", name + "|" + asked, milli}
}

func (c *chaos) manifest() string {
	r := c.r
	c.metrics = nil
	var list []string
	for n := pick(r, 0, 1, 1, 1, 2, 2, 3, 4); len(list) < n; {
		m := c.metric(len(list))
		c.metrics = append(c.metrics, m)
		list = append(list, m.manifest)
	}
	lowest, highest := pick(r, -1, 0, 0, 1, 1, 2, 5), pick(r, 1, 3, 5, 10, 20, 100, 2147483647)
	if lowest > highest && r.IntN(4) > 0 {
		lowest, highest = highest, lowest
	}
	apiVersion, kind := "apps/v1", pick(r, "Deployment", "Deployment", "Deployment", "StatefulSet", "ReplicaSet")
	if r.IntN(60) == 0 {
		apiVersion, kind = pick(r, "v1", "a/b/c", "example.com/v1"), pick(r, "Deployment", "Rocket")
	}
	target := map[string]string{"default": "web", "team-a": "shop-api", "x": "y"}[c.ns]
	return c.inNamespace(hpaFor("web", apiVersion, kind, target, lowest, highest, c.behavior(), list...))
}

func (c *chaos) inNamespace(manifest string) string {
	return strings.Replace(manifest, "namespace: default", "namespace: "+c.ns, 1)
}

func (c *chaos) behavior() string {
	r := c.r
	if r.IntN(6) > 0 {
		return randomBehavior(r)
	}
	wild := func() string {
		var ps []string
		for i := r.IntN(4); i > 0; i-- {
			ps = append(ps, policy(pick(r, "Pods", "Percent"), pick(r, 1, 3, 7, 99, 101, 1000, 2147483647), pick(r, 1, 7, 15, 16, 31, 100, 1800)))
		}
		return rules(pick(r, -1, 0, 1, 14, 15, 16, 3600), pick(r, "", "Max", "Min", "Disabled"), pick(r, "", "", "0", "9m", "0.1", "0.333", "1", "13m", "2"), ps...)
	}
	return pick(r, "{}", behavior(wild(), ""), behavior("", wild()), behavior(wild(), wild()))
}

// ---- what happens meanwhile ------------------------------------------------

// drawEdits spreads edits. Each has a fraction of a second of its own, because a
// reconcile at the very instant of an edit is a race upstream, and after a restart
// the reconciles follow the restart's fraction.
func (c *chaos) drawEdits() {
	r := c.r
	deleted := false
	for period := 2; period < c.s.Steps; period++ {
		if r.IntN(14) > 0 && !deleted {
			continue
		}
		at := c.sync*float64(period) + math.Floor(2+r.Float64()*(c.sync-4)) + float64(period)/100
		switch k := r.IntN(8); {
		case deleted:
			c.s.Edits = append(c.s.Edits, Edit{At: at, Create: c.manifest()})
			deleted = false
		case k == 0:
			c.s.Edits = append(c.s.Edits, Edit{At: at, Restart: true})
		case k == 1:
			c.s.Edits = append(c.s.Edits, Edit{At: at, Delete: true})
			deleted = true
		default:
			before := c.metrics
			e := Edit{At: at, Manifest: c.manifest()}
			c.metrics = append(c.metrics, before...) // answers for both
			c.s.Edits = append(c.s.Edits, e)
		}
	}
	sort.SliceStable(c.s.Edits, func(i, j int) bool { return c.s.Edits[i].At < c.s.Edits[j].At })
}

// drawStatus lets some HPAs have a past.
func (c *chaos) drawStatus() {
	if c.r.IntN(4) > 0 {
		return
	}
	conditions := []string{}
	for _, t := range []string{"ScalingActive", "AbleToScale", "ScaledToZero", "ScalingLimited"} {
		if c.r.IntN(2) == 0 {
			conditions = append(conditions, fmt.Sprintf(`{"type":%q,"status":%q,"lastTransitionTime":"2000-01-01T00:10:00Z","reason":"Former","message":"from before"}`, t, pick(c.r, "True", "False", "Unknown")))
		}
	}
	parts := []string{fmt.Sprintf(`"currentReplicas":%d,"desiredReplicas":%d`, c.r.IntN(5), c.r.IntN(5)), `"conditions":[` + strings.Join(conditions, ",") + `]`}
	if c.r.IntN(2) == 0 {
		parts = append(parts, `"lastScaleTime":"2000-01-01T00:59:00Z"`)
	}
	c.s.InitialStatus = "{" + strings.Join(parts, ",") + "}"
}

// odd is true when something is not as it should be.
func (c *chaos) odd() bool { return c.r.Float64() > c.calm }

func (c *chaos) apiError() *APIError {
	return &APIError{Reason: pick(c.r, "", "", "NotFound", "Conflict", "Forbidden", "ServiceUnavailable"), Text: pick(c.r, "boom", "i/o timeout", "100% full: %s %d", `"quoted" <text>`)}
}

func (c *chaos) world(w *Cluster) {
	r := c.r
	w.StatusFollows = false
	if w.K == 0 || r.IntN(25) == 0 {
		w.Spec = int32(pick(r, 0, 1, c.pods, c.pods, c.pods+3, 2*c.pods))
	}
	w.Status = w.Spec
	if c.odd() {
		w.Status = int32(r.IntN(2*c.pods + 1))
	}
	w.Selector = "app=web"
	if c.odd() && r.IntN(4) == 0 {
		w.Selector = pick(r, "", "app in (web", "app", "tier=front", "app=%d", "app!=web,tier", "app in (web,db),!canary")
	}
	if c.odd() && r.IntN(3) == 0 {
		w.GetErr = c.apiError()
	}
	if c.odd() {
		for i := 1 + r.IntN(6); i > 0; i-- {
			w.UpdateErrs = append(w.UpdateErrs, pick(r, c.apiError(), &APIError{Reason: "Conflict", Text: "changed"}, &APIError{Reason: "Conflict", Text: "changed"}))
		}
		if r.IntN(4) == 0 {
			w.RetryGetErr = c.apiError()
		}
	}
	if c.odd() && r.IntN(3) == 0 {
		w.StatusErr = c.apiError()
	}
	c.drawPods(w)
	c.drawSamples(w)
	w.CPods, w.CObjs, w.Ext = noAnswers().CPods, noAnswers().CObjs, noAnswers().Ext
	for _, m := range c.metrics {
		c.drawMetric(w, m)
	}
}

func (c *chaos) drawPods(w *Cluster) {
	r := c.r
	if w.K > 0 && r.IntN(3) == 0 {
		return // as they were
	}
	names := []string{"web", "two"}
	for _, name := range []string{"odd", "odd", "other"} {
		if _, ok := c.s.Templates[name]; ok {
			names = append(names, name)
		}
	}
	template := pick(r, names...)
	t := int64(math.Floor(w.T))
	w.Pods = nil
	n := min(int(w.Spec), 3*c.pods)
	if c.odd() {
		n = r.IntN(2*c.pods + 1)
	}
	for i := 0; i < n; i++ {
		p := Pod{Name: podName(i), Template: template, Phase: "Running", Start: seconds(-3600), Ready: "True", ReadyAt: -3590}
		if c.odd() {
			p.Phase = pick(r, "Running", "Running", "Running", "Pending", "Failed", "Succeeded", "Unknown")
			p.Template = pick(r, names...)
			p.Ready = pick(r, "True", "False", "False", "Unknown", "")
			p.Start = seconds(t - pick(r, int64(0), 5, 29, 30, 59, 60, 61, 200, 299, 300, 301, 1000))
			p.ReadyAt = *p.Start + pick(r, int64(0), 4, 5, 6, 29, 30, 31, 90)
			if r.IntN(6) == 0 {
				p.Start = nil
			}
			if r.IntN(6) == 0 {
				p.Deleted = seconds(t + 20)
			}
		}
		if c.odd() && r.IntN(5) == 0 {
			p.Name = pick(r, "db-", "web-x", "app-0") + p.Name
		}
		w.Pods = append(w.Pods, p)
	}
}

// milli draws a value near another one.
func (c *chaos) milli(around float64) int64 {
	return int64(around * pick(c.r, 0, 0.1, 0.5, 0.89, 0.9, 0.95, 1, 1, 1.05, 1.1, 1.11, 1.5, 2, 4, 10))
}

func (c *chaos) drawSamples(w *Cluster) {
	r := c.r
	t := int64(math.Floor(w.T))
	if c.odd() && r.IntN(2) == 0 {
		w.ResErr = c.apiError()
	}
	around := 200 * pick(r, 0.3, 0.5, 0.75, 1, 2)
	memory := 256 * 1024 * 1024 * pick(r, 0.3, 0.6, 0.8, 1.2)
	w.Samples = nil
	for _, p := range w.Pods {
		if c.odd() {
			continue
		}
		s := Sample{Pod: p.Name, At: t - int64(r.IntN(2)*5), Window: 15}
		if c.odd() {
			s.At, s.Window = t-int64(r.IntN(120)), pick(r, int64(0), 10, 30, 60)
		}
		for _, name := range []string{"app", "proxy", "mesh"} {
			has := name == "app" || p.Template != "web"
			if c.odd() {
				has = !has
			}
			if !has || name == "mesh" && p.Template != "odd" {
				continue
			}
			u := Usage{name, c.quantity(c.milli(around)), pick(r, fmt.Sprint(c.milli(memory)), fmt.Sprintf("%dKi", c.milli(memory)/1024), fmt.Sprintf("%dm", c.milli(memory)))}
			if c.odd() && r.IntN(8) == 0 {
				u.CPU, u.Mem = c.huge(u.CPU), c.huge(u.Mem)
			}
			if c.odd() {
				u.CPU = ""
			}
			if c.odd() {
				u.Mem = ""
			}
			s.Containers = append(s.Containers, u)
		}
		w.Samples = append(w.Samples, s)
	}
	if c.odd() {
		w.Samples = append(w.Samples, Sample{Pod: podName(99), At: t, Window: 15, Containers: []Usage{{"app", "400m", "1Gi"}}})
	}
}

// huge is a usage that brings sums near or past the limits of doubles and int64.
func (c *chaos) huge(q string) string {
	return pick(c.r, q, "8Pi", "1Ei", "7Ei", "9007199254740993", "99999999999999", "123456789012345678n", "-5m", "0")
}

func (c *chaos) drawMetric(w *Cluster, m chaosMetric) {
	r := c.r
	if m.kind == "" || c.odd() && r.IntN(3) == 0 {
		return // the API does not know it
	}
	var err *APIError
	if c.odd() && r.IntN(2) == 0 {
		err = c.apiError()
	}
	milli := float64(m.target)
	switch m.kind {
	case "pods":
		v := &CustomPods{Err: err}
		for _, p := range w.Pods {
			if !c.odd() {
				v.Items = append(v.Items, PodValue{Pod: p.Name, Value: c.quantity(c.milli(milli)), At: int64(w.T)})
			}
		}
		w.CPods[m.key] = v
	case "object":
		w.CObjs[m.key] = &ObjectValue{err, c.extreme(c.quantity(c.milli(milli * pick(r, 1, float64(c.pods)))))}
	case "external":
		v := &ExternalValues{Err: err}
		for i := pick(r, 0, 1, 1, 1, 1, 2, 3); i > 0; i-- {
			v.Values = append(v.Values, c.extreme(c.quantity(c.milli(milli*pick(r, 1, float64(c.pods))))))
		}
		w.Ext[m.key] = v
	}
}

// extreme is sometimes another quantity than the one given.
func (c *chaos) extreme(q string) string {
	if !c.odd() || c.r.IntN(2) == 0 {
		return q
	}
	return pick(c.r, "-1", "-5m", "0", "1n", "9223372036854775807", "9223372036854775", "-9223372036854775", "1e18", "5e15", "3e9", "2147484", "1.5Gi", "100k")
}
