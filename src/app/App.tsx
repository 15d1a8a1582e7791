import { type ReactNode, useLayoutEffect } from 'react';
import { useInputMode } from '../ui/useInputMode.ts';
import { useMediaQuery } from '../ui/useMediaQuery.ts';
import { Announcer } from './Announcer.tsx';
import styles from './App.module.css';
import { type Services, ServicesProvider } from './context.tsx';
import { DesktopLayout } from './DesktopLayout.tsx';
import { DropZone } from './DropZone.tsx';
import { Header } from './Header.tsx';
import { Notices } from './Notices.tsx';
import { Overlays } from './Overlays.tsx';
import { PhoneLayout } from './PhoneLayout.tsx';
import { PrintFoot } from './PrintFoot.tsx';
import { usePresentation } from './presentation.ts';
import { useShade } from './ThemeToggle.tsx';
import { TourOffer } from './TourOffer.tsx';
import { useShortcuts } from './useShortcuts.ts';
import { WorkshopPlace } from './WorkshopPlace.tsx';

export function App({ services }: { readonly services: Services }): ReactNode {
  return (
    <ServicesProvider services={services}>
      <Page />
    </ServicesProvider>
  );
}

function Page(): ReactNode {
  const phone = useMediaQuery('(max-width: 859px)');
  const chosen = useShade();
  // Paper is white.
  const shade = useMediaQuery('print') ? 'light' : chosen;
  useShortcuts();
  useInputMode();
  usePresentation();
  // Before the effects of the editor, which reads the colours that this sets.
  useLayoutEffect(() => {
    document.documentElement.dataset.theme = shade;
  }, [shade]);
  return (
    <div className={styles.page} data-print="flow">
      <Header phone={phone} />
      <WorkshopPlace />
      <main className={styles.main}>{phone ? <PhoneLayout /> : <DesktopLayout />}</main>
      <PrintFoot />
      <Notices />
      {phone ? <TourOffer /> : null}
      <Announcer />
      <Overlays />
      <DropZone />
    </div>
  );
}
