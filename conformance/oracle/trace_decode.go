package oracle

import (
	"encoding/json"
	"sort"
	"strconv"
	"strings"

	"k8s.io/apimachinery/pkg/labels"
)

// decodeNames lists the names of a group.
func (tr *trace) decodeNames(where string, n jsonNames) []string {
	out := n.Names
	for _, part := range strings.Split(n.Pods, ",") {
		if n.Pods == "" {
			break
		}
		a, b, ok := strings.Cut(part, "-")
		if !ok {
			b = a
		}
		from, err := strconv.Atoi(a)
		to, err2 := strconv.Atoi(b)
		if err != nil || err2 != nil {
			tr.bad("%s: pods %q", where, n.Pods)
			return nil
		}
		for ; from <= to; from++ {
			out = append(out, podName(from))
		}
	}
	return out
}

// decodePods lists the pods of all groups.
func (tr *trace) decodePods(where string, groups []jsonPod) []Pod {
	out := []Pod{}
	for _, g := range groups {
		p := Pod{Template: g.Template, Phase: g.Phase, Start: g.Start, Ready: g.Ready, Deleted: g.Deleted}
		if _, ok := tr.Templates[g.Template]; !ok {
			tr.bad("%s: no pod template %q", where, g.Template)
		}
		if g.ReadyAt != nil {
			p.ReadyAt = *g.ReadyAt
		} else if g.Ready != "" {
			tr.bad("%s: pods with ready but without readyAt", where)
		}
		for _, p.Name = range tr.decodeNames(where, g.jsonNames) {
			out = append(out, p)
		}
	}
	return out
}

// decodeError is the error that a trace gives, whose text is whole.
func decodeError(x *jsonError) *APIError {
	if x == nil || x.Text == "" {
		return nil
	}
	return &APIError{Reason: x.Reason, Text: x.Text, Whole: true}
}

// canonical is a selector as the controller's question will have it.
func canonical(selector string) string {
	if s, err := labels.Parse(selector); err == nil {
		return s.String()
	}
	return selector
}

// decodeMetrics collects what the metrics APIs answer in a step.
func (tr *trace) decodeMetrics(where string, m *jsonMetrics) Answers {
	a := noAnswers()
	a.NoSamples = m.Resource == nil
	tr.decodeResource(where+" metrics.resource", m.Resource, &a)
	for _, c := range m.Custom {
		tr.decodeCustom(where+" metrics.custom ", c, &a)
	}
	for _, x := range m.External {
		for _, q := range x.Values {
			tr.quantity(where+" metrics.external "+x.Metric, q)
		}
		a.Ext[x.Metric+"|"+canonical(x.Selector)] = &ExternalValues{decodeError(&jsonError{Text: x.Err}), x.Values}
	}
	return a
}

func (tr *trace) decodeResource(where string, b json.RawMessage, a *Answers) {
	var res struct {
		Err string `json:"error"`
		jsonResource
	}
	if err := strict(orNull(b), &res); err != nil {
		tr.bad("%s: %v", where, err)
	}
	a.ResErr = decodeError(&jsonError{Text: res.Err})
	for _, g := range res.Items {
		s := Sample{At: res.At, Window: res.Window}
		if g.At != nil {
			s.At = *g.At
		}
		if g.Window != nil {
			s.Window = *g.Window
		}
		for name, u := range g.Containers {
			for _, q := range []string{u.CPU, u.Mem} {
				if q != "" {
					tr.quantity(where, q)
				}
			}
			s.Containers = append(s.Containers, Usage{name, u.CPU, u.Mem})
		}
		sort.Slice(s.Containers, func(i, j int) bool { return s.Containers[i].Container < s.Containers[j].Container })
		for _, s.Pod = range tr.decodeNames(where, g.jsonNames) {
			a.Samples = append(a.Samples, s)
		}
	}
}

func (tr *trace) decodeCustom(where string, c jsonCustom, a *Answers) {
	key, err := c.Metric+"|"+canonical(c.Selector), decodeError(&jsonError{Text: c.Err})
	if c.Object != "Pod" {
		if err == nil {
			tr.quantity(where+c.Object, c.Value)
		}
		a.CObjs[c.Object+"|"+key] = &ObjectValue{err, c.Value}
		return
	}
	v := &CustomPods{Err: err}
	for _, i := range c.Items {
		tr.quantity(where+c.Metric, i.Value)
		for _, name := range tr.decodeNames(where+c.Metric, i.jsonNames) {
			v.Items = append(v.Items, PodValue{Pod: name, Value: i.Value})
		}
	}
	a.CPods[key] = v
}

func decodeTemplate(t jsonTemplate) Template {
	cs := func(in []jsonContainer) (out []Container) {
		for _, c := range in {
			out = append(out, Container{c.Name, c.Requests, c.RestartPolicy})
		}
		return
	}
	return Template{t.Labels, cs(t.Containers), cs(t.InitContainers), t.PodRequests}
}
