package oracle

import (
	"encoding/json"
	"fmt"
	"sort"
	"strconv"
	"strings"
	"time"

	"sigs.k8s.io/yaml"
)

func encodeTemplate(t Template) jsonTemplate {
	cs := func(in []Container) (out []jsonContainer) {
		for _, c := range in {
			out = append(out, jsonContainer{c.Name, c.RestartPolicy, c.Requests})
		}
		return
	}
	return jsonTemplate{t.Labels, cs(t.Containers), cs(t.InitContainers), t.PodRequests}
}

// encodeNames shortens names of the form web-<n> to a list of ranges.
func encodeNames(names []string) jsonNames {
	var idx []int
	for _, n := range names {
		i, err := strconv.Atoi(strings.TrimPrefix(n, "web-"))
		if err != nil || !strings.HasPrefix(n, "web-") || podName(i) != n {
			return jsonNames{Names: names}
		}
		idx = append(idx, i)
	}
	sort.Ints(idx)
	var parts []string
	for i := 0; i < len(idx); {
		j := i
		for j+1 < len(idx) && idx[j+1] == idx[j]+1 {
			j++
		}
		if i == j {
			parts = append(parts, strconv.Itoa(idx[i]))
		} else {
			parts = append(parts, fmt.Sprintf("%d-%d", idx[i], idx[j]))
		}
		i = j + 1
	}
	return jsonNames{Pods: strings.Join(parts, ",")}
}

// group collects names by equal key, in order of first appearance.
func group(n int, name func(int) string, key func(int) string) (first []int, names []jsonNames) {
	at := map[string]int{}
	var lists [][]string
	for i := 0; i < n; i++ {
		k := key(i)
		g, ok := at[k]
		if !ok {
			g = len(lists)
			at[k] = g
			lists = append(lists, nil)
			first = append(first, i)
		}
		lists[g] = append(lists[g], name(i))
	}
	for _, l := range lists {
		names = append(names, encodeNames(l))
	}
	return
}

// encodePods groups pods that differ in nothing but the name.
func encodePods(pods []Pod) []jsonPod {
	enc := func(p Pod) jsonPod {
		o := jsonPod{Template: p.Template, Phase: p.Phase, Start: p.Start, Ready: p.Ready, Deleted: p.Deleted}
		if p.Ready != "" {
			o.ReadyAt = seconds(p.ReadyAt)
		}
		return o
	}
	first, names := group(len(pods), func(i int) string { return pods[i].Name }, func(i int) string { return mustJSON(enc(pods[i])) })
	out := []jsonPod{}
	for g, i := range first {
		o := enc(pods[i])
		o.jsonNames = names[g]
		out = append(out, o)
	}
	return out
}

// encodeSamples groups samples; the first one gives the common time and window.
func encodeSamples(s []Sample) jsonResource {
	res := jsonResource{Items: []jsonSample{}}
	if len(s) > 0 {
		res.At, res.Window = s[0].At, s[0].Window
	}
	enc := func(x Sample) jsonSample {
		o := jsonSample{Containers: map[string]jsonUsage{}}
		if x.At != res.At {
			o.At = seconds(x.At)
		}
		if x.Window != res.Window {
			o.Window = seconds(x.Window)
		}
		for _, u := range x.Containers {
			o.Containers[u.Container] = jsonUsage{u.CPU, u.Mem}
		}
		return o
	}
	first, names := group(len(s), func(i int) string { return s[i].Pod }, func(i int) string { return mustJSON(enc(s[i])) })
	for g, i := range first {
		o := enc(s[i])
		o.jsonNames = names[g]
		res.Items = append(res.Items, o)
	}
	return res
}

func encodePodValues(s []PodValue) []jsonPodValue {
	first, names := group(len(s), func(i int) string { return s[i].Pod }, func(i int) string { return s[i].Value })
	out := []jsonPodValue{}
	for g, i := range first {
		out = append(out, jsonPodValue{names[g], s[i].Value})
	}
	return out
}

// encode writes the trace of a run: a line a field, then a line a step.
func (e *env) encode(defaulted json.RawMessage, errs []string) []byte {
	sc := e.scenario
	var b strings.Builder
	b.WriteString("{\n")
	field := func(name string, v any) {
		var raw string
		if r, ok := v.(json.RawMessage); ok {
			raw = string(r)
		} else {
			raw = encodeJSON(v)
		}
		fmt.Fprintf(&b, "%q: %s,\n", name, raw)
	}
	field("name", sc.Name)
	field("about", sc.About)
	field("kubernetes", *flagMinor)
	field("featureGates", unusual(sc.Gates))
	field("controllerManager", jsonManager{e.flags.SyncPeriod, e.flags.Downscale, e.flags.Tolerance, e.flags.CPUInit, e.flags.ReadyDelay})
	var m any
	_ = yaml.Unmarshal([]byte(sc.Manifest), &m)
	field("manifest", m)
	if len(errs) > 0 {
		field("admissionErrors", errs)
	}
	field("hpa", defaulted)
	if sc.InitialStatus != "" {
		field("initialStatus", json.RawMessage(sc.InitialStatus))
	}
	tpls := map[string]jsonTemplate{}
	for k, v := range sc.Templates {
		tpls[k] = encodeTemplate(v)
	}
	field("podTemplates", tpls)
	field("start", e.start.UTC().Format(time.RFC3339))
	b.WriteString("\"steps\": [\n")
	for i, s := range e.steps {
		b.WriteString(encodeJSON(s))
		if i+1 < len(e.steps) {
			b.WriteString(",")
		}
		b.WriteString("\n")
	}
	b.WriteString("]\n}\n")
	return []byte(b.String())
}
