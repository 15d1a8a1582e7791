/** Go types that every version shares: metadata and label selectors. */
import {
  always,
  bool,
  int64,
  named,
  optional,
  pointer,
  slice,
  string,
  stringMap,
  struct,
  time,
} from './goTypeBuilders.ts';

const ownerReference = struct('v1.OwnerReference', {
  apiVersion: always(string),
  kind: always(string),
  name: always(string),
  uid: always(named('types.UID')),
  controller: pointer(bool),
  blockOwnerDeletion: pointer(bool),
});

const managedFieldsEntry = struct('v1.ManagedFieldsEntry', {
  manager: optional(string),
  operation: optional(named('v1.ManagedFieldsOperationType')),
  apiVersion: optional(string),
  time: pointer(time),
  fieldsType: optional(string),
  fieldsV1: pointer({ kind: 'any' }),
  subresource: optional(string),
});

/** @upstream staging/src/k8s.io/apimachinery/pkg/apis/meta/v1/types.go ObjectMeta */
export const objectMeta = struct('v1.ObjectMeta', {
  name: optional(string),
  generateName: optional(string),
  namespace: optional(string),
  selfLink: optional(string),
  uid: optional(named('types.UID')),
  resourceVersion: optional(string),
  generation: optional(int64),
  creationTimestamp: optional(time),
  deletionTimestamp: pointer(time),
  deletionGracePeriodSeconds: pointer(int64),
  labels: optional(stringMap()),
  annotations: optional(stringMap()),
  ownerReferences: optional(slice(ownerReference)),
  finalizers: optional(slice(string)),
  managedFields: optional(slice(managedFieldsEntry)),
});

/** @upstream staging/src/k8s.io/apimachinery/pkg/apis/meta/v1/types.go LabelSelector */
export const labelSelector = struct('v1.LabelSelector', {
  matchLabels: optional(stringMap()),
  matchExpressions: optional(
    slice(
      struct('v1.LabelSelectorRequirement', {
        key: always(string),
        operator: always(named('v1.LabelSelectorOperator')),
        values: optional(slice(string)),
      }),
    ),
  ),
});

/** @upstream staging/src/k8s.io/apimachinery/pkg/apis/meta/v1/types.go ListMeta */
export const listMeta = struct('v1.ListMeta', {
  selfLink: optional(string),
  resourceVersion: optional(string),
  continue: optional(string),
  remainingItemCount: pointer(int64),
});
