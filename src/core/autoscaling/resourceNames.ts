import { type FieldError, type FieldPath, invalid, stringerValue } from '../apimachinery/field.ts';
import { labelKeyErrors, type SelectorRules } from '../apimachinery/labelRequirement.ts';

const CONTAINER_RESOURCES = new Set(['cpu', 'memory', 'ephemeral-storage']);
const STANDARD_RESOURCES = new Set([
  ...CONTAINER_RESOURCES,
  'requests.cpu',
  'requests.memory',
  'requests.ephemeral-storage',
  'limits.cpu',
  'limits.memory',
  'limits.ephemeral-storage',
  'pods',
  'resourcequotas',
  'services',
  'replicationcontrollers',
  'secrets',
  'configmaps',
  'persistentvolumeclaims',
  'storage',
  'requests.storage',
  'services.nodeports',
  'services.loadbalancers',
]);
const HUGE_PAGES = 'hugepages-';
const REQUESTS = 'requests.';

/** How names are checked and shown; a `Release` will do. */
export interface ResourceNameRules extends SelectorRules {
  readonly typedResourceNames: boolean;
}

/** @upstream pkg/apis/core/helper/helpers.go IsExtendedResourceName */
function isExtendedResourceName(name: string, rules: SelectorRules): boolean {
  return !name.startsWith(REQUESTS) && labelKeyErrors(`${REQUESTS}${name}`, rules).length === 0;
}

/**
 * Checks the name of a container's resource.
 *
 * @upstream pkg/apis/core/validation/validation.go ValidateContainerResourceName
 */
export function validateContainerResourceName(
  name: string,
  path: FieldPath,
  rules: ResourceNameRules,
): FieldError[] {
  const errors = labelKeyErrors(name, rules).map((text) => invalid(path, name, text));
  const shown = rules.typedResourceNames ? stringerValue(name) : name;
  const fault = (text: string) => invalid(path, shown, text);
  const isQualified = name.includes('/');
  const isHugePages = name.startsWith(HUGE_PAGES);
  if (!isQualified) {
    const isStandard = STANDARD_RESOURCES.has(name) || isHugePages || name.startsWith(REQUESTS + HUGE_PAGES);
    if (errors.length === 0 && !isStandard)
      errors.push(fault('must be a standard resource type or fully qualified'));
    if (!CONTAINER_RESOURCES.has(name) && !isHugePages)
      errors.push(fault('must be a standard resource for containers'));
  } else if (!name.includes('kubernetes.io/') && !isExtendedResourceName(name, rules)) {
    errors.push(fault("doesn't follow extended resource name standard"));
  }
  return errors;
}
