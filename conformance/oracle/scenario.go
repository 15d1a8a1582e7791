package oracle

import (
	"time"
)

// A Scenario is what the controller is made to live through: an HPA, the
// cluster around it at every reconcile, and what people do meanwhile.
type Scenario struct {
	Name, About   string
	Manifest      string              // the HPA, as the user writes it
	Gates         map[string]bool     // feature gates set by hand
	Flags         *Flags              // nil: the defaults
	Steps         int                 // reconciles to record
	MaxT          float64             // seconds; 0: as long as the steps need
	Templates     map[string]Template // pod templates by name; nil: one named "web"
	World         func(c *Cluster)    // brings the cluster into the state of the reconcile about to run
	Edits         []Edit
	Others        []Other
	InitialStatus string    // JSON of a status that the HPA already has
	Start         time.Time // t = 0; zero: usualStart
	Replay        *replay   // the trace that this scenario repeats, if it does
}

// usualStart is one hour and ten seconds after the beginning of fake time, so
// that pods can be an hour old at t = 0.
var usualStart = time.Date(2000, 1, 1, 1, 0, 10, 0, time.UTC)

// Flags are the kube-controller-manager flags that concern the HPA controller,
// in seconds but for the tolerance.
type Flags struct {
	SyncPeriod, Downscale, CPUInit, ReadyDelay int64
	Tolerance                                  float64
}

func defaultFlags() Flags { return Flags{15, 300, 300, 30, 0.1} }

// An Edit is what a person (or a crash) does at an instant. One of Manifest,
// Delete, Create and Restart is set.
type Edit struct {
	At       float64
	Manifest string // the user applies this manifest
	Delete   bool   // the user deletes the HPA
	Create   string // the user creates the HPA (again)
	Restart  bool   // the controller restarts (loses its memory)
	Step     int    // in a replay: number of the step that lists it
}

// What an edit is called in a trace.
const (
	whatEdited    = "edited"
	whatDeleted   = "deleted"
	whatCreated   = "created"
	whatNoticed   = "controller noticed the deletion"
	whatRestarted = "controller restarted"
)

// Other is a second HPA in the namespace, created at an instant.
type Other struct {
	At       float64
	Name     string
	Selector string // of its target's scale
	Manifest string
}
