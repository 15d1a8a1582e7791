/** What the tour shows, in the order in which somebody would do it. */

export interface TourStep {
  readonly title: string;
  readonly text: string;
  /** selectors of what is shown; the first that is on the page and visible */
  readonly places: readonly string[];
}

export const TOUR_STEPS: readonly TourStep[] = [
  {
    title: 'Paste a manifest',
    text: 'Any HorizontalPodAutoscaler, best with its Deployment. Problems are named with their line, and the form has sliders for what is tuned most.',
    places: ['#input', '[role="tablist"][aria-label="View"]'],
  },
  {
    title: 'Draw the load',
    text: 'Drag a point, double-click to add one, or use the arrow keys. Every chart below follows at once.',
    places: ['section[aria-label^="Load"]'],
  },
  {
    title: 'Look at any moment',
    text: 'Play the run, step through it sync by sync, or press into a chart. Space and the arrow keys do the same.',
    places: ['fieldset[aria-label="Playback"]'],
  },
  {
    title: 'See what decided',
    text: 'One cell for each sync: a window, a policy, a bound, or the metrics alone. Press one, or a word of its legend.',
    places: ['section[aria-label="Decided by"]'],
  },
  {
    title: 'Read why',
    text: 'The decision as the controller recorded it: from what the metrics ask for to what was applied, and when it can change next.',
    places: ['#about', '[role="tablist"][aria-label="About the run"]'],
  },
  {
    title: 'Share it',
    text: 'Manifest, load and settings are in the link; whoever opens it sees this run. Words with a dotted line explain themselves, and Ctrl+K finds everything else.',
    places: ['[aria-label="Share link"]'],
  },
];
