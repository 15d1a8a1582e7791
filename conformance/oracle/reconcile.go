package oracle

import (
	"slices"
	"sort"
	"strings"
	"testing/synctest"
	"time"
)

// handle lets a reconcile run to its end and records it.
func (e *env) handle(r request) {
	switch {
	case r.name != e.name:
		e.noteOther(r.name)
		e.release(r)
	case e.get(e.name) == nil: // deleted
		e.pending = append(e.pending, jsonEdit{T: e.now(), What: whatNoticed})
		e.release(r)
	default:
		e.prepare()
		e.recordReconcile(r)
	}
}

// release lets the reconcile go on until the controller waits again.
func (e *env) release(r request) {
	close(r.ack)
	synctest.Wait()
}

// noteOther remembers that the controller is about to see another HPA, whose
// selector it will keep.
func (e *env) noteOther(name string) {
	o, ok := e.others[name]
	if !ok || e.get(name) == nil {
		return
	}
	if !slices.ContainsFunc(e.active, func(x jsonOther) bool { return x.Name == name }) {
		e.active = append(e.active, jsonOther{o.Name, o.Selector})
	}
}

// prepare brings the cluster into the state of this instant and begins a step
// with what has changed since the previous one.
func (e *env) prepare() {
	c := e.cluster
	c.T = e.now()
	c.K = len(e.steps)
	c.updateCalls = 0
	if c.LastUpdate != nil {
		c.Spec = *c.LastUpdate
	}
	if c.StatusFollows {
		c.Status = c.Spec
	}
	c.GetErr, c.RetryGetErr, c.UpdateErrs, c.StatusErr, c.ResErr = nil, nil, nil, nil, nil
	e.scenario.World(c)
	c.LastUpdate = nil
	sort.SliceStable(c.Pods, func(i, j int) bool { return podLess(c.Pods[i].Name, c.Pods[j].Name) })

	e.step = &jsonStep{T: c.T, Edits: e.pending}
	e.pending = nil
	e.asked = map[string]bool{}
	e.live = true
	if s := recordedScale(c); changed(&e.lastScale, s) {
		e.step.Scale = &s
	}
	if pods := encodePods(c.Pods); changed(&e.lastPods, pods) {
		e.step.Pods = &pods
		e.podObjects = nil
		for _, p := range c.Pods {
			e.podObjects = append(e.podObjects, e.buildPod(p))
		}
		sort.Slice(e.podObjects, func(i, j int) bool { return e.podObjects[i].Name < e.podObjects[j].Name })
	}
	others := append([]jsonOther{}, e.active...)
	sort.Slice(others, func(i, j int) bool { return others[i].Name < others[j].Name })
	none := e.lastOthers == "" && len(others) == 0 // not worth a word at the first step
	if changed(&e.lastOthers, others) && !none {
		e.step.Others = &others
	}
}

// changed tells whether a value differs from the last one, and remembers it.
func changed(last *string, v any) bool {
	s := mustJSON(v)
	differs := s != *last
	*last = s
	return differs
}

func recordedScale(c *Cluster) jsonScale {
	s := jsonScale{Spec: c.Spec, Status: c.Status, Selector: c.Selector,
		GetErr: recordedError(c.GetErr), RetryGetErr: recordedError(c.RetryGetErr), StatusUpdateErr: recordedError(c.StatusErr)}
	for _, u := range c.UpdateErrs {
		if u == nil {
			s.UpdateErrs = append(s.UpdateErrs, jsonError{})
		} else {
			s.UpdateErrs = append(s.UpdateErrs, *recordedError(u))
		}
	}
	return s
}

func recordedError(x *APIError) *jsonError {
	if x == nil {
		return nil
	}
	return &jsonError{x.Reason, x.err().Error()}
}

// podLess orders web-2 before web-10, so that groups of pods are easy to name.
func podLess(a, b string) bool {
	if len(a) != len(b) && strings.HasPrefix(a, "web-") && strings.HasPrefix(b, "web-") {
		return len(a) < len(b)
	}
	return a < b
}

// recordReconcile runs a reconcile of the primary HPA and completes its step.
func (e *env) recordReconcile(r request) {
	e.lastAction = time.Now()
	e.release(r)
	e.awaitRetries()
	if d := e.lastAction.Sub(e.start).Seconds(); d > e.step.T+1e-9 {
		e.step.TEnd = &d
	}
	if e.cluster.updateCalls > 1 {
		e.step.Out.UpdateCalls = e.cluster.updateCalls
	}
	e.cluster.LastUpdate = e.step.Out.ScaleUpdate
	e.live = false
	e.steps = append(e.steps, e.step)
	if e.scenario.Replay != nil {
		e.scenario.Replay.check(e)
	}
}

// awaitRetries waits while the controller may be asleep between two attempts to
// update the scale, which is for 10 to 11 ms each time.
func (e *env) awaitRetries() {
	const longer = 20 * time.Millisecond
	for calls := 0; calls < e.cluster.updateCalls && e.step.Out.ScaleUpdate == nil; {
		calls = e.cluster.updateCalls
		time.Sleep(longer)
		synctest.Wait()
	}
}
