import { X } from 'lucide-react';
import { type ReactNode, useEffect } from 'react';
import type { Notice } from '../store/viewSlice.ts';
import { Button, IconButton } from '../ui/Button.tsx';
import { useApp, useServices } from './context.tsx';
import styles from './Notices.module.css';

const INFO_SHOWN_MS = 5000;

/** Short messages at the edge. Warnings, and what can be answered, stay until they are closed. */
export function Notices(): ReactNode {
  const notices = useApp((state) => state.notices);
  return (
    <section className={styles.notices} data-print="no" aria-label="Messages" aria-live="polite">
      {notices.map((notice) => (
        <NoticeCard key={notice.id} notice={notice} />
      ))}
    </section>
  );
}

function NoticeCard({ notice }: { readonly notice: Notice }): ReactNode {
  const { store } = useServices();
  const hasEarlier = useApp((state) => state.earlier.length > 0);
  const { dismissNotice, restoreEarlier } = store.getState();
  const { id, tone, text, action } = notice;

  useEffect(() => {
    if (tone !== 'info' || action !== undefined) return;
    const timer = setTimeout(() => dismissNotice(id), INFO_SHOWN_MS);
    return () => clearTimeout(timer);
  }, [id, tone, action, dismissNotice]);

  function backToEarlier(): void {
    restoreEarlier(0);
    dismissNotice(id);
  }

  function answer(): void {
    dismissNotice(id);
    action?.run();
  }

  return (
    <div className={styles.notice} data-tone={tone}>
      <p>{text}</p>
      {action !== undefined ? (
        <Button look="outlined" onClick={answer}>
          {action.text}
        </Button>
      ) : null}
      {tone === 'warning' && action === undefined && hasEarlier ? (
        <Button look="outlined" onClick={backToEarlier}>
          Open my earlier work
        </Button>
      ) : null}
      <IconButton label="Close this message" onClick={() => dismissNotice(id)}>
        <X size={15} aria-hidden />
      </IconButton>
    </div>
  );
}
