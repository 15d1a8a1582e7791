package oracle

import (
	"context"
	"reflect"
	"testing/synctest"
	"time"
	"unsafe"

	"k8s.io/apimachinery/pkg/api/meta/testrestmapper"
	"k8s.io/apimachinery/pkg/watch"
	"k8s.io/client-go/informers"
	"k8s.io/client-go/kubernetes/fake"
	scalefake "k8s.io/client-go/scale/fake"
	"k8s.io/client-go/tools/record"
	"k8s.io/kubernetes/pkg/api/legacyscheme"
	_ "k8s.io/kubernetes/pkg/apis/apps/install" // kinds that the REST mapper knows
	_ "k8s.io/kubernetes/pkg/apis/autoscaling/install"
	_ "k8s.io/kubernetes/pkg/apis/core/install"
	"k8s.io/kubernetes/pkg/controller/podautoscaler/metrics"
)

// startController starts the real controller with its real queue and metrics
// client; the answers of the API server come from env.
func (e *env) startController() {
	ctx, cancel := context.WithCancel(context.Background())
	scale := &scalefake.FakeScaleClient{}
	scale.AddReactor("get", "*", e.scaleGet)
	scale.AddReactor("update", "*", e.scaleUpdate)
	metricsClient := metrics.NewRESTMetricsClient(resourceClient{e}, customClient{e}, externalClient{e})
	factory := informers.NewSharedInformerFactory(e.clientset, 12*time.Hour)
	duration := func(seconds int64) time.Duration { return time.Duration(seconds) * time.Second }
	ctrl := newController(ctx, fake.NewSimpleClientset().CoreV1(), scale, e.clientset.AutoscalingV2(),
		testrestmapper.TestOnlyStaticRESTMapper(legacyscheme.Scheme), metricsClient,
		hpaInformerHook{factory.Autoscaling().V2().HorizontalPodAutoscalers(), e},
		podInformerHook{factory.Core().V1().Pods(), e},
		duration(e.flags.SyncPeriod), duration(e.flags.Downscale), e.flags.Tolerance,
		duration(e.flags.CPUInit), duration(e.flags.ReadyDelay))
	upstreamRecorder := setPrivate(ctrl, "eventRecorder", record.EventRecorder(recorder{e}))
	factory.Start(ctx.Done())
	synctest.Wait() // so that the caches are in sync at the first look
	factory.WaitForCacheSync(ctx.Done())
	done := make(chan struct{})
	go func() {
		ctrl.Run(ctx, 1)
		if shutdownBroadcaster {
			private(upstreamRecorder, "Broadcaster").Interface().(*watch.Broadcaster).Shutdown()
		}
		close(done)
	}()
	e.controller, e.cancel, e.controllerDone = ctrl, cancel, done
}

func (e *env) stopController() {
	e.cancel()
	<-e.controllerDone
}

// private is an unexported field of a struct.
func private(ptr any, field string) reflect.Value {
	f := reflect.ValueOf(ptr).Elem().FieldByName(field)
	return reflect.NewAt(f.Type(), unsafe.Pointer(f.UnsafeAddr())).Elem()
}

// setPrivate sets an unexported field and answers what it was.
func setPrivate(ptr any, field string, value any) any {
	f := private(ptr, field)
	old := f.Interface()
	f.Set(reflect.ValueOf(value))
	return old
}
