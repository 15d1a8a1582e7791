package oracle

// The trace format: one JSON object a file, one step a line. What the fields
// mean stands in conformance/README.md. The order of the fields here is
// their order in the files, which a change must keep byte for byte.

import (
	"encoding/json"
	"strings"
)

// jsonScale is what the scale API answers.
type jsonScale struct {
	Spec            int32       `json:"specReplicas"`
	Status          int32       `json:"statusReplicas"`
	Selector        string      `json:"selector"`
	GetErr          *jsonError  `json:"getError,omitempty"`
	RetryGetErr     *jsonError  `json:"retryGetError,omitempty"`
	UpdateErrs      []jsonError `json:"updateErrors,omitempty"`
	StatusUpdateErr *jsonError  `json:"statusUpdateError,omitempty"`
}

type jsonError struct {
	Reason string `json:"reason,omitempty"`
	Text   string `json:"error"`
}

// jsonCustom is a question to the custom metrics API and its answer.
type jsonCustom struct {
	Object   string         `json:"object"`
	Metric   string         `json:"metric"`
	Selector string         `json:"metricSelector,omitempty"`
	Err      string         `json:"error,omitempty"`
	Value    string         `json:"value,omitempty"`
	Items    []jsonPodValue `json:"items,omitempty"`
}

// jsonExternal is a question to the external metrics API and its answer.
type jsonExternal struct {
	Metric   string   `json:"metric"`
	Selector string   `json:"metricSelector,omitempty"`
	Err      string   `json:"error,omitempty"`
	Values   []string `json:"values,omitempty"`
}

// jsonMetrics are the answers to the questions asked in one reconcile.
type jsonMetrics struct {
	Resource json.RawMessage `json:"resource,omitempty"` // jsonError or jsonResource
	Custom   []jsonCustom    `json:"custom,omitempty"`
	External []jsonExternal  `json:"external,omitempty"`
}

type jsonEvent struct {
	Type    string `json:"type"`
	Reason  string `json:"reason"`
	Message string `json:"message"`
}

// jsonEdit is something that happened since the previous step.
type jsonEdit struct {
	T       float64         `json:"t"`
	What    string          `json:"what"`
	Invalid []string        `json:"admissionErrors,omitempty"`
	HPA     json.RawMessage `json:"hpa,omitempty"`
}

// jsonOut is what the controller did in one reconcile.
type jsonOut struct {
	ScaleUpdate  *int32          `json:"scaleUpdate"`
	UpdateCalls  int             `json:"scaleUpdateCalls,omitempty"`
	StatusWrites int             `json:"statusWrites"`
	Status       json.RawMessage `json:"status,omitempty"`
	Events       []jsonEvent     `json:"events,omitempty"`
	Errors       []string        `json:"errors,omitempty"`
}

// jsonStep is one reconcile: its inputs and what came of it.
type jsonStep struct {
	T       float64      `json:"t"`
	TEnd    *float64     `json:"tEnd,omitempty"`
	Edits   []jsonEdit   `json:"edits,omitempty"`
	Others  *[]jsonOther `json:"otherHPAs,omitempty"`
	Scale   *jsonScale   `json:"scale,omitempty"`
	Pods    *[]jsonPod   `json:"pods,omitempty"`
	Metrics *jsonMetrics `json:"metrics,omitempty"`
	Out     jsonOut      `json:"out"`
}

// jsonOther is another HPA that the controller remembers.
type jsonOther struct {
	Name     string `json:"name"`
	Selector string `json:"selector"`
}

// jsonManager are the flags of kube-controller-manager.
type jsonManager struct {
	SyncPeriod int64   `json:"syncPeriodSeconds"`
	Downscale  int64   `json:"downscaleStabilizationSeconds"`
	Tolerance  float64 `json:"tolerance"`
	CPUInit    int64   `json:"cpuInitializationPeriodSeconds"`
	ReadyDelay int64   `json:"initialReadinessDelaySeconds"`
}

// jsonQuestion is a question to a metrics API that a trace has no answer to.
type jsonQuestion struct {
	Object   string `json:"object,omitempty"`
	Metric   string `json:"metric"`
	Selector string `json:"metricSelector,omitempty"`
}

type jsonContainer struct {
	Name          string            `json:"name"`
	RestartPolicy string            `json:"restartPolicy,omitempty"`
	Requests      map[string]string `json:"requests,omitempty"`
}

type jsonTemplate struct {
	Labels         map[string]string `json:"labels"`
	Containers     []jsonContainer   `json:"containers"`
	InitContainers []jsonContainer   `json:"initContainers,omitempty"`
	PodRequests    map[string]string `json:"podRequests,omitempty"`
}

// jsonNames names pods: "pods" is a range list ("0-3,7" means web-0..web-3 and web-7), or
// "names" lists other names.
type jsonNames struct {
	Pods  string   `json:"pods,omitempty"`
	Names []string `json:"names,omitempty"`
}

// jsonPod is a group of pods that are alike.
type jsonPod struct {
	jsonNames
	Template string `json:"tpl"`
	Phase    string `json:"phase"`
	Start    *int64 `json:"start,omitempty"`
	Ready    string `json:"ready,omitempty"`
	ReadyAt  *int64 `json:"readyAt,omitempty"`
	Deleted  *int64 `json:"deleted,omitempty"`
}

type jsonUsage struct {
	CPU string `json:"cpu,omitempty"`
	Mem string `json:"memory,omitempty"`
}

// jsonSample is a group of equal samples of the resource metrics API.
type jsonSample struct {
	jsonNames
	At         *int64               `json:"timestamp,omitempty"`
	Window     *int64               `json:"window,omitempty"`
	Containers map[string]jsonUsage `json:"containers"`
}

// jsonResource is an answer of the resource metrics API. timestamp and window hold
// for every item that has none of its own.
type jsonResource struct {
	At     int64        `json:"timestamp"`
	Window int64        `json:"window"`
	Items  []jsonSample `json:"items"`
}

// jsonPodValue is a group of pods with the same value of a custom metric.
type jsonPodValue struct {
	jsonNames
	Value string `json:"value"`
}

// encodeJSON writes a value on one line, without escaping < and >.
func encodeJSON(v any) string {
	var sb strings.Builder
	enc := json.NewEncoder(&sb)
	enc.SetEscapeHTML(false)
	if err := enc.Encode(v); err != nil {
		panic(err)
	}
	return strings.TrimSuffix(sb.String(), "\n")
}

// mustJSON writes a value for comparison with another.
func mustJSON(v any) string {
	b, err := json.Marshal(v)
	if err != nil {
		panic(err)
	}
	return string(b)
}
