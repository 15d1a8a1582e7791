package oracle

import (
	"encoding/json"
	"fmt"
	"math"

	autoscalingv2 "k8s.io/api/autoscaling/v2"
	"k8s.io/apimachinery/pkg/labels"
	"k8s.io/kubernetes/pkg/controller/util/selectors"
)

// Instants closer than this are the same (seconds).
const sameTime = 0.001

func near(a, b float64) bool { return math.Abs(a-b) < sameTime }

// A mismatch is a place where the controller (got) does not do what the trace
// says (want).
type mismatch struct {
	File string   `json:"file"`
	T    *float64 `json:"t"`
	Path string   `json:"path"`
	Want any      `json:"want"`
	Got  any      `json:"got"`
}

// A report prints mismatches as they are found, one JSON line each.
type report struct{ found int }

func (r *report) add(m mismatch) {
	r.found++
	if *flagMax == 0 || r.found <= *flagMax {
		fmt.Println(encodeJSON(m))
	}
}

// A replay feeds the inputs of a trace to the real controller and compares what
// the controller does with what the trace says.
type replay struct {
	file string
	tr   *trace
	out  *report
	e    *env

	next  int     // the first step that has not been reached
	cur   *step   // the step that is running; nil: the trace does not know this reconcile
	shift float64 // how much later than in the trace the latest retries ended

	// the world of the latest step
	loaded  bool
	scale   jsonScale
	pods    []Pod
	others  []jsonOther
	answers Answers

	wantEdits, gotEdits []jsonEdit // since the latest step that both have
	status              status
	reported            map[string]string // differences of the status at that step
}

func (r *replay) mismatch(t *float64, path string, want, got any) {
	r.out.add(mismatch{r.file, t, path, want, got})
}

// ---- schedule --------------------------------------------------------------

// match finds the step that a reconcile at this instant is, or else the number
// of the next later step.
func (r *replay) match(now float64) (i int, found bool) {
	for i = r.next; i < len(r.tr.steps); i++ {
		t := r.tr.steps[i].T
		if near(now, t) || near(now, t+r.shift) {
			return i, true
		}
		if t > now {
			break
		}
	}
	return i, false
}

// more tells whether the run goes on; without a replay, generating says so.
func (r *replay) more(generating bool) bool {
	if r == nil {
		return generating
	}
	return r.next < len(r.tr.steps)
}

// editFirst tells whether an edit comes before the reconcile about to run.
func (r *replay) editFirst(ed Edit, now float64) bool {
	if r == nil || ed.At >= now+sameTime {
		return false
	}
	i, found := r.match(now)
	return ed.Step < i || found && ed.Step == i
}

// ---- inputs ----------------------------------------------------------------

// load takes a step's inputs; what it does not mention stays.
func (r *replay) load(s *step) {
	r.loaded = true
	if s.Scale != nil {
		r.scale = *s.Scale
	}
	if s.Pods != nil {
		r.pods = s.pods
	}
	if s.Others != nil {
		r.others = *s.Others
	}
	r.answers = s.answers
}

// pass takes a step's inputs and what it says about the status.
func (r *replay) pass() *step {
	s := r.tr.steps[r.next]
	r.next++
	r.load(s)
	r.wantEdits = append(r.wantEdits, s.Edits...)
	for _, ed := range s.Edits {
		if ed.What == whatDeleted {
			r.status = statusOf(&autoscalingv2.HorizontalPodAutoscaler{})
		}
	}
	r.status.patch(s.Out.Status)
	return s
}

// world is the scenario's World.
func (r *replay) world(c *Cluster) {
	i, found := r.match(c.T)
	for r.next < i {
		s := r.pass()
		r.mismatch(&s.T, "schedule", s.T, c.T)
	}
	r.cur = nil
	if found {
		r.cur = r.pass()
	} else {
		s := r.tr.steps[i]
		r.mismatch(&c.T, "schedule", s.T, c.T)
		if !r.loaded {
			r.load(s)
		}
	}
	s := r.scale
	c.Spec, c.Status, c.Selector = s.Spec, s.Status, s.Selector
	c.GetErr, c.RetryGetErr, c.StatusErr = decodeError(s.GetErr), decodeError(s.RetryGetErr), decodeError(s.StatusUpdateErr)
	for _, u := range s.UpdateErrs {
		c.UpdateErrs = append(c.UpdateErrs, decodeError(&u))
	}
	c.Pods = append([]Pod{}, r.pods...)
	c.Answers = r.answers
	r.setOthers()
}

// setOthers gives the controller the memory of other HPAs that the step has.
func (r *replay) setOthers() {
	key := func(o jsonOther) selectors.Key { return selectors.Key{Namespace: r.e.ns, Name: o.Name} }
	for _, o := range r.e.active {
		putSelector(r.e.controller, key(o), nil)
	}
	for _, o := range r.others {
		sel, err := labels.Parse(o.Selector)
		if err != nil || o.Selector == "" {
			sel = labels.Nothing() // the controller refuses such a selector
		}
		putSelector(r.e.controller, key(o), sel)
	}
	r.e.active = r.others
}

// unanswered notes a question to a metrics API that the step has no answer to.
func (r *replay) unanswered(q jsonQuestion) {
	if r.cur != nil {
		r.mismatch(&r.cur.T, "unanswered question", nil, q)
	}
}

// ---- beginning and end -------------------------------------------------------

// begin compares the HPA that was created at t = 0.
func (r *replay) begin(e *env, hpa json.RawMessage, errs []string) {
	r.e = e
	report := func(path string, want, got any) { r.mismatch(nil, path, want, got) }
	if r.tr.HPA != nil {
		diff("hpa", generic(r.tr.HPA), generic(hpa), report)
	}
	diff("admissionErrors", asJSON(r.tr.Invalid), asJSON(errs), report)
	r.status = r.realStatus()
}

// realStatus is the status that the controller has made.
func (r *replay) realStatus() status {
	h := r.e.get(r.e.name)
	if h == nil {
		return status{}
	}
	return statusOf(h)
}

// end reports the steps that were not reached.
func (r *replay) end() {
	for r.next < len(r.tr.steps) {
		s := r.pass()
		r.mismatch(&s.T, "schedule", s.T, nil)
	}
}
