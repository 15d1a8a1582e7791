/**
 * A second run beside the first: of a scenario that was kept as A, or of the present one with one thing changed. It
 * follows the present load. Neither is shared; A is remembered by the tab.
 */
import { onSameLoad } from '../compare/sameLoad.ts';
import type { WhatIf } from '../compare/types.ts';
import type { Scenario, Trace } from '../core/index.ts';
import type { Slice } from './scenarioSlice.ts';

export interface ComparedRun {
  /** of its line: "A: desired" */
  readonly label: string;
  readonly scenario: Scenario;
  readonly trace: Trace;
}

export interface CompareSlice {
  /** A, as it was when it was kept */
  readonly kept: Scenario | undefined;
  /** takes the place of A as long as it is asked */
  readonly whatIf: WhatIf | undefined;
  /** the newest finished run of the one that is compared */
  readonly compared: ComparedRun | undefined;
  readonly comparing: boolean;
  /** of a run that takes long: the share of its time that has been simulated, 0 to 1 */
  readonly compareProgress: number | undefined;
  readonly compareFailure: string | undefined;
  /** the run that is compared was given up on purpose */
  readonly compareCancelled: boolean;
  /** in any currency */
  readonly pricePerPodHour: number;
  /** the present scenario becomes A; what is edited from here on is B */
  keepAsA(): void;
  /** another scenario becomes A */
  compareWith(other: Scenario): void;
  closeComparison(): void;
  /** the present scenario becomes A, and A the present one; the load stays */
  swapWithA(): void;
  /** A becomes the present scenario again; the load stays */
  takeBackA(): void;
  /** undefined: no question any more */
  ask(question: WhatIf | undefined): void;
  /** @param scenario the present one with the change that was asked about */
  adopt(scenario: Scenario): void;
  setPrice(pricePerPodHour: number): void;
  startComparing(): void;
  showCompareProgress(share: number): void;
  cancelledComparing(): void;
  showCompared(run: ComparedRun): void;
  failComparing(message: string): void;
}

const IDLE = { comparing: false, compareProgress: undefined, compareCancelled: false } as const;
const NOTHING = { ...IDLE, compared: undefined, compareFailure: undefined } as const;

export const compareSlice: Slice<CompareSlice> = (set, get) => ({
  kept: undefined,
  whatIf: undefined,
  ...NOTHING,
  pricePerPodHour: 0.05,

  keepAsA() {
    const { kept, scenario } = get();
    set({ kept: scenario, whatIf: undefined, ...(kept === scenario ? {} : NOTHING) });
  },
  compareWith: (kept) => set({ kept, whatIf: undefined, ...NOTHING }),
  closeComparison: () => set({ kept: undefined, whatIf: undefined, ...NOTHING }),
  swapWithA() {
    const { kept, scenario } = get();
    if (kept === undefined) return;
    get().replaceScenario(onSameLoad(kept, scenario));
    set({ kept: scenario });
  },
  takeBackA() {
    const { kept, scenario } = get();
    if (kept === undefined) return;
    get().replaceScenario(onSameLoad(kept, scenario));
    get().closeComparison();
  },
  ask(whatIf) {
    const isDone = whatIf === undefined && get().kept === undefined;
    set({ whatIf, ...(isDone ? NOTHING : { compareFailure: undefined }) });
  },
  adopt(scenario) {
    get().replaceScenario(scenario);
    get().ask(undefined);
  },
  setPrice: (pricePerPodHour) => set({ pricePerPodHour }),
  startComparing: () => set({ comparing: true, compareCancelled: false }),
  showCompareProgress: (compareProgress) => set({ compareProgress }),
  cancelledComparing: () => set({ ...IDLE, compareCancelled: true }),
  showCompared: (compared) => set({ ...IDLE, compared, compareFailure: undefined }),
  failComparing: (compareFailure) => set({ ...IDLE, compareFailure, compared: undefined }),
});
