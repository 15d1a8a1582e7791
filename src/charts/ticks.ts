/** Domains and tick marks of the axes. Pure. */
import type { TimeWindow } from './frame.ts';
import { roundNumbers, roundOutwards } from './roundNumbers.ts';
import { binaryPower, formatClock, formatInstant, type Unit } from './units.ts';

/** Pixels that one label of the value axis wants for itself. */
const LABEL_HEIGHT = 25;

/** The top is rounded up in steps of about a fifth, finer than a low plot has labels: little of it stays empty. */
const ROUNDING = 5;

/** Share of the highest value kept free above it, so that a line does not lie on the plot's edge. */
const HEADROOM = 1.04;

export interface ValueDomain {
  readonly bottom: number;
  readonly top: number;
}

/** From 0 (or below, for a negative lowest value) to a round number above the highest. */
export function valueDomain(lowest: number, highest: number, unit: Unit): ValueDomain {
  const prefix = prefixOf(highest, unit);
  const bottom = Math.min(0, lowest) / prefix;
  const above = Math.max(0, highest) / prefix;
  const top = above > bottom ? above * HEADROOM : 1;
  const [low, high] = roundOutwards(bottom, top, ROUNDING);
  return { bottom: low * prefix, top: high * prefix };
}

/** @param height pixels of the plot; decides how many there are */
export function valueTicks({ bottom, top }: ValueDomain, unit: Unit, height: number): readonly number[] {
  const prefix = prefixOf(top, unit);
  const ticks = roundNumbers(bottom / prefix, top / prefix, tickCount(height));
  return ticks.filter((tick) => unit !== 'replicas' || Number.isInteger(tick)).map((tick) => tick * prefix);
}

/** Bytes get round numbers of Mi or Gi, not of bytes. */
function prefixOf(highest: number, unit: Unit): number {
  return unit === 'bytes' ? 1024 ** binaryPower(highest) : 1;
}

function tickCount(height: number): number {
  return Math.max(2, Math.min(6, Math.round(height / LABEL_HEIGHT)));
}

const MINUTE = 60;
const HOUR = 3600;
/** Steps that a person counts in; beyond them whole days. */
const TIME_STEPS = [
  5,
  10,
  15,
  30,
  MINUTE,
  2 * MINUTE,
  5 * MINUTE,
  10 * MINUTE,
  15 * MINUTE,
  30 * MINUTE,
  HOUR,
  2 * HOUR,
  3 * HOUR,
  4 * HOUR,
  6 * HOUR,
  12 * HOUR,
  24 * HOUR,
] as const;

/** Pixels that one label of the time axis wants for itself: "1 h 30 min", and air. */
const LABEL_WIDTH = 92;

/** Instants for labels: whole steps from the run's start, as far as they are shown. */
export function timeTicks({ fromSeconds, toSeconds }: TimeWindow, width: number): readonly number[] {
  const span = toSeconds - fromSeconds;
  const most = Math.max(2, Math.floor(width / LABEL_WIDTH));
  const fits = TIME_STEPS.find((step) => span / step <= most);
  const step = fits ?? Math.ceil(span / most / (24 * HOUR)) * 24 * HOUR;
  const first = Math.ceil(fromSeconds / step);
  const count = Math.floor(toSeconds / step) - first + 1;
  return Array.from({ length: count }, (_, index) => (first + index) * step);
}

/**
 * "10 min" on every label of a run of up to two hours; hours beyond: "6 h". A part of a long run that is shorter than
 * a few hours has clock readings: "51:15:30".
 */
export function formatTimeTick(seconds: number, window: TimeWindow): string {
  const { durationSeconds, fromSeconds, toSeconds } = window;
  const isPart = toSeconds - fromSeconds < durationSeconds;
  if (isPart && durationSeconds > 2 * HOUR && toSeconds - fromSeconds < 8 * HOUR) return formatClock(seconds);
  const minutes = seconds / MINUTE;
  if (seconds === 0 && durationSeconds > 2 * HOUR) return '0 h';
  const inMinutes = durationSeconds <= 2 * HOUR && Number.isInteger(minutes);
  return inMinutes ? `${minutes} min` : formatInstant(seconds);
}
