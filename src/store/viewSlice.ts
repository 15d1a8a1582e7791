/** What is looked at, and how. Never shared; the part a visitor would miss after a reload is remembered. */
import type { LimiterKind } from '../core/index.ts';
import type { Slice } from './scenarioSlice.ts';
import { changeBeside, clampSync, loopSpan, stretchBeside } from './syncs.ts';

export const SPEEDS = [1, 15, 60, 300, 900] as const;
export type Speed = (typeof SPEEDS)[number];
/** `contrast` is light or dark as the system is. */
export const THEMES = ['system', 'light', 'dark', 'contrast'] as const;
export type Theme = (typeof THEMES)[number];
export type LeftTab = 'manifest' | 'cluster';
/** How the manifest is shown; `generated`: the HPA that KEDA makes of it, where it holds a ScaledObject. */
export type ManifestView = 'text' | 'form' | 'generated';
export type BottomTab = 'why' | 'kubectl' | 'events' | 'pods' | 'compare' | 'summary';
/** Which of kubectl's commands is shown. */
export type KubectlView = 'watch' | 'get' | 'describe' | 'events';
/** Phone: one of these at a time. */
export type PhoneTab = 'lesson' | 'charts' | 'manifest' | 'cluster';
/** What explains the page. */
type HelpOverlay = 'learn' | 'glossary' | 'neighbours' | 'tour' | 'about';
/** What lies over the page, one at a time. */
/** What brings something out of the page, or into it. */
type ExchangeOverlay = 'share' | 'export' | 'import';
export type Overlay = HelpOverlay | ExchangeOverlay | 'palette' | 'shortcuts' | 'library' | 'keep';

export interface Notice {
  readonly id: number;
  readonly tone: 'info' | 'warning';
  readonly text: string;
  /** what can be done about it; a notice with an action stays until it is closed */
  readonly action?: NoticeAction;
}

/** Text from outside that somebody is shown before anything is done with it. */
export interface OfferedText {
  readonly text: string;
  /** of its file; undefined for one that was pasted */
  readonly name: string | undefined;
}

export interface NoticeAction {
  readonly text: string;
  run(): void;
}

/** The part of the run that the charts show, in simulated seconds since its start. */
export interface VisibleRange {
  readonly fromSeconds: number;
  readonly toSeconds: number;
}

/** Lines of the charts that are switched off, by the name of their chart. */
export type HiddenLines = Readonly<Record<string, readonly string[]>>;

export interface ViewPreferences {
  readonly theme: Theme;
  readonly speed: Speed;
  /** playing begins again at the end of the run, or of what is shown of it */
  readonly loops: boolean;
  readonly hiddenLines: HiddenLines;
}

export interface ViewSlice extends ViewPreferences {
  readonly selectedSync: number;
  readonly playing: boolean;
  /** undefined: the whole run. Gone when another scenario is opened or the run gets another length. */
  readonly range: VisibleRange | undefined;
  readonly leftTab: LeftTab;
  readonly manifestView: ManifestView;
  readonly bottomTab: BottomTab;
  readonly kubectlView: KubectlView;
  readonly phoneTab: PhoneTab;
  /** larger text and a folded input, for a room; remembered */
  readonly presentation: boolean;
  readonly overlay: Overlay | undefined;
  /** what the import begins with */
  readonly offered: OfferedText | undefined;
  /** counts how often the panels were asked back to their first sizes */
  readonly layoutResets: number;
  readonly notices: readonly Notice[];
  selectSync(sync: number): void;
  showRange(range: VisibleRange | undefined): void;
  step(by: number): void;
  stepChange(by: 1 | -1): void;
  /** to where this limiter next begins (1) or began before (-1) to decide */
  stepLimiter(kind: LimiterKind, by: 1 | -1): void;
  toStart(): void;
  toEnd(): void;
  hideLines(chart: string, lines: readonly string[]): void;
  play(): void;
  pause(): void;
  setSpeed(speed: Speed): void;
  setLoops(loops: boolean): void;
  setTheme(theme: Theme): void;
  setPresentation(presentation: boolean): void;
  resetLayout(): void;
  showLeftTab(tab: LeftTab): void;
  showManifestAs(view: ManifestView): void;
  showBottomTab(tab: BottomTab): void;
  showKubectl(view: KubectlView): void;
  showPhoneTab(tab: PhoneTab): void;
  showOverlay(overlay: Overlay | undefined): void;
  /** opens the import with this text in it */
  offerText(offered: OfferedText): void;
  notify(tone: Notice['tone'], text: string, action?: NoticeAction): void;
  dismissNotice(id: number): void;
}

export function viewSlice(preferences: Partial<ViewPreferences>): Slice<ViewSlice> {
  return (set, get) => {
    function goTo(sync: number | undefined): void {
      const { trace } = get();
      if (trace !== undefined && sync !== undefined) set({ selectedSync: clampSync(trace, sync) });
    }
    return {
      theme: preferences.theme ?? 'system',
      speed: preferences.speed ?? 60,
      loops: preferences.loops ?? false,
      selectedSync: 0,
      playing: false,
      range: undefined,
      leftTab: 'manifest',
      manifestView: 'text',
      bottomTab: 'why',
      kubectlView: 'watch',
      phoneTab: 'charts',
      hiddenLines: preferences.hiddenLines ?? {},
      presentation: false,
      overlay: undefined,
      offered: undefined,
      layoutResets: 0,
      notices: [],

      selectSync: goTo,
      showRange: (range) => set({ range }),
      step: (by) => {
        set({ playing: false });
        goTo(get().selectedSync + by);
      },
      stepChange(by) {
        const { trace, selectedSync } = get();
        if (trace === undefined) return;
        set({ playing: false });
        goTo(changeBeside(trace, selectedSync, by));
      },
      hideLines(chart, lines) {
        const { [chart]: _, ...others } = get().hiddenLines;
        set({ hiddenLines: lines.length === 0 ? others : { ...others, [chart]: lines } });
      },
      stepLimiter(kind, by) {
        const { trace, selectedSync } = get();
        if (trace === undefined) return;
        set({ playing: false });
        goTo(stretchBeside(trace, selectedSync, kind, by));
      },
      toStart: () => goTo(0),
      toEnd: () => {
        set({ playing: false });
        goTo(Number.MAX_SAFE_INTEGER);
      },
      play() {
        const { trace, selectedSync, loops, range } = get();
        if (trace === undefined) return;
        const { from, to } = loopSpan(trace, loops ? range : undefined);
        set({ playing: true, selectedSync: selectedSync >= to ? from : selectedSync });
      },
      pause: () => set({ playing: false }),
      setSpeed: (speed) => set({ speed }),
      setLoops: (loops) => set({ loops }),
      setTheme: (theme) => set({ theme }),
      setPresentation: (presentation) => set({ presentation }),
      resetLayout: () => set({ layoutResets: get().layoutResets + 1 }),
      showLeftTab: (leftTab) => set({ leftTab }),
      showManifestAs: (manifestView) => set({ manifestView }),
      showBottomTab: (bottomTab) => set({ bottomTab }),
      showKubectl: (kubectlView) => set({ kubectlView }),
      showPhoneTab: (phoneTab) => set({ phoneTab }),
      showOverlay: (overlay) => set({ overlay, offered: undefined }),
      offerText: (offered) => set({ overlay: 'import', offered }),
      notify(tone, text, action) {
        const { notices } = get();
        const id = (notices.at(-1)?.id ?? 0) + 1;
        const notice = { id, tone, text, ...(action && { action }) };
        set({ notices: [...notices.filter((other) => other.text !== text), notice].slice(-3) });
      },
      dismissNotice: (id) => set({ notices: get().notices.filter((notice) => notice.id !== id) }),
    };
  };
}
