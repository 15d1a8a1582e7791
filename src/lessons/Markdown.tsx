/** Texts of lessons. Whoever wrote them: no HTML, no pictures from elsewhere, links that leave the page and say so. */
import { ExternalLink } from 'lucide-react';
import type { ReactNode } from 'react';
import ReactMarkdown, { type Components } from 'react-markdown';
import styles from './lessons.module.css';

const COMPONENTS: Components = {
  a({ href, children }) {
    if (href === undefined || !href.startsWith('https://')) return <span>{children}</span>;
    return (
      <a href={href} target="_blank" rel="noreferrer">
        {children} <ExternalLink size={11} aria-hidden />
      </a>
    );
  },
  h1: 'h4',
  h2: 'h4',
  h3: 'h4',
  h5: 'h4',
  h6: 'h4',
};

/** A figure and its sign stay on one line. */
const BEFORE_SIGN = /(?<=\d) (?=%)/g;

export function Markdown({ text }: { readonly text: string }): ReactNode {
  return (
    <div className={styles.text}>
      <ReactMarkdown skipHtml disallowedElements={['img', 'input']} components={COMPONENTS}>
        {text.replace(BEFORE_SIGN, '\u00a0')}
      </ReactMarkdown>
    </div>
  );
}
