/** Texts that are about an HPA without being a manifest of one, and what to paste instead. */
import type { OffsetFix } from './fixes/edit.ts';
import { headOf, resourceMetric } from './fixes/newHpa.ts';
import type { Finding } from './problems.ts';
import { yamlLines } from './yamlText.ts';

interface Foreign {
  readonly pattern: RegExp;
  readonly what: string;
  readonly hint: string;
}

const PASTE_OUTPUT = 'Paste what `kubectl get hpa NAME -o yaml` prints.';

const FOREIGN: readonly Foreign[] = [
  {
    pattern: /^[ \t]*(?:NAMESPACE +)?NAME +REFERENCE +TARGETS\b/m,
    what: 'This is the table that `kubectl get hpa` prints; the manifest is not in it.',
    hint: PASTE_OUTPUT,
  },
  {
    pattern: /^[ \t]*(?:Reference|Deployment pods|Metrics): +(?:\S+\/\S|\d+ current|\( *current)/m,
    what: 'This is what `kubectl describe hpa` prints; a manifest has other fields.',
    hint: PASTE_OUTPUT,
  },
  {
    pattern: /\bkubectl +autoscale\b/,
    what: 'This is a command that makes an HPA, not the HPA itself.',
    hint: 'Add `--dry-run=client -o yaml` to the command, and paste what it prints.',
  },
  {
    pattern: /^[ \t]*(?:resource|module|variable|locals)\b[^\n:]*\{/m,
    what: 'This is Terraform, which writes the fields of an HPA in its own language.',
    hint: PASTE_OUTPUT,
  },
  {
    pattern: /^[ \t]*(?:local +\w+ *=|\(?import +['"]|function *\()|\bstd\.\w+\(|\w\+:{1,3}\s/m,
    what: 'This is Jsonnet, which has to be evaluated first.',
    hint: 'Paste what `jsonnet -y FILE` prints.',
  },
  {
    pattern: /^[ \t]*(?:package +\w+|import +\(?"|func +\w+\()/m,
    what: 'This is source code, not a manifest.',
    hint: PASTE_OUTPUT,
  },
  {
    pattern: /^(?:@@ |diff --git|\+\+\+ |--- a\/|\+ +[\w"-]+:)/m,
    what: 'These are the lines of a diff, not a manifest.',
    hint: 'Paste the file as it is after the change.',
  },
  {
    pattern: /^[ \t]*(?:<!doctype|<html|<\?xml)/i,
    what: 'This is a web page, not a manifest.',
    hint: 'Copy the manifest out of it.',
  },
  {
    pattern: /^[ \t]*(?:error:|Error from server|The HorizontalPodAutoscaler ")/m,
    what: 'This is an error that kubectl printed; the manifest is not in it.',
    hint: 'Paste the manifest that it was printed for.',
  },
];

const AUTOSCALE =
  /\bkubectl +autoscale +(deploy(?:ment)?s?|sts|statefulsets?|rs|replicasets?)[ /]+([a-z0-9.-]+)([^\r\n|;]*)/;
const KINDS: Readonly<Record<string, string>> = { d: 'Deployment', s: 'StatefulSet', r: 'ReplicaSet' };

function flagOf(flags: string, name: string): number | undefined {
  const text = new RegExp(`--${name}[= ]"?(\\d+)%?`).exec(flags)?.[1];
  return text === undefined ? undefined : Number(text);
}

/** The HPA that `kubectl autoscale` makes. @upstream staging/src/k8s.io/kubectl/pkg/cmd/autoscale/autoscale.go createHorizontalPodAutoscalerV2 */
function autoscaleFix(text: string): OffsetFix | undefined {
  const [, resource = '', name = '', flags = ''] = AUTOSCALE.exec(text) ?? [];
  const maxReplicas = flagOf(flags, 'max');
  const kind = KINDS[resource.charAt(0)];
  if (kind === undefined || maxReplicas === undefined) return undefined;
  const percent = flagOf(flags, 'cpu-percent') ?? flagOf(flags, 'cpu');
  const lines = yamlLines({
    ...headOf({ apiVersion: 'apps/v1', kind, name }, false),
    spec: {
      scaleTargetRef: { apiVersion: 'apps/v1', kind, name },
      minReplicas: flagOf(flags, 'min'),
      maxReplicas,
      metrics: percent === undefined ? undefined : [resourceMetric('cpu', percent)],
    },
  });
  const newText = `${lines.join('\n')}\n`;
  return { title: 'Write the HPA that this command makes', edits: [{ start: 0, end: text.length, newText }] };
}

/**
 * What a text is that is no manifest, with the place that tells.
 *
 * @rule MF19
 */
export function foreignText(
  text: string,
): { readonly finding: Finding; readonly start: number; readonly end: number } | undefined {
  for (const { pattern, what, hint } of FOREIGN) {
    const match = pattern.exec(text);
    if (match === null) continue;
    const start = match.index + match[0].search(/\S/);
    const lineEnd = text.slice(start).search(/[\r\n]|$/) + start;
    const fixes = [autoscaleFix(text)];
    const finding = { severity: 'error', rule: 'not-a-manifest', message: what, hint, fixes } as const;
    return { finding, start, end: lineEnd };
  }
  return undefined;
}
