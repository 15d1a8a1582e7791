import { Check, Link } from 'lucide-react';
import { type ReactNode, useEffect, useState } from 'react';
import { Button } from '../ui/Button.tsx';
import { useShare } from './useShare.ts';

const SHOWN_MS = 2500;

/** Puts the address of the scenario on the clipboard and says so. */
export function ShareButton({ short }: { readonly short: boolean }): ReactNode {
  const share = useShare();
  const [copied, setCopied] = useState(false);

  useEffect(() => {
    if (!copied) return;
    const timer = setTimeout(() => setCopied(false), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [copied]);

  const text = copied ? 'Link copied' : 'Share link';
  return (
    <Button look="primary" aria-label="Share link" onClick={() => void share().then(setCopied)}>
      {copied ? <Check size={15} aria-hidden /> : <Link size={15} aria-hidden />}
      {short ? null : text}
    </Button>
  );
}
