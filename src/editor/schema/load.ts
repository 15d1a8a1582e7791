/** Loads the schemas of one minor, and of no other. */
import type { Minor } from '../../core/index.ts';
import { type ApiSchema, createApiSchema, type SchemaDocument } from './apiSchema.ts';

const FILES = import.meta.glob<SchemaDocument>('./data/*/*.json', { import: 'default' });

/** KEDA’s own, whatever the minor. */
const KEDA = import.meta.glob<SchemaDocument>('./keda/*.json', { import: 'default' });

const loaded = new Map<Minor, Promise<ApiSchema>>();

/** The schemas of a minor; asked again after a failure. */
export function loadSchema(minor: Minor): Promise<ApiSchema> {
  const known = loaded.get(minor);
  if (known !== undefined) return known;
  const files = ['hpa-v2', 'deployment-v1'].map((name) => FILES[`./data/${minor}/${name}.json`]);
  const loaders = [...files.flatMap((open) => open ?? []), ...Object.values(KEDA)];
  const loading = Promise.all(loaders.map((open) => open())).then(createApiSchema);
  loaded.set(minor, loading);
  loading.catch(() => loaded.delete(minor));
  return loading;
}
