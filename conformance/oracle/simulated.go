package oracle

import (
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"sort"
	"strings"
)

// A draft is a simulated run while it is being drawn. Everything comes from one
// random source, so the order of the draws decides what a seed means: changing
// it changes every recorded run.
type draft struct {
	r      *rand.Rand
	seed   int64
	s      *Scenario
	plant  *plant
	length float64 // of the run, seconds

	// The HPA. Edits change min, max and behavior as they are drawn.
	min, max int // min < 0: not set
	behavior string
	metrics  []string

	reqCPU int // milli-cpu that a pod requests
	target int // percent of it
	loads  int // components of the load
}

// simulatedRun makes the scenario of a seed: a random HPA on a random plant.
func simulatedRun(seed int64) *Scenario {
	r := rand.New(rand.NewPCG(uint64(seed), 0x5851f42d4c957f2d))
	d := &draft{r: r, seed: seed, s: &Scenario{Name: fmt.Sprintf("sim-%04d", seed)}}
	d.drawSize()
	d.drawPlant()
	d.drawFlags()
	d.drawLoad()
	d.drawHPA()
	d.drawEdits()
	d.drawTrouble()
	d.s.Templates = map[string]Template{"web": d.template()}
	d.s.World = d.world(int32(1 + r.IntN(d.max)))
	d.s.About = fmt.Sprintf("Simulated run, seed %d: %d reconciles, replicas up to %d, %d metrics, %d load components.", seed, d.s.Steps, d.max, len(d.metrics), d.loads)
	return d.s
}

// pick draws one of the values.
func pick[T any](r *rand.Rand, v ...T) T { return v[r.IntN(len(v))] }

func (d *draft) drawSize() {
	d.max = pick(d.r, 4, 6, 8, 10, 10, 12, 15, 20, 20, 30)
	if d.r.IntN(12) == 0 {
		d.max = pick(d.r, 60, 100, 200)
	}
	d.s.Steps = pick(d.r, 120, 120, 120, 120, 120, 140, 160, 200)
	if d.max <= 10 && d.r.IntN(10) == 0 {
		d.s.Steps = 480
	}
}

func (d *draft) drawPlant() {
	r := d.r
	p := &plant{rng: r, seed: d.seed, window: pick(r, int64(10), 15, 15, 30, 60), lag: pick(r, 0.0, 2, 5, 12), schedMax: pick(r, 1.0, 3, 20, 60), readyMax: pick(r, 1.0, 10, 30, 90), startCPU: pick(r, 1.0, 20, 150, 400), memBase: 60}
	d.reqCPU = pick(r, 100, 200, 250, 500)
	p.limit = float64(d.reqCPU) * pick(r, 1.0, 1.5, 2, 4)
	p.cost = pick(r, 1.0, 2, 5)
	p.perPod = p.limit / p.cost
	if d.max > 5 {
		p.coarse = pick(r, 2, 3, 4)
	}
	p.two = r.IntN(4) == 0
	if r.IntN(3) == 0 {
		p.podGap = pick(r, 0.02, 0.1)
	}
	if r.IntN(3) == 0 {
		p.crashRate = pick(r, 0.0002, 0.001)
	}
	if r.IntN(5) == 0 {
		p.failRate = 0.0002
	}
	d.plant = p
}

func (d *draft) drawFlags() {
	sync := defaultFlags().SyncPeriod
	if r := d.r; r.IntN(8) == 0 {
		f := Flags{pick(r, int64(10), 15, 15, 20, 30), pick(r, int64(0), 60, 120, 300, 600), pick(r, int64(60), 120, 300), pick(r, int64(5), 30, 60), pick(r, 0.05, 0.1, 0.1, 0.2)}
		d.s.Flags = &f
		sync = f.SyncPeriod
	}
	d.length = float64(d.s.Steps) * float64(sync)
}

// A wave is a component of the load, in requests per second over seconds.
type wave struct {
	shape           string
	height, at, len float64
}

func (w wave) value(t float64) float64 {
	share := 0.0
	switch w.shape {
	case "step":
		if t >= w.at && t < w.at+3*w.len {
			share = 1
		}
	case "spike":
		share = math.Exp(-math.Pow((t-w.at)/(w.len/6), 2))
	case "sine":
		return w.height * 0.5 * (1 + math.Sin(2*math.Pi*(t-w.at)/w.len))
	case "ramp":
		share = math.Max(0, math.Min(1, (t-w.at)/w.len))
	case "square":
		if math.Mod(t+w.at, w.len) < w.len/2 {
			share = 1
		}
	case "saw":
		return w.height * math.Mod(t+w.at, w.len) / w.len
	}
	return w.height * share
}

// drawLoad draws a load under which the replicas would wander between 1 and a bit
// over the maximum.
func (d *draft) drawLoad() {
	r := d.r
	d.target = pick(r, 30, 50, 50, 60, 70, 80, 80, 100, 120)
	full := float64(d.max) * float64(d.reqCPU) * float64(d.target) / 100 / d.plant.cost
	base := full * (0.1 + 0.3*r.Float64())
	var waves []wave
	for i := 1 + r.IntN(3); i > 0; i-- {
		waves = append(waves, wave{pick(r, "step", "spike", "sine", "ramp", "square", "square", "saw"), full * (0.3 + 0.8*r.Float64()), d.length * r.Float64() * 0.8, d.length * (0.05 + 0.25*r.Float64())})
	}
	noise := pick(r, 0.0, 0.02, 0.05, 0.2)
	idle := r.IntN(4) == 0 // a third of the time without load
	d.loads = len(waves)
	d.plant.load = func(t float64) float64 {
		v := base
		for _, w := range waves {
			v += w.value(t)
		}
		if idle && math.Mod(t+waves[0].at, d.length/3) < d.length/9 {
			v = 0
		}
		return v * (1 + noise*(hash(d.seed, int64(t), 3)-0.5))
	}
}

// ---- the HPA ---------------------------------------------------------------

func (d *draft) drawHPA() {
	r := d.r
	perPod := float64(d.reqCPU) * float64(d.target) / 100 / d.plant.cost // requests per second at the target
	cpu := resourceMetric("cpu", utilization(d.target))
	candidates := []string{
		cpu, cpu, cpu,
		resourceMetric("cpu", averageValue(fmt.Sprintf("%dm", d.reqCPU*d.target/100))),
		containerMetric("app", "cpu", utilization(d.target)),
		resourceMetric("memory", utilization(pick(r, 60, 80))),
		resourceMetric("memory", averageValue(pick(r, "70Mi", "90Mi"))),
		podsMetric("qps", averageValue(fmt.Sprintf("%dm", int64(perPod*1000))), ""),
		ingressMetric("rps", value(fmt.Sprint(int64(perPod*float64(d.max)/2)))),
		ingressMetric("rps", averageValue(fmt.Sprintf("%dm", int64(perPod*1000)))),
		externalMetric("queue", value(fmt.Sprint(int64(1+perPod*20))), ""),
		externalMetric("queue", averageValue(fmt.Sprint(int64(1+perPod*10))), ""),
	}
	const firstObject = 8 // from here on metrics allow a scale to zero
	mayBeZero := false
	for i := pick(r, 1, 1, 1, 2, 2, 3); i > 0; i-- {
		k := r.IntN(len(candidates))
		if !slices.Contains(d.metrics, candidates[k]) {
			d.metrics = append(d.metrics, candidates[k])
			mayBeZero = mayBeZero || k >= firstObject
		}
	}
	for _, m := range d.metrics {
		d.plant.memory = d.plant.memory || strings.Contains(m, "memory")
	}
	d.min = pick(r, -1, 1, 1, 2, 3)
	if mayBeZero && r.IntN(2) == 0 {
		d.min = 0
		d.s.Gates = map[string]bool{"HPAScaleToZero": true}
	}
	d.behavior = randomBehavior(r)
	d.s.Manifest = d.manifest()
}

func (d *draft) manifest() string { return hpa(d.min, d.max, d.behavior, d.metrics...) }

func randomBehavior(r *rand.Rand) string {
	switch r.IntN(8) {
	case 0, 1:
		return ""
	case 2:
		return behavior(randomRules(r, true), "")
	case 3:
		return behavior("", randomRules(r, false))
	}
	return behavior(randomRules(r, true), randomRules(r, false))
}

func randomRules(r *rand.Rand, up bool) string {
	window := pick(r, -1, -1, 0, 0, 15, 30, 60, 90, 120, 300)
	if !up && window < 0 && r.IntN(3) > 0 {
		window = 60
	}
	selectPolicy := pick(r, "", "", "Max", "Min")
	if r.IntN(25) == 0 {
		selectPolicy = "Disabled"
	}
	tolerance := ""
	if r.IntN(5) == 0 {
		tolerance = pick(r, "0", "0.02", "0.05", "0.15", "0.3")
	}
	var policies []string
	for i := pick(r, 0, 1, 1, 2, 2, 3); i > 0; i-- {
		period := pick(r, 15, 15, 30, 45, 60, 60, 90, 120, 180, 300, 600)
		if r.IntN(2) == 0 {
			policies = append(policies, policy("Pods", pick(r, 1, 1, 2, 3, 4, 5, 10), period))
		} else {
			policies = append(policies, policy("Percent", pick(r, 5, 10, 20, 25, 33, 50, 100, 200), period))
		}
	}
	return rules(window, selectPolicy, tolerance, policies...)
}

// ---- what happens meanwhile ------------------------------------------------

func (d *draft) drawEdits() {
	r := d.r
	for i := pick(r, 0, 0, 0, 1, 2); i > 0; i-- {
		at := math.Floor(d.length * (0.1 + 0.8*r.Float64()))
		switch r.IntN(5) {
		case 0, 1:
			d.behavior = randomBehavior(r)
		case 2:
			d.max = 1 + d.max*pick(r, 1, 2, 3)/2
		case 3:
			if d.min != 0 {
				d.min = 1 + r.IntN(4)
			}
		case 4:
			d.s.Edits = append(d.s.Edits, Edit{At: at, Restart: true})
			continue
		}
		d.min = min(d.min, d.max)
		d.s.Edits = append(d.s.Edits, Edit{At: at, Manifest: d.manifest()})
	}
	edits := d.s.Edits
	sort.SliceStable(edits, func(i, j int) bool { return edits[i].At < edits[j].At })
	for i := 1; i < len(edits); i++ { // no two at the same instant
		if edits[i].At <= edits[i-1].At {
			edits[i].At = edits[i-1].At + 1
		}
	}
}

func (d *draft) drawTrouble() {
	r := d.r
	for i := r.IntN(3); i > 0; i-- {
		from := d.length * r.Float64()
		d.plant.dropouts = append(d.plant.dropouts, dropout{from, from + pick(r, 20.0, 60, 200), pick(r, "error", "empty", "half", "external")})
	}
	if r.IntN(8) == 0 {
		d.plant.manual = append(d.plant.manual, manual{d.length * r.Float64(), int32(r.IntN(d.max + 3))})
	}
}

func (d *draft) template() Template {
	cpu := fmt.Sprintf("%dm", d.reqCPU)
	t := Template{Labels: map[string]string{"app": "web"}, Containers: []Container{{Name: "app", Requests: map[string]string{"cpu": cpu, "memory": "128Mi"}}}}
	if d.plant.two {
		t.Containers = append(t.Containers, Container{Name: "proxy", Requests: map[string]string{"cpu": "50m", "memory": "32Mi"}})
	}
	return t
}

// world begins with pods that have been running for a while.
func (d *draft) world(start int32) func(*Cluster) {
	return func(c *Cluster) {
		c.StatusFollows = false
		if c.K == 0 {
			c.Spec = start
			d.plant.populate(int(start))
			d.plant.last = c.T
		}
		d.plant.world(c)
	}
}
