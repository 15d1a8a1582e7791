package oracle

import (
	"fmt"
	"maps"
	"math"
	"reflect"
	"slices"
	"strings"
)

// check compares a reconcile that has ended.
func (r *replay) check(e *env) {
	want, got := r.cur, e.step
	r.gotEdits = append(r.gotEdits, got.Edits...)
	if want == nil {
		return
	}
	report := func(path string, w, g any) { r.mismatch(&want.T, path, w, g) }
	r.compareEdits(report)
	r.compareDuration(want, got, report)
	r.compareOut(want, got, report)
	r.compareStatus(report)
}

func (r *replay) compareEdits(report reportFunc) {
	for i := range r.gotEdits {
		if i < len(r.wantEdits) && near(r.gotEdits[i].T, r.wantEdits[i].T) {
			r.gotEdits[i].T = r.wantEdits[i].T
		}
	}
	diff("edits", asJSON(r.wantEdits), asJSON(r.gotEdits), report)
	r.wantEdits, r.gotEdits = nil, nil
}

// compareDuration compares how long retries took. They sleep for a random time,
// 10 to 11 ms each.
func (r *replay) compareDuration(want *step, got *jsonStep, report reportFunc) {
	took := func(s *jsonStep) float64 {
		if s.TEnd == nil {
			return 0
		}
		return *s.TEnd - s.T
	}
	w, g := took(&want.jsonStep), took(got)
	if r.tr.recorded["tEnd"] && math.Abs(w-g) >= sameTime*math.Max(1, float64(got.Out.UpdateCalls)) {
		report("tEnd", want.T+w, want.T+g)
	}
	if got.TEnd != nil {
		r.shift = got.T + g - want.T - w
	}
}

// compareOut compares everything in out but the status. Some fields count only
// if the trace has them at all.
func (r *replay) compareOut(want *step, got *jsonStep, report reportFunc) {
	have := asJSON(got.Out).(map[string]any)
	for _, k := range []string{"statusWrites", "scaleUpdateCalls", "errors"} {
		if !r.tr.recorded[k] {
			delete(have, k)
		}
	}
	said := maps.Clone(want.out)
	delete(have, "status")
	delete(said, "status")
	diff("", said, have, report)
}

// compareStatus compares the whole status, but a difference that stays is
// reported once.
func (r *replay) compareStatus(report reportFunc) {
	actual := r.realStatus()
	want, wantOrder := r.status.view()
	got, gotOrder := actual.view()
	now := map[string]string{}
	once := func(path string, w, g any) {
		now[path] = mustJSON([]any{w, g})
		if r.reported[path] != now[path] {
			report(path, w, g)
		}
	}
	diff("status", want, got, once)
	if len(now) == 0 && wantOrder != gotOrder {
		once("status.conditions (order)", wantOrder, gotOrder)
	}
	r.reported = now
}

// A reportFunc takes a difference.
type reportFunc func(path string, want, got any)

// diff reports every leaf that differs. Absent, null and an empty list are the same.
func diff(path string, want, got any, report reportFunc) {
	wm, ok1 := want.(map[string]any)
	gm, ok2 := got.(map[string]any)
	wl, ok3 := list(want)
	gl, ok4 := list(got)
	switch {
	case ok1 && ok2:
		keys := map[string]bool{}
		for _, m := range []map[string]any{wm, gm} {
			for k := range m {
				keys[k] = true
			}
		}
		for _, k := range sortedKeys(keys) {
			diff(strings.TrimPrefix(path+"."+k, "."), wm[k], gm[k], report)
		}
	case ok3 && ok4:
		at := func(l []any, i int) any {
			if i < len(l) {
				return l[i]
			}
			return nil
		}
		for i := 0; i < max(len(wl), len(gl)); i++ {
			diff(fmt.Sprintf("%s[%d]", path, i), at(wl, i), at(gl, i), report)
		}
	case !reflect.DeepEqual(want, got):
		report(path, want, got)
	}
}

// list takes nil for an empty list.
func list(v any) ([]any, bool) {
	l, ok := v.([]any)
	return l, ok || v == nil
}

func sortedKeys[V any](m map[string]V) []string {
	return slices.Sorted(maps.Keys(m))
}

// asJSON is a value as JSON would give it back.
func asJSON(v any) any { return generic([]byte(mustJSON(v))) }
