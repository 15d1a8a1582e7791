/** Several JSON documents after one another, which kubectl reads as a stream of objects. */

/** Offset behind the brace that closes the one at `start`; undefined when it is never closed. */
function endOfObject(source: string, start: number): number | undefined {
  let depth = 0;
  for (let index = start; index < source.length; index++) {
    const char = source[index];
    if (char === '"') {
      index++;
      while (index < source.length && source[index] !== '"') index += source[index] === '\\' ? 2 : 1;
    } else if (char === '{' || char === '[') depth++;
    else if ((char === '}' || char === ']') && --depth === 0) return index + 1;
  }
  return undefined;
}

/**
 * Where the objects of a JSON stream begin.
 *
 * @returns 0 alone when the source is no stream of more than one object
 * @upstream staging/src/k8s.io/apimachinery/pkg/util/yaml/decoder.go YAMLOrJSONDecoder
 */
export function objectOffsets(source: string): readonly number[] {
  const first = source.search(/[^\s\ufeff]/);
  if (source[first] !== '{') return [0];
  const offsets = [0];
  let end = endOfObject(source, first);
  while (end !== undefined) {
    const next = source.slice(end).search(/\S/);
    if (next < 0) return offsets;
    if (source[end + next] !== '{') return [0];
    offsets.push(end + next);
    end = endOfObject(source, end + next);
  }
  return offsets;
}
