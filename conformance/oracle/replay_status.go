package oracle

import (
	"encoding/json"
	"strings"

	autoscalingv2 "k8s.io/api/autoscaling/v2"
)

// A status is that of an HPA as the patches of a trace have made it.
type status struct {
	fields map[string]any
	conds  []any
}

func statusOf(h *autoscalingv2.HorizontalPodAutoscaler) (s status) {
	s.patch(json.RawMessage(mustJSON(h.Status)))
	return s
}

// condType is the type of a condition.
func condType(c any) string {
	m, _ := c.(map[string]any)
	t, _ := m["type"].(string)
	return t
}

// patch adds what a step says about the status.
func (s *status) patch(b json.RawMessage) {
	p, _ := generic(b).(map[string]any)
	if s.fields == nil {
		s.fields = map[string]any{}
	}
	for k, v := range p {
		items, _ := list(v)
		switch k {
		case "conditionsRemoved":
			for _, name := range items {
				for i, c := range s.conds {
					if condType(c) == name {
						s.conds = append(s.conds[:i:i], s.conds[i+1:]...)
						break
					}
				}
			}
		case "conditions":
			for _, c := range items {
				s.merge(c)
			}
		default:
			s.fields[k] = v
		}
	}
}

// merge replaces a condition of the same type or appends a new one.
func (s *status) merge(c any) {
	for i, old := range s.conds {
		if condType(old) == condType(c) {
			s.conds[i] = c
			return
		}
	}
	s.conds = append(s.conds, c)
}

// view is the status with the conditions by type, and their order.
func (s *status) view() (view map[string]any, order string) {
	view = map[string]any{}
	for k, v := range s.fields {
		view[k] = v
	}
	conds := map[string]any{}
	var types []string
	for _, c := range s.conds {
		types = append(types, condType(c))
		conds[condType(c)] = c
	}
	view["conditions"] = conds
	return view, strings.Join(types, ",")
}
