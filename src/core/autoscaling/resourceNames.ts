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

/** @upstream pkg/apis/core/helper/helpers.go IsExtendedResourceName */
function isExtendedResourceName(name: string, rules: SelectorRules): boolean {
  return !name.startsWith(REQUESTS) && labelKeyErrors(`${REQUESTS}${name}`, rules).length === 0;
}

/**
 * What is wrong with the name of a container's resource.
 *
 * @upstream pkg/apis/core/validation/validation.go ValidateContainerResourceName
 */
export function containerResourceNameErrors(name: string, rules: SelectorRules): readonly string[] {
  const errors = [...labelKeyErrors(name, rules)];
  const isQualified = name.includes('/');
  const isHugePages = name.startsWith(HUGE_PAGES);
  if (!isQualified) {
    const isStandard = STANDARD_RESOURCES.has(name) || isHugePages || name.startsWith(REQUESTS + HUGE_PAGES);
    if (errors.length === 0 && !isStandard)
      errors.push('must be a standard resource type or fully qualified');
    if (!CONTAINER_RESOURCES.has(name) && !isHugePages)
      errors.push('must be a standard resource for containers');
  } else if (!name.includes('kubernetes.io/') && !isExtendedResourceName(name, rules)) {
    errors.push("doesn't follow extended resource name standard");
  }
  return errors;
}
