import { Check, Copy } from 'lucide-react';
import { type ReactNode, useEffect, useState } from 'react';
import { Button } from '../ui/Button.tsx';
import { useServices } from './context.tsx';

const SHOWN_MS = 2500;

interface CopyButtonProps {
  /** on the button */
  readonly text: string;
  /** for a screen reader: what is copied */
  readonly label: string;
  readonly look?: 'primary' | 'outlined';
  readonly disabled?: boolean;
  readonly content: () => string | Promise<string>;
}

/** Puts a text on the clipboard and says so. */
export function CopyButton({
  text,
  label,
  look = 'outlined',
  disabled = false,
  content,
}: CopyButtonProps): ReactNode {
  const { store } = useServices();
  const [copied, setCopied] = useState(false);

  useEffect(() => {
    if (!copied) return;
    const timer = setTimeout(() => setCopied(false), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [copied]);

  async function copy(): Promise<void> {
    try {
      await navigator.clipboard.writeText(await content());
      setCopied(true);
    } catch {
      store.getState().notify('info', 'This browser did not let it be copied. Save it as a file instead.');
    }
  }

  return (
    <>
      <Button
        look={look}
        aria-label={label}
        disabled={disabled}
        onClick={() => void copy()}
        {...(look === 'primary' ? { 'data-focus': 'first' } : {})}
      >
        {copied ? <Check size={15} aria-hidden /> : <Copy size={15} aria-hidden />}
        {copied ? 'Copied' : text}
      </Button>
      <span role="status" className="visuallyHidden">
        {copied ? 'Copied' : ''}
      </span>
    </>
  );
}
