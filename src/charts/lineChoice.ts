/** Which lines of a chart are switched off. Pure. */

/** Switches one line. */
export function toggled<Id>(hidden: ReadonlySet<Id>, id: Id): ReadonlySet<Id> {
  const next = new Set(hidden);
  if (!next.delete(id)) next.add(id);
  return next;
}

/** One line alone; all of them where it stands alone already. */
export function isolated<Id>(hidden: ReadonlySet<Id>, id: Id, all: readonly Id[]): ReadonlySet<Id> {
  const others = all.filter((other) => other !== id);
  const isAlone = !hidden.has(id) && others.every((other) => hidden.has(other));
  return new Set(isAlone ? [] : others);
}
