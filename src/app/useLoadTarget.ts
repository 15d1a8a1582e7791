import { useState } from 'react';

/** The curve whose menu asked for an import; what the next import offers first. */
let asked: string | undefined;

/** @param id of the curve that is to be replaced */
export function importInto(id: string): void {
  asked = id;
}

/** The id of the curve that an import replaces, and the way to choose another; undefined: the first. */
export function useLoadTarget(): readonly [string | undefined, (id: string) => void] {
  return useState(asked);
}
