package oracle

import (
	"context"
	"encoding/json"
	"strings"
	"time"

	v1 "k8s.io/api/core/v1"
	"k8s.io/apimachinery/pkg/api/resource"
	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"
	"k8s.io/apimachinery/pkg/labels"
	"k8s.io/apimachinery/pkg/runtime/schema"
	cmapi "k8s.io/metrics/pkg/apis/custom_metrics/v1beta2"
	emapi "k8s.io/metrics/pkg/apis/external_metrics/v1beta1"
	metricsapi "k8s.io/metrics/pkg/apis/metrics/v1beta1"
	metricsclient "k8s.io/metrics/pkg/client/clientset/versioned/typed/metrics/v1beta1"
	"k8s.io/metrics/pkg/client/custom_metrics"
	"k8s.io/metrics/pkg/client/external_metrics"
)

// resourceClient is the resource metrics API. It answers the samples of the step
// as they are: upstream's fake client would choose among them by labels, which
// the trace would not show.
type resourceClient struct{ e *env }

func (c resourceClient) PodMetricses(string) metricsclient.PodMetricsInterface {
	return resourceIface{e: c.e}
}

type resourceIface struct {
	metricsclient.PodMetricsInterface // what the controller never calls
	e                                 *env
}

func (c resourceIface) List(context.Context, metav1.ListOptions) (*metricsapi.PodMetricsList, error) {
	e := c.e
	if !e.live {
		return &metricsapi.PodMetricsList{}, nil
	}
	if e.cluster.NoSamples {
		e.cluster.ResErr = e.noAnswer(jsonQuestion{Metric: "resource metrics"}, "")
	}
	if e.cluster.ResErr != nil {
		err := e.cluster.ResErr.err()
		e.metricsAnswers().Resource = json.RawMessage(encodeJSON(jsonError{Text: err.Error()}))
		return nil, err
	}
	e.metricsAnswers().Resource = json.RawMessage(encodeJSON(encodeSamples(e.cluster.Samples)))
	return e.podMetricsList(e.cluster.Samples), nil
}

func (e *env) podMetricsList(samples []Sample) *metricsapi.PodMetricsList {
	list := &metricsapi.PodMetricsList{}
	for _, s := range samples {
		pm := metricsapi.PodMetrics{
			ObjectMeta: metav1.ObjectMeta{Name: s.Pod, Namespace: e.ns},
			Timestamp:  e.at(s.At),
			Window:     metav1.Duration{Duration: time.Duration(s.Window) * time.Second},
		}
		for _, u := range s.Containers {
			cm := metricsapi.ContainerMetrics{Name: u.Container, Usage: v1.ResourceList{}}
			if u.CPU != "" {
				cm.Usage[v1.ResourceCPU] = resource.MustParse(u.CPU)
			}
			if u.Mem != "" {
				cm.Usage[v1.ResourceMemory] = resource.MustParse(u.Mem)
			}
			pm.Containers = append(pm.Containers, cm)
		}
		list.Items = append(list.Items, pm)
	}
	return list
}

// customClient is the custom metrics API.
type customClient struct{ e *env }

func (c customClient) RootScopedMetrics() custom_metrics.MetricsInterface { return customIface{c.e} }
func (c customClient) NamespacedMetrics(string) custom_metrics.MetricsInterface {
	return customIface{c.e}
}

type customIface struct{ e *env }

// metricsAnswers are those that the step has recorded so far.
func (e *env) metricsAnswers() *jsonMetrics {
	if e.step.Metrics == nil {
		e.step.Metrics = &jsonMetrics{}
	}
	return e.step.Metrics
}

// noAnswer is the answer to a question that the scenario says nothing about:
// the text, but in a replay a mismatch.
func (e *env) noAnswer(q jsonQuestion, text string) *APIError {
	if r := e.scenario.Replay; r != nil {
		if e.once("?" + mustJSON(q)) {
			r.unanswered(q)
		}
		text = "the trace has no answer to this question"
	}
	return &APIError{Text: text}
}

func (c customIface) GetForObject(gk schema.GroupKind, name, metric string, sel labels.Selector) (*cmapi.MetricValue, error) {
	e := c.e
	obj := gk.Kind + "/" + name
	v := e.cluster.CObjs[obj+"|"+metric+"|"+sel.String()]
	if v == nil {
		v = &ObjectValue{Err: e.noAnswer(jsonQuestion{obj, metric, sel.String()}, "the server could not find the metric "+metric+" for "+strings.ToLower(gk.String())+" "+name)}
	}
	j := jsonCustom{Object: obj, Metric: metric, Selector: sel.String(), Value: v.Value}
	var err error
	if v.Err != nil {
		err = v.Err.err()
		j.Err, j.Value = err.Error(), ""
	}
	if e.live && e.once("o"+mustJSON(j)) {
		e.metricsAnswers().Custom = append(e.metricsAnswers().Custom, j)
	}
	if err != nil {
		return nil, err
	}
	return &cmapi.MetricValue{Metric: cmapi.MetricIdentifier{Name: metric}, Timestamp: metav1.Now(), Value: resource.MustParse(v.Value)}, nil
}

func (c customIface) GetForObjects(gk schema.GroupKind, podSel labels.Selector, metric string, sel labels.Selector) (*cmapi.MetricValueList, error) {
	e := c.e
	v := e.cluster.CPods[metric+"|"+sel.String()]
	if v == nil {
		v = &CustomPods{Err: e.noAnswer(jsonQuestion{"Pod", metric, sel.String()}, "the server could not find the metric "+metric+" for pods")}
	}
	j := jsonCustom{Object: "Pod", Metric: metric, Selector: sel.String(), Items: encodePodValues(v.Items)}
	var err error
	if v.Err != nil {
		err = v.Err.err()
		j.Err, j.Items = err.Error(), nil
	}
	if e.live && e.once("p"+mustJSON(j)) {
		e.metricsAnswers().Custom = append(e.metricsAnswers().Custom, j)
	}
	if err != nil {
		return nil, err
	}
	list := &cmapi.MetricValueList{}
	for _, i := range v.Items {
		list.Items = append(list.Items, cmapi.MetricValue{
			DescribedObject: v1.ObjectReference{Kind: "Pod", Name: i.Pod, Namespace: e.ns},
			Metric:          cmapi.MetricIdentifier{Name: metric}, Timestamp: e.at(i.At), WindowSeconds: i.Window, Value: resource.MustParse(i.Value)})
	}
	return list, nil
}

// externalClient is the external metrics API.
type externalClient struct{ e *env }

func (c externalClient) NamespacedMetrics(string) external_metrics.MetricsInterface {
	return externalIface{c.e}
}

type externalIface struct{ e *env }

func (c externalIface) List(metric string, sel labels.Selector) (*emapi.ExternalMetricValueList, error) {
	e := c.e
	v := e.cluster.Ext[metric+"|"+sel.String()]
	if v == nil {
		v = &ExternalValues{Err: e.noAnswer(jsonQuestion{"", metric, sel.String()}, "the server could not find the requested resource (get "+metric+".external.metrics.k8s.io)")}
	}
	j := jsonExternal{Metric: metric, Selector: sel.String(), Values: v.Values}
	var err error
	if v.Err != nil {
		err = v.Err.err()
		j.Err, j.Values = err.Error(), nil
	}
	if e.live && e.once("e"+mustJSON(j)) {
		e.metricsAnswers().External = append(e.metricsAnswers().External, j)
	}
	if err != nil {
		return nil, err
	}
	list := &emapi.ExternalMetricValueList{}
	for _, x := range v.Values {
		list.Items = append(list.Items, emapi.ExternalMetricValue{MetricName: metric, Timestamp: metav1.Now(), Value: resource.MustParse(x)})
	}
	return list, nil
}
