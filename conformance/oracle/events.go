package oracle

import (
	"fmt"
	"sort"
	"strings"
	"time"

	autoscalingv2 "k8s.io/api/autoscaling/v2"
	"k8s.io/apimachinery/pkg/runtime"
	"k8s.io/client-go/tools/record"
)

// recorder takes the events as the controller emits them, before the correlator
// that would merge repeated ones.
type recorder struct{ e *env }

var _ record.EventRecorder = recorder{}

func (r recorder) Event(object runtime.Object, eventtype, reason, message string) {
	h, ok := object.(*autoscalingv2.HorizontalPodAutoscaler)
	if !ok || h.Name != r.e.name || !r.e.live {
		return
	}
	r.e.lastAction = time.Now()
	r.e.step.Out.Events = append(r.e.step.Out.Events, jsonEvent{eventtype, reason, normalise(message)})
}

func (r recorder) Eventf(object runtime.Object, eventtype, reason, messageFmt string, args ...interface{}) {
	r.Event(object, eventtype, reason, fmt.Sprintf(messageFmt, args...))
}

func (r recorder) AnnotatedEventf(object runtime.Object, _ map[string]string, eventtype, reason, messageFmt string, args ...interface{}) {
	r.Eventf(object, eventtype, reason, messageFmt, args...)
}

// normalise sorts the list of HPAs in the AmbiguousSelector message, which
// upstream prints in Go map order.
func normalise(s string) string {
	if !strings.Contains(s, "are controlled by") {
		return s
	}
	i := strings.LastIndex(s, "[")
	j := strings.LastIndex(s, "]")
	if i < 0 || j < i {
		return s
	}
	open, sep, end := "[", " ", "]"
	if strings.HasPrefix(s[i:], "[{") { // the older of two forms
		open, sep, end = "[{", "} {", "}]"
	}
	parts := strings.Split(strings.TrimSuffix(strings.TrimPrefix(s[i:j+1], open), end), sep)
	sort.Strings(parts)
	return s[:i] + open + strings.Join(parts, sep) + end + s[j+1:]
}

// onError takes an error that upstream hands to its error log.
func (e *env) onError(err error) {
	if e.live && err != nil {
		e.step.Out.Errors = append(e.step.Out.Errors, normalise(err.Error()))
	}
}
