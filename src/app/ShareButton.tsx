import { Check, Link } from 'lucide-react';
import { type ReactNode, useEffect, useState } from 'react';
import { Button } from '../ui/Button.tsx';
import { useServices } from './context.tsx';

const SHOWN_MS = 2500;

/** Puts the address of the scenario on the clipboard and says so. */
export function ShareButton({ short }: { readonly short: boolean }): ReactNode {
  const { store, linkToScenario } = useServices();
  const [copied, setCopied] = useState(false);

  useEffect(() => {
    if (!copied) return;
    const timer = setTimeout(() => setCopied(false), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [copied]);

  async function share(): Promise<void> {
    const link = await linkToScenario();
    try {
      await navigator.clipboard.writeText(link);
      setCopied(true);
      store
        .getState()
        .notify('info', 'Link copied. It holds the whole scenario; whoever opens it sees this run.');
    } catch {
      store
        .getState()
        .notify('info', 'The link is in the address bar; this browser did not let it be copied.');
    }
  }

  const text = copied ? 'Link copied' : 'Share link';
  return (
    <Button look="primary" aria-label="Share link" onClick={() => void share()}>
      {copied ? <Check size={15} aria-hidden /> : <Link size={15} aria-hidden />}
      {short ? null : text}
    </Button>
  );
}
