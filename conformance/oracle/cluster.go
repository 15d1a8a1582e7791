package oracle

import (
	"errors"
	"strconv"

	k8serrors "k8s.io/apimachinery/pkg/api/errors"
	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"
	"k8s.io/apimachinery/pkg/runtime/schema"
)

// Container is what the controller reads of a container: its requests.
type Container struct {
	Name          string
	Requests      map[string]string
	RestartPolicy string // init containers only
}

// Template is a pod template: what the controller reads of a pod's spec, and its labels.
type Template struct {
	Labels         map[string]string
	Containers     []Container
	InitContainers []Container
	PodRequests    map[string]string // pod-level resources.requests
}

// Pod times are whole seconds since the start of the trace.
type Pod struct {
	Name     string
	Template string
	Phase    string
	Start    *int64 // status.startTime
	Ready    string // status of the Ready condition; "" when there is no such condition
	ReadyAt  int64  // its lastTransitionTime
	Deleted  *int64 // metadata.deletionTimestamp
}

// APIError is an error that an API answers. Unless it is Whole, upstream's own
// constructor for the reason puts the words around Text.
type APIError struct {
	Reason string // "", NotFound, Conflict, Forbidden, ServiceUnavailable
	Text   string
	Whole  bool // Text is all that Error() says
}

func (e *APIError) err() error {
	if e.Whole && e.Reason != "" {
		return &k8serrors.StatusError{ErrStatus: metav1.Status{Status: metav1.StatusFailure, Reason: metav1.StatusReason(e.Reason), Message: e.Text}}
	}
	deployments := schema.GroupResource{Group: "apps", Resource: "deployments"}
	plain := errors.New(e.Text)
	switch e.Reason {
	case "NotFound":
		return k8serrors.NewNotFound(deployments, e.Text)
	case "Conflict":
		return k8serrors.NewConflict(deployments, "web", plain)
	case "Forbidden":
		return k8serrors.NewForbidden(deployments, "web", plain)
	case "ServiceUnavailable":
		return k8serrors.NewServiceUnavailable(e.Text)
	default:
		return plain
	}
}

// Usage is what the resource metrics API says of one container.
type Usage struct {
	Container string
	CPU, Mem  string // "" when the metrics API does not report it
}

// Sample is what the resource metrics API says of one pod.
type Sample struct {
	Pod        string
	At         int64 // timestamp, seconds since start
	Window     int64 // seconds
	Containers []Usage
}

// PodValue is the value of a custom metric for one pod.
type PodValue struct {
	Pod, Value string
	At         int64
	Window     *int64
}

// CustomPods, ObjectValue and ExternalValues are answers of the custom and the
// external metrics API: an error or values.
type CustomPods struct {
	Err   *APIError
	Items []PodValue
}

type ObjectValue struct {
	Err   *APIError
	Value string
}

type ExternalValues struct {
	Err    *APIError
	Values []string
}

// Answers are what the metrics APIs say when they are asked.
type Answers struct {
	Samples   []Sample
	ResErr    *APIError
	NoSamples bool                       // a replayed trace says nothing about resource metrics
	CPods     map[string]*CustomPods     // key metric|selector
	CObjs     map[string]*ObjectValue    // key Kind/name|metric|selector
	Ext       map[string]*ExternalValues // key metric|selector
}

func noAnswers() Answers {
	return Answers{CPods: map[string]*CustomPods{}, CObjs: map[string]*ObjectValue{}, Ext: map[string]*ExternalValues{}}
}

// Cluster is the state the controller sees; a scenario changes it before each reconcile.
type Cluster struct {
	T            float64 // seconds since start, of the reconcile about to run
	K            int     // its number, from 0
	Spec, Status int32
	Selector     string
	GetErr       *APIError   // every GET of scale fails
	RetryGetErr  *APIError   // GETs after the first UPDATE fail
	UpdateErrs   []*APIError // consumed by UPDATE calls, nil = succeeds
	StatusErr    *APIError   // the HPA status update fails
	Pods         []Pod
	Answers
	LastUpdate    *int32 // scale written by the previous reconcile
	StatusFollows bool   // status.replicas := spec before each reconcile
	Template      string // of the pods that ReadyPods and pod make
	updateCalls   int    // UPDATEs of the scale in this reconcile
}

// seconds is an optional instant or duration, given.
func seconds(v int64) *int64 { return &v }

// podName is the name that traces shorten to its number.
func podName(i int) string { return "web-" + strconv.Itoa(i) }

// ReadyPods makes n long-running ready pods.
func (c *Cluster) ReadyPods(n int) {
	c.Pods = nil
	for i := 0; i < n; i++ {
		c.Pods = append(c.Pods, Pod{Name: podName(i), Template: c.Template, Phase: "Running", Start: seconds(-3600), Ready: "True", ReadyAt: -3590})
	}
}

// CPU gives every pod the same cpu usage (container "app"), measured just now.
func (c *Cluster) CPU(use string) {
	c.Samples = nil
	for _, p := range c.Pods {
		c.Samples = append(c.Samples, Sample{p.Name, int64(c.T) - 5, 15, []Usage{{"app", use, ""}}})
	}
}

// CPUs gives pod i the i-th cpu usage; "" = no sample for that pod.
func (c *Cluster) CPUs(use ...string) {
	c.Samples = nil
	for i, u := range use {
		if u != "" {
			c.Samples = append(c.Samples, Sample{podName(i), int64(c.T) - 5, 15, []Usage{{"app", u, ""}}})
		}
	}
}

// Mem gives every pod the same memory usage.
func (c *Cluster) Mem(use string) {
	c.Samples = nil
	for _, p := range c.Pods {
		c.Samples = append(c.Samples, Sample{p.Name, int64(c.T) - 5, 15, []Usage{{"app", "10m", use}}})
	}
}

// Mems gives pod i the i-th memory usage; "" = no sample for that pod.
func (c *Cluster) Mems(use ...string) {
	c.Samples = nil
	for i, u := range use {
		if u != "" {
			c.Samples = append(c.Samples, Sample{podName(i), int64(c.T) - 5, 15, []Usage{{"app", "10m", u}}})
		}
	}
}

// PodMetric gives every pod the same value of a custom metric.
func (c *Cluster) PodMetric(metric, value string) {
	m := &CustomPods{}
	for _, p := range c.Pods {
		m.Items = append(m.Items, PodValue{Pod: p.Name, Value: value, At: int64(c.T)})
	}
	c.CPods[metric+"|"] = m
}

// PodMetrics gives pod i the i-th value; "" = none for that pod.
func (c *Cluster) PodMetrics(metric string, values ...string) {
	m := &CustomPods{}
	for i, v := range values {
		if v != "" {
			m.Items = append(m.Items, PodValue{Pod: podName(i), Value: v, At: int64(c.T)})
		}
	}
	c.CPods[metric+"|"] = m
}

// Object sets the value of a metric of an object, "Kind/name".
func (c *Cluster) Object(kindName, metric, value string) {
	c.CObjs[kindName+"|"+metric+"|"] = &ObjectValue{Value: value}
}

// External sets the series of an external metric.
func (c *Cluster) External(metric string, values ...string) {
	c.Ext[metric+"|"] = &ExternalValues{Values: values}
}

// pod makes pod i with times relative to the reconcile: started start seconds
// ago, Ready condition status changed readyAgo seconds ago.
func (c *Cluster) pod(i int, phase string, startAgo int64, ready string, readyAgo int64) *Pod {
	t := int64(c.T)
	c.Pods = append(c.Pods, Pod{Name: podName(i), Template: c.Template, Phase: phase, Start: seconds(t - startAgo), Ready: ready, ReadyAt: t - readyAgo})
	return &c.Pods[len(c.Pods)-1]
}
