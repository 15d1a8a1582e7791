package oracle

import (
	"fmt"
	"math"
	"math/rand/v2"
	"sort"
)

// A plant is a small deterministic cluster: a Deployment behind a load balancer.
// Everything follows from the seed, from the instants of the reconciles and from
// the controller's own decisions. It only has to be varied; the plant that the
// page simulates is another one.
type plant struct {
	rng       *rand.Rand
	seed      int64
	pods      []*simPod
	gone      []*simPod               // the latest ones, which metrics-server may still know
	next      int                     // number of the next pod
	last      float64                 // instant of the previous reconcile
	load      func(t float64) float64 // requests per second
	cost      float64                 // milli-cpu per request per second
	limit     float64                 // milli-cpu a pod can use at most
	perPod    float64                 // requests per second a ready pod can serve
	memBase   float64                 // MiB
	queue     float64                 // requests waiting
	schedMax  float64                 // seconds until a pod starts, at most
	readyMax  float64                 // seconds until it is ready, at most
	startCPU  float64                 // milli-cpu of a pod that is not ready
	window    int64                   // of metrics-server's samples, seconds
	lag       float64                 // of metrics-server's answers, seconds
	dropouts  []dropout
	podGap    float64 // chance that a pod lacks a sample
	crashRate float64 // per pod and second
	failRate  float64
	manual    []manual
	two       bool // pods have a second container
	coarse    int  // if set, pods differ in this many ways only (smaller traces)
	memory    bool // report memory too
}

type simPod struct {
	n               int
	created         float64
	sched, ready    float64 // seconds after creation / after start
	vary            float64 // factor on its share of the load
	deletedAt       float64 // 0 = not deleted
	gone            float64 // when it disappears
	failedAt        float64
	crash, crashEnd float64 // not ready in between
	crashed         bool
}

// A dropout is a time in which metrics are missing in some way.
type dropout struct {
	from, to float64
	what     string
}

// manual is somebody setting the replicas by hand.
type manual struct {
	at float64
	n  int32
}

// hash is a number in [0,1) that does not depend on the order of the draws.
func hash(a, b, c int64) float64 {
	r := rand.New(rand.NewPCG(uint64(a)*0x9e3779b97f4a7c15+uint64(b), uint64(c)+0xd1b54a32d192ed03))
	return r.Float64()
}

func (x *simPod) started() float64 { return x.created + x.sched }

func (x *simPod) alive() bool { return x.deletedAt == 0 && x.failedAt == 0 }

func (x *simPod) isReady(t float64) bool {
	return t >= x.started()+x.ready && !(t >= x.crash && t < x.crashEnd && x.crashed) && (x.failedAt == 0 || t < x.failedAt)
}

func (p *plant) countReady(t float64) int {
	n := 0
	for _, x := range p.pods {
		if x.deletedAt == 0 && x.isReady(t) {
			n++
		}
	}
	return n
}

// ---- pods ------------------------------------------------------------------

// populate makes the pods that exist at t = 0.
func (p *plant) populate(n int) {
	for i := 0; i < n; i++ {
		p.pods = append(p.pods, &simPod{n: p.next, created: -1000 - float64(i), sched: 1, ready: 5, vary: 1 + 0.1*float64(p.next%3)})
		p.next++
	}
}

func (p *plant) newPod(t float64) {
	vary := 1 + 0.5*(p.rng.Float64()-0.5)
	if p.coarse > 0 {
		vary = 1 + 0.1*float64(p.next%p.coarse)
	}
	p.pods = append(p.pods, &simPod{n: p.next, created: t, sched: math.Floor(1 + p.rng.Float64()*p.schedMax), ready: math.Floor(p.rng.Float64() * p.readyMax), vary: vary})
	p.next++
}

// settle brings the pods from the previous reconcile to now.
func (p *plant) settle(c *Cluster) {
	p.deploy(int(c.Spec), math.Floor(p.last))
	p.breakPods(c.T)
	p.removeGone(math.Floor(c.T))
	p.serve(c.T)
	p.last = c.T
}

// deploy makes or deletes pods: the Deployment controller acts right after the
// previous reconcile.
func (p *plant) deploy(want int, at float64) {
	var alive []*simPod
	for _, x := range p.pods {
		if x.alive() {
			alive = append(alive, x)
		}
	}
	for i := len(alive); i < want; i++ {
		p.newPod(at)
	}
	if len(alive) <= want {
		return
	}
	sort.SliceStable(alive, func(i, j int) bool {
		a, b := alive[i].isReady(at), alive[j].isReady(at)
		if a != b {
			return !a
		}
		return alive[i].n > alive[j].n
	})
	for _, x := range alive[:len(alive)-want] {
		x.deletedAt = at
		x.gone = at + math.Floor(2+p.rng.Float64()*40)
	}
}

// breakPods lets pods crash (they come back) and fail (they are replaced).
func (p *plant) breakPods(now float64) {
	t, at, dt := math.Floor(now), math.Floor(p.last), now-p.last
	for _, x := range p.pods {
		if !x.alive() {
			continue
		}
		if p.rng.Float64() < p.crashRate*dt && x.isReady(t) {
			x.crashed, x.crash = true, math.Floor(at+p.rng.Float64()*dt)
			x.crashEnd = x.crash + math.Floor(5+p.rng.Float64()*90)
		}
		if p.rng.Float64() < p.failRate*dt && x.isReady(t) {
			x.failedAt = math.Floor(at + p.rng.Float64()*dt)
			x.gone = x.failedAt + math.Floor(30+p.rng.Float64()*200)
			p.newPod(x.failedAt)
		}
	}
}

func (p *plant) removeGone(t float64) {
	const remembered = 6
	var keep []*simPod
	for _, x := range p.pods {
		if x.gone > 0 && x.gone <= t {
			p.gone = append(p.gone, x)
		} else {
			keep = append(keep, x)
		}
	}
	p.pods = keep
	p.gone = p.gone[max(0, len(p.gone)-remembered):]
}

// serve lets the queue grow and shrink since the previous reconcile.
func (p *plant) serve(now float64) {
	dt := now - p.last
	steps := int(math.Max(1, math.Ceil(dt/5)))
	for i := 0; i < steps; i++ {
		x := p.last + dt*float64(i)/float64(steps)
		served := float64(p.countReady(x)) * p.perPod
		p.queue = math.Max(0, p.queue+(p.load(x)-served)*dt/float64(steps))
	}
}

// ---- what the controller sees ------------------------------------------------

// world is the World of the scenario.
func (p *plant) world(c *Cluster) {
	p.settle(c)
	for _, m := range p.manual {
		if m.at > c.T-15 && m.at <= c.T {
			c.Spec = m.n
		}
	}
	c.Pods, c.Status = nil, 0
	for _, x := range p.pods {
		if x.alive() {
			c.Status++
		}
		c.Pods = append(c.Pods, x.pod(c))
	}
	what := ""
	for _, d := range p.dropouts {
		if c.T >= d.from && c.T < d.to {
			what = d.what
		}
	}
	p.measureResources(c, what)
	p.measureCustom(c, what)
}

// pod is the pod as the API shows it.
func (x *simPod) pod(c *Cluster) Pod {
	pod := Pod{Name: podName(x.n), Template: c.Template, Phase: "Running"}
	if x.deletedAt > 0 {
		pod.Deleted = seconds(int64(x.deletedAt) + 30)
	}
	st := x.started()
	if c.T < st {
		pod.Phase = "Pending"
		return pod
	}
	pod.Start = seconds(int64(st))
	pod.Ready, pod.ReadyAt = "False", int64(st)
	if c.T >= st+x.ready {
		pod.Ready, pod.ReadyAt = "True", int64(st+x.ready)
	}
	if x.crashed && c.T >= x.crash {
		pod.Ready, pod.ReadyAt = "False", int64(x.crash)
		if c.T >= x.crashEnd {
			pod.Ready, pod.ReadyAt = "True", int64(x.crashEnd)
		}
	}
	if x.failedAt > 0 && c.T >= x.failedAt {
		pod.Phase, pod.Ready, pod.ReadyAt = "Failed", "False", int64(x.failedAt)
	}
	return pod
}

// measureResources: metrics-server scrapes every 15 s and answers a little late.
func (p *plant) measureResources(c *Cluster, what string) {
	scrape := math.Floor((c.T-p.lag)/15) * 15
	c.Samples = nil
	all := append(append([]*simPod{}, p.pods...), p.gone...)
	sort.Slice(all, func(i, j int) bool { return all[i].n < all[j].n })
	for _, x := range all {
		if x.started()+float64(p.window)/2 > scrape || (x.gone > 0 && scrape >= x.gone) || (x.failedAt > 0 && scrape >= x.failedAt) {
			continue
		}
		gap := p.podGap
		if what == "half" {
			gap = 0.5
		}
		if hash(p.seed+7, int64(x.n), int64(math.Floor(c.T))) < gap {
			continue
		}
		c.Samples = append(c.Samples, Sample{podName(x.n), int64(scrape), p.window, p.usage(x, scrape)})
	}
	switch what {
	case "error":
		c.ResErr = &APIError{Reason: "ServiceUnavailable", Text: "the server is currently unable to handle the request (get pods.metrics.k8s.io)"}
	case "empty":
		c.Samples = nil
	}
}

func (p *plant) usage(x *simPod, at float64) []Usage {
	cpu, mem := p.cpu(x, at), p.mem(x, at)
	u := []Usage{{"app", fmt.Sprintf("%dm", cpu), fmt.Sprintf("%dKi", mem)}}
	if p.two {
		u = []Usage{{"app", fmt.Sprintf("%dm", cpu*4/5), fmt.Sprintf("%dKi", mem)}, {"proxy", fmt.Sprintf("%dm", cpu/5), "20Mi"}}
	}
	if !p.memory {
		for i := range u {
			u[i].Mem = ""
		}
	}
	return u
}

// cpu is a pod's usage in milli-cpu.
func (p *plant) cpu(x *simPod, at float64) int64 {
	if !x.isReady(at) {
		return int64(p.startCPU * x.vary)
	}
	kind := int64(x.n)
	if p.coarse > 0 {
		kind = int64(x.n % p.coarse)
	}
	n := math.Max(1, float64(p.countReady(at)))
	noise := 1 + 0.08*(hash(p.seed, kind, int64(at))-0.5)
	return int64(math.Min(p.limit, p.load(at)*p.cost/n*x.vary*noise))
}

// mem is a pod's usage in KiB.
func (p *plant) mem(x *simPod, at float64) int64 {
	n := math.Max(1, float64(p.countReady(at)))
	return int64((p.memBase*x.vary+0.2*p.load(at)/n)*16) * 64
}

func (p *plant) measureCustom(c *Cluster, what string) {
	t := int64(math.Floor(c.T))
	ready := math.Max(1, float64(p.countReady(c.T)))
	qps := &CustomPods{}
	for _, x := range p.pods {
		if x.isReady(c.T) && hash(p.seed+9, int64(x.n), t) >= p.podGap {
			qps.Items = append(qps.Items, PodValue{Pod: podName(x.n), Value: fmt.Sprintf("%dm", int64(p.load(c.T)/ready*x.vary*1000)), At: t})
		}
	}
	if what == "error" {
		qps = &CustomPods{Err: &APIError{Text: "the server could not find the metric qps for pods"}}
	}
	c.CPods["qps|"] = qps
	c.Object("Ingress/main", "rps", fmt.Sprintf("%dm", int64(p.load(c.T)*1000)))
	c.External("queue", fmt.Sprint(int64(p.queue)))
	if what == "external" {
		c.Ext["queue|"] = &ExternalValues{Err: &APIError{Text: "dial tcp: connection refused"}}
	}
}
