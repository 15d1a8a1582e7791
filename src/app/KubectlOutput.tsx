import { Check, Copy } from 'lucide-react';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import type { KubectlCommand } from '../core/index.ts';
import { IconButton } from '../ui/Button.tsx';
import { Help } from '../ui/Help.tsx';
import { useServices } from './context.tsx';
import styles from './Kubectl.module.css';

const SHOWN_MS = 2500;

/** One command and its output. */
export function KubectlOutput({ command, output }: KubectlCommand): ReactNode {
  return (
    <KubectlBlock command={command} text={output}>
      {output}
    </KubectlBlock>
  );
}

interface KubectlBlockProps {
  readonly command: string;
  /** what is copied */
  readonly text: string;
  /** how to read it */
  readonly help?: string;
  /** keeps the end in sight, as a terminal does */
  readonly follows?: boolean;
  /** the text as it is shown */
  readonly children: ReactNode;
}

/** A command over its output, unwrapped: columns only mean something in their places. */
export function KubectlBlock(props: KubectlBlockProps): ReactNode {
  const { command, text, help, follows = false, children } = props;
  const output = useRef<HTMLPreElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: other text is what moves the end
  useEffect(() => {
    if (follows && output.current !== null) output.current.scrollTop = output.current.scrollHeight;
  }, [follows, text]);
  return (
    <section className={styles.block} aria-label={command} data-follows={follows}>
      <div className={styles.command}>
        <code>
          <span className={styles.prompt} aria-hidden>
            ${' '}
          </span>
          {command}
        </code>
        {help === undefined ? null : <Help about={command} text={help} />}
        <CopyButton what={`output of ${command}`} text={text} />
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and the keyboard must reach what scrolls */}
      <pre ref={output} className={styles.output} tabIndex={0}>
        {children}
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
