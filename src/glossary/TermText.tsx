import { ExternalLink } from 'lucide-react';
import type { ReactNode } from 'react';
import styles from './glossary.module.css';
import { type TermId, termOf } from './terms.ts';
import { DOCS, type DocsPage, type Page, type Term } from './types.ts';

interface TermTextProps {
  readonly id: TermId;
  readonly bare: boolean;
}

/** What a term means, with its name and the way to the documentation. */
export default function TermText({ id, bare }: TermTextProps): ReactNode {
  const { name, text, docs }: Term = termOf(id);
  if (bare) return text;
  return (
    <div className={styles.term}>
      <p className={styles.name}>{name}</p>
      <p>{text}</p>
      {docs === undefined ? null : <DocsLink page={docs} />}
    </div>
  );
}

/** Opens beside the playground; nothing is asked of another site before it is pressed. */
export function DocsLink({ page }: { readonly page: DocsPage }): ReactNode {
  const { title, address, of = 'Kubernetes' }: Page = DOCS[page];
  return (
    <a className={styles.docs} href={`https://${address}`} title={address} target="_blank" rel="noreferrer">
      {of}: {title}
      <ExternalLink size={12} aria-hidden />
      <span className="visuallyHidden">(opens in a new tab)</span>
    </a>
  );
}
