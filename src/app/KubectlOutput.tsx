import { Check, Copy } from 'lucide-react';
import { type ReactNode, useEffect, useState } from 'react';
import type { KubectlCommand } from '../core/index.ts';
import { IconButton } from '../ui/Button.tsx';
import { useServices } from './context.tsx';
import styles from './Kubectl.module.css';

const SHOWN_MS = 2500;

/** One command and its output, unwrapped: columns only mean something in their places. */
export function KubectlOutput({ command, output }: KubectlCommand): ReactNode {
  return (
    <section className={styles.block} aria-label={command}>
      <div className={styles.command}>
        <code>
          <span className={styles.prompt} aria-hidden>
            ${' '}
          </span>
          {command}
        </code>
        <CopyButton what={`output of ${command}`} text={output} />
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and the keyboard must reach what scrolls */}
      <pre className={styles.output} tabIndex={0}>
        {output}
      </pre>
    </section>
  );
}

function CopyButton({ what, text }: { readonly what: string; readonly text: string }): ReactNode {
  const { store } = useServices();
  const [copied, setCopied] = useState(false);

  useEffect(() => {
    if (!copied) return;
    const timer = setTimeout(() => setCopied(false), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [copied]);

  async function copy(): Promise<void> {
    try {
      await navigator.clipboard.writeText(text);
      setCopied(true);
    } catch {
      store.getState().notify('info', 'This browser did not let it be copied; the text can be selected.');
    }
  }

  return (
    <>
      <span role="status" className={styles.status}>
        {copied ? 'copied' : ''}
      </span>
      <IconButton label={`Copy the ${what}`} onClick={() => void copy()}>
        {copied ? <Check size={15} aria-hidden /> : <Copy size={15} aria-hidden />}
      </IconButton>
    </>
  );
}
