import { lazy, type ReactNode, Suspense } from 'react';
import { useApp } from './context.tsx';

/** Of what the API server stored, or of what kubectl describe printed, and hardly of anything that people write. */
const FROM_A_CLUSTER =
  /(?:^\s+|[{,]\s*)"?(?:managedFields|resourceVersion|uid|currentReplicas)"?:|^Reference:\s/m;

const Content = lazy(() => import('./ClusterBannerContent.tsx'));

/** Offers to take over what was pasted from a real cluster. Looks closer only where it may be from one. */
export function ClusterBanner(): ReactNode {
  const mayBe = useApp((state) => FROM_A_CLUSTER.test(state.scenario.manifest));
  if (!mayBe) return null;
  return (
    <Suspense fallback={null}>
      <Content />
    </Suspense>
  );
}
