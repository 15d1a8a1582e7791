import { hashText, type RandomStream, randomStream } from './random.ts';

/** Kubernetes's alphabet for generated names: no vowels and nothing that is mistaken for something else. */
const ALPHABET = 'bcdfghjklmnpqrstvwxz2456789';
const SUFFIX_LENGTH = 5;
/** A name that is taken is drawn again; the API server tries that often too. */
const ATTEMPTS = 8;

/** What names a workload's pods, one after the other. */
export interface PodNamer {
  /** @param hash `pod-template-hash`, in a Deployment's pods */
  next(hash: string): string;
}

function randomSuffix(random: RandomStream): string {
  let suffix = '';
  for (let i = 0; i < SUFFIX_LENGTH; i++) suffix += ALPHABET[random.nextUint32() % ALPHABET.length];
  return suffix;
}

/**
 * The `pod-template-hash` in the name: the digits of a 32-bit hash in Kubernetes's alphabet. Upstream hashes the
 * printed pod template; here it is a hash of whatever text stands for the template.
 *
 * @upstream staging/src/k8s.io/apimachinery/pkg/util/rand/rand.go SafeEncodeString
 * @rule PD8
 */
export function podTemplateHash(templateText: string): string {
  return Array.from(
    String(hashText(templateText)),
    (digit) => ALPHABET[digit.charCodeAt(0) % ALPHABET.length],
  ).join('');
}

/** Digits at the end of a StatefulSet pod's name. */
export function ordinalOf(name: string): number {
  return Number(name.slice(name.lastIndexOf('-') + 1));
}

/**
 * Names as the workload's controller gives them: `web-6d4cf56db6-abcde` for a Deployment, `web-abcde` for a
 * ReplicaSet or ReplicationController.
 *
 * @param isTaken whether a pod of that name exists
 * @rule PD8
 */
export function podNamer(
  kind: string,
  name: string,
  seed: number,
  isTaken: (name: string) => boolean,
): PodNamer {
  const random = randomStream(seed, 'pod names');
  return {
    next(hash) {
      const prefix = kind === 'Deployment' ? `${name}-${hash}-` : `${name}-`;
      for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
        const found = prefix + randomSuffix(random);
        if (!isTaken(found)) return found;
      }
      throw new Error(`no free pod name after ${ATTEMPTS} attempts`);
    },
  };
}
