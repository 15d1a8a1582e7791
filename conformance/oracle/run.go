package oracle

import (
	"encoding/json"
	"math"
	"testing"
	"testing/synctest"
	"time"

	autoscalingv2 "k8s.io/api/autoscaling/v2"
	"k8s.io/client-go/kubernetes/fake"
)

// A run is a scenario on its way through fake time.
type run struct {
	*env
	nextEdits  []Edit // still to come
	nextOthers []Other
	end        time.Time // when to stop even if steps are missing
}

// runInBubble runs a scenario inside a synctest bubble. It answers the trace,
// none for a replay, and the number of reconciles.
func runInBubble(t *testing.T, sc *Scenario) ([]byte, int) {
	e := newEnv(sc)
	captureErrors(e.onError)
	// Start the controller a little before t = 0, on an otherwise empty cluster.
	const head = 10 * time.Second
	start := sc.Start
	if start.IsZero() {
		start = usualStart
	}
	time.Sleep(time.Until(start) - head)
	e.start = time.Now().Add(head)
	e.startController()
	time.Sleep(time.Until(e.start))
	synctest.Wait()

	defaulted, errs := e.createPrimary(t)
	if sc.Replay != nil {
		sc.Replay.begin(e, defaulted, errs)
	}
	maxT := sc.MaxT
	if maxT == 0 {
		maxT = float64(sc.Steps+20) * float64(e.flags.SyncPeriod)
	}
	r := &run{env: e, nextEdits: sc.Edits, nextOthers: sc.Others, end: e.instant(maxT)}
	for sc.Replay.more(len(e.steps) < sc.Steps) && r.advance(t) {
	}
	e.drain()
	if sc.Replay != nil {
		sc.Replay.end()
		return nil, len(e.steps)
	}
	return e.encode(defaulted, errs), len(e.steps)
}

func newEnv(sc *Scenario) *env {
	if sc.Templates == nil {
		sc.Templates = defaultTemplates()
	}
	primary := parseHPA(sc.Manifest)
	e := &env{scenario: sc, ns: primary.Namespace, name: primary.Name, flags: defaultFlags(),
		requests: make(chan request), clientset: fake.NewSimpleClientset(), others: map[string]*Other{},
		status: map[string]json.RawMessage{}, conditions: map[string]string{},
		cluster: &Cluster{Spec: 1, Status: 1, Selector: "app=web", StatusFollows: true, Template: "web", Answers: noAnswers()}}
	if sc.Flags != nil {
		e.flags = *sc.Flags
	}
	e.clientset.PrependReactor("update", "horizontalpodautoscalers", e.updateStatus)
	return e
}

// instant is a time in seconds since the start, to the nanosecond.
func (e *env) instant(seconds float64) time.Time {
	return e.start.Add(time.Duration(math.Round(seconds * 1e9)))
}

// createPrimary creates the HPA of the scenario, with the status it may already
// have.
func (e *env) createPrimary(t *testing.T) (defaulted json.RawMessage, errs []string) {
	h, errs := e.admit(e.scenario.Manifest, nil)
	h.ResourceVersion = e.nextRV()
	if e.scenario.InitialStatus != "" {
		if err := json.Unmarshal([]byte(e.scenario.InitialStatus), &h.Status); err != nil {
			t.Fatal(err)
		}
		_ = json.Unmarshal([]byte(mustJSON(h.Status)), &e.status)
		delete(e.status, "conditions")
		for _, c := range h.Status.Conditions {
			e.conditions[string(c.Type)] = mustJSON(c)
		}
	}
	e.create(t, h)
	return hpaJSON(h), errs
}

func (e *env) create(t *testing.T, h *autoscalingv2.HorizontalPodAutoscaler) {
	if err := e.clientset.Tracker().Create(hpaGVR, h, e.ns); err != nil {
		t.Fatal(err)
	}
}

// advance waits for the next thing to happen: a reconcile, an edit, another HPA.
// It answers false at the end of the run's time.
func (r *run) advance(t *testing.T) bool {
	next, what := r.end, func() bool { return false }
	if len(r.nextEdits) > 0 && r.instant(r.nextEdits[0].At).Before(next) {
		next, what = r.instant(r.nextEdits[0].At), func() bool { r.reachEdit(t); return true }
	}
	if len(r.nextOthers) > 0 && r.instant(r.nextOthers[0].At).Before(next) {
		next, what = r.instant(r.nextOthers[0].At), func() bool { r.createOther(t); return true }
	}
	timer := time.NewTimer(time.Until(next))
	defer timer.Stop()
	select {
	case q := <-r.requests:
		r.serve(t, q)
		return true
	case <-timer.C:
		return what()
	}
}

// serve lets a reconcile run. An edit at the very instant of a reconcile comes
// after it, unless a replayed trace has it before.
func (r *run) serve(t *testing.T, q request) {
	for len(r.nextEdits) > 0 && r.name == q.name && r.scenario.Replay.editFirst(r.nextEdits[0], r.now()) {
		restart := r.nextEdits[0].Restart
		if restart {
			q.ack <- errStopped
		}
		r.applyNext(t)
		synctest.Wait()
		if restart {
			return
		}
	}
	r.handle(q)
}

// reachEdit is called at the instant of the next edit. A reconcile at the same
// instant goes first.
func (r *run) reachEdit(t *testing.T) {
	synctest.Wait()
	select {
	case q := <-r.requests:
		r.serve(t, q)
	default:
		r.applyNext(t)
	}
}

func (r *run) applyNext(t *testing.T) {
	ed := r.nextEdits[0]
	r.nextEdits = r.nextEdits[1:]
	r.apply(t, ed)
}

func (r *run) createOther(t *testing.T) {
	o := r.nextOthers[0]
	r.nextOthers = r.nextOthers[1:]
	r.others[o.Name] = &o
	h, _ := r.admit(o.Manifest, nil)
	h.ResourceVersion = r.nextRV()
	r.create(t, h)
}

// apply does what an edit says.
func (e *env) apply(t *testing.T, ed Edit) {
	record := jsonEdit{T: e.now()}
	switch {
	case ed.Restart:
		e.stopController()
		e.active = nil
		e.startController()
		record.What = whatRestarted
	case ed.Delete:
		if err := e.clientset.Tracker().Delete(hpaGVR, e.ns, e.name); err != nil {
			t.Fatal(err)
		}
		e.status, e.conditions = map[string]json.RawMessage{}, map[string]string{}
		record.What = whatDeleted
	case ed.Create != "":
		h, errs := e.admit(ed.Create, nil)
		h.ResourceVersion = e.nextRV()
		e.create(t, h)
		record.What, record.Invalid, record.HPA = whatCreated, errs, hpaJSON(h)
	default:
		h, errs := e.admit(ed.Manifest, e.get(e.name))
		h.ResourceVersion = e.nextRV()
		if err := e.clientset.Tracker().Update(hpaGVR, h, e.ns); err != nil {
			t.Fatal(err)
		}
		record.What, record.Invalid, record.HPA = whatEdited, errs, hpaJSON(h)
	}
	e.pending = append(e.pending, record)
}

// drain lets a reconcile in progress go, then stops the controller.
func (e *env) drain() {
	stop := make(chan struct{})
	go func() {
		for {
			select {
			case r := <-e.requests:
				close(r.ack)
			case <-stop:
				return
			}
		}
	}()
	e.stopController()
	time.Sleep(2 * time.Minute)
	close(stop)
	synctest.Wait()
}
