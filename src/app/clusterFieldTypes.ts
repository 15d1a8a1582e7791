/** What a setting of the cluster's form is made of. */
import type { ClusterSettings, Scenario } from '../core/index.ts';
import type { TermId } from '../glossary/terms.ts';
import type { ClusterSection, ScenarioSlice } from '../store/scenarioSlice.ts';

/** Which fields there are depends on what is switched on. */
interface Conditional {
  /** the word of the glossary behind it */
  readonly term?: TermId;
  readonly when?: (scenario: Scenario) => boolean;
}

export interface NumberSetting extends Conditional {
  readonly kind?: 'number';
  readonly label: string;
  readonly unit: string;
  readonly help: string;
  readonly min: number;
  readonly max: number;
  readonly whole?: boolean;
  readonly emptyText?: string;
  readonly read: (scenario: Scenario) => number | undefined;
  readonly write: (actions: ScenarioSlice, value: number | undefined) => void;
}

export interface ChoiceSetting extends Conditional {
  readonly kind: 'choice';
  readonly label: string;
  readonly help: string;
  readonly options: readonly { readonly value: string; readonly text: string }[];
  readonly read: (scenario: Scenario) => string;
  readonly write: (actions: ScenarioSlice, value: string) => void;
}

export interface SwitchSetting extends Conditional {
  readonly kind: 'switch';
  readonly label: string;
  readonly help: string;
  readonly read: (scenario: Scenario) => boolean;
  readonly write: (actions: ScenarioSlice, value: boolean) => void;
}

export type ClusterField = NumberSetting | ChoiceSetting | SwitchSetting;

export interface ClusterFieldGroup {
  readonly title: string;
  readonly term: TermId;
  readonly about: string;
  readonly fields: readonly ClusterField[];
}

export type FieldTexts = Pick<
  NumberSetting,
  'label' | 'unit' | 'help' | 'min' | 'max' | 'whole' | 'emptyText' | 'when' | 'term'
>;

export function setting<S extends ClusterSection>(
  section: S,
  key: keyof ClusterSettings[S] & string,
  texts: FieldTexts,
): NumberSetting {
  return {
    ...texts,
    read: ({ cluster }) => Number(cluster[section][key]),
    write: (actions, value) => value !== undefined && actions.setClusterSetting(section, key, value),
  };
}
