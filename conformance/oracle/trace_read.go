package oracle

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"time"

	autoscalingv2 "k8s.io/api/autoscaling/v2"
	"k8s.io/apimachinery/pkg/api/resource"
	"sigs.k8s.io/yaml"
)

// jsonTrace is the file of a trace, as far as a replay needs it.
type jsonTrace struct {
	Gates         map[string]bool         `json:"featureGates"`
	Manager       jsonManager             `json:"controllerManager"`
	Manifest      json.RawMessage         `json:"manifest"`
	Invalid       []string                `json:"admissionErrors"`
	HPA           json.RawMessage         `json:"hpa"`
	InitialStatus json.RawMessage         `json:"initialStatus"`
	Templates     map[string]jsonTemplate `json:"podTemplates"`
	Start         string                  `json:"start"`
	Steps         []json.RawMessage       `json:"steps"`
}

// step is a step of a trace with its inputs decoded.
type step struct {
	jsonStep
	out     map[string]any // as it stands in the trace
	pods    []Pod
	answers Answers
}

// trace is a trace that some program wrote. Whatever is wrong with it becomes a
// problem, and it is not replayed.
type trace struct {
	jsonTrace
	start    time.Time
	steps    []*step
	recorded map[string]bool // fields of out (and tEnd) that occur in some step
	problems []string        // why it cannot be replayed
}

func (tr *trace) bad(format string, args ...any) {
	tr.problems = append(tr.problems, fmt.Sprintf(format, args...))
}

func readTrace(file string) *trace {
	f := defaultFlags()
	tr := &trace{recorded: map[string]bool{}, start: usualStart}
	tr.Manager = jsonManager{f.SyncPeriod, f.Downscale, f.Tolerance, f.CPUInit, f.ReadyDelay}
	b, err := os.ReadFile(file)
	if err == nil {
		err = json.Unmarshal(b, &tr.jsonTrace)
	}
	if err != nil {
		tr.bad("%v", err)
		return tr
	}
	primary := tr.readHead()
	edits := &editCheck{tr: tr, primary: primary, exists: true}
	for i, raw := range tr.Steps {
		tr.readStep(i, raw, edits)
	}
	if len(tr.Steps) == 0 {
		tr.bad("no steps")
	}
	return tr
}

// readHead checks what stands before the steps and answers the HPA.
func (tr *trace) readHead() *autoscalingv2.HorizontalPodAutoscaler {
	if tr.Start != "" {
		var err error
		if tr.start, err = time.Parse(time.RFC3339, tr.Start); err != nil {
			tr.bad("start: %v", err)
		} else if tr.start.Before(usualStart.Truncate(24 * time.Hour).Add(10 * time.Second)) {
			tr.bad("start is too early: fake time begins in the year 2000, and the controller 10 s before start")
		}
	}
	if tr.Manager.SyncPeriod <= 0 {
		tr.bad("syncPeriodSeconds is %d", tr.Manager.SyncPeriod)
	}
	if !gatesPossible(tr.Gates) {
		tr.bad("kubernetes %s does not know one of the feature gates, or has locked it: %s", *flagMinor, mustJSON(tr.Gates))
	}
	if tr.Manifest == nil {
		tr.Manifest = tr.HPA
	}
	primary := tr.hpa("manifest", tr.Manifest)
	if err := json.Unmarshal(orNull(tr.InitialStatus), &autoscalingv2.HorizontalPodAutoscalerStatus{}); err != nil {
		tr.bad("initialStatus: %v", err)
	}
	for name, tpl := range tr.Templates {
		for _, c := range append(append([]jsonContainer{{Requests: tpl.PodRequests}}, tpl.Containers...), tpl.InitContainers...) {
			for _, q := range c.Requests {
				tr.quantity("podTemplates."+name, q)
			}
		}
	}
	return primary
}

func (tr *trace) readStep(i int, raw json.RawMessage, edits *editCheck) {
	s := &step{answers: Answers{NoSamples: true}}
	where := fmt.Sprintf("steps[%d]", i)
	if err := strict(raw, &s.jsonStep); err != nil {
		tr.bad("%s: %v", where, err)
		return
	}
	var x struct {
		Out map[string]any `json:"out"`
	}
	_ = json.Unmarshal(raw, &x)
	s.out = x.Out
	for k := range s.out {
		tr.recorded[k] = true
	}
	if s.TEnd != nil {
		tr.recorded["tEnd"] = true
	}
	if i > 0 && len(tr.steps) == i && s.T < tr.steps[i-1].T {
		tr.bad("%s: t is smaller than that of the step before", where)
	}
	if i == 0 && (s.Scale == nil || s.Pods == nil) {
		tr.bad("%s: the first step needs scale and pods", where)
	}
	for _, ed := range s.Edits {
		edits.check(where, ed)
	}
	if s.Pods != nil {
		s.pods = tr.decodePods(where, *s.Pods)
	}
	if s.Metrics != nil {
		s.answers = tr.decodeMetrics(where, s.Metrics)
	}
	tr.steps = append(tr.steps, s)
}

// editCheck follows the edits of a trace.
type editCheck struct {
	tr      *trace
	primary *autoscalingv2.HorizontalPodAutoscaler
	exists  bool
}

func (c *editCheck) check(where string, ed jsonEdit) {
	existed := c.exists
	switch ed.What {
	case whatEdited, whatCreated:
		if h := c.tr.hpa(where+" "+ed.What, ed.HPA); h != nil && c.primary != nil && (h.Name != c.primary.Name || h.Namespace != c.primary.Namespace) {
			c.tr.bad("%s: the name of the HPA changes", where)
		}
		c.exists = true
	case whatDeleted:
		c.exists = false
	case whatNoticed, whatRestarted:
		return
	default:
		c.tr.bad("%s: unknown edit %q", where, ed.What)
		return
	}
	if existed == (ed.What == whatCreated) {
		c.tr.bad("%s: %s, but there is %s HPA at that time", where, ed.What, map[bool]string{true: "already an", false: "no"}[existed])
	}
}

// hpa reads a manifest.
func (tr *trace) hpa(where string, b json.RawMessage) *autoscalingv2.HorizontalPodAutoscaler {
	if b == nil {
		tr.bad("%s: no HPA", where)
		return nil
	}
	if err := yaml.Unmarshal(b, &autoscalingv2.HorizontalPodAutoscaler{}); err != nil {
		tr.bad("%s: %v", where, err)
		return nil
	}
	h := parseHPA(string(b))
	for i, m := range h.Spec.Metrics {
		if tr.crashes(m) {
			tr.bad("%s: metrics[%d] makes the controller panic (its source or its averageValue is missing)", where, i)
		}
	}
	return h
}

// crashes tells of a metric that no API server would admit and upstream takes no
// precaution against.
func (tr *trace) crashes(m autoscalingv2.MetricSpec) bool {
	switch m.Type {
	case autoscalingv2.ObjectMetricSourceType:
		return m.Object == nil
	case autoscalingv2.PodsMetricSourceType:
		return m.Pods == nil || m.Pods.Target.AverageValue == nil
	case autoscalingv2.ResourceMetricSourceType:
		return m.Resource == nil
	case autoscalingv2.ContainerResourceMetricSourceType:
		enabled, set := tr.Gates["HPAContainerMetrics"]
		return m.ContainerResource == nil && (enabled || !set) // with the gate off the source is dropped
	case autoscalingv2.ExternalMetricSourceType:
		return m.External == nil
	}
	return false
}

func (tr *trace) quantity(where, q string) {
	if _, err := resource.ParseQuantity(q); err != nil {
		tr.bad("%s: %q: %v", where, q, err)
	}
}

func orNull(b json.RawMessage) json.RawMessage {
	if b == nil {
		return json.RawMessage("null")
	}
	return b
}

// strict refuses fields that it does not know.
func strict(b []byte, v any) error {
	d := json.NewDecoder(bytes.NewReader(b))
	d.DisallowUnknownFields()
	return d.Decode(v)
}

// generic reads JSON of any shape; nil when it is none.
func generic(b []byte) (v any) {
	_ = json.Unmarshal(b, &v)
	return v
}

// scenario is what the trace gives to the controller.
func (tr *trace) scenario(name string) *Scenario {
	m := tr.Manager
	sc := &Scenario{Name: name, Manifest: string(tr.Manifest), Gates: tr.Gates, InitialStatus: string(tr.InitialStatus), Start: tr.start,
		Flags: &Flags{m.SyncPeriod, m.Downscale, m.CPUInit, m.ReadyDelay, m.Tolerance}, Templates: map[string]Template{}}
	for k, t := range tr.Templates {
		sc.Templates[k] = decodeTemplate(t)
	}
	for i, s := range tr.steps {
		for _, ed := range s.Edits {
			x := Edit{At: ed.T, Step: i}
			switch ed.What {
			case whatEdited:
				x.Manifest = string(ed.HPA)
			case whatCreated:
				x.Create = string(ed.HPA)
			case whatDeleted:
				x.Delete = true
			case whatRestarted:
				x.Restart = true
			case whatNoticed: // the controller does that by itself
				continue
			}
			sc.Edits = append(sc.Edits, x)
		}
	}
	sc.MaxT = tr.steps[len(tr.steps)-1].T + 1
	return sc
}
