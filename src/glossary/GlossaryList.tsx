import { Search } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import styles from './glossary.module.css';
import { type FoundGroup, searchTerms } from './search.ts';
import { DocsLink } from './TermText.tsx';

/** Every term, with a field that narrows them down. */
export function GlossaryList(): ReactNode {
  const [query, setQuery] = useState('');
  const groups = searchTerms(query);
  const count = groups.reduce((sum, { terms }) => sum + terms.length, 0);
  return (
    <>
      <div className={styles.search}>
        <Search size={15} aria-hidden />
        <input
          className={styles.input}
          type="search"
          data-focus="first"
          aria-label="Find a term"
          placeholder="Find a term: window, unready, utilization…"
          autoComplete="off"
          value={query}
          onChange={(event) => setQuery(event.target.value)}
        />
        <span className={styles.count} role="status">
          {count === 1 ? '1 term' : `${count} terms`}
        </span>
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, also by the keyboard */}
      <section className={styles.list} aria-label="Terms" tabIndex={0}>
        {groups.map((group) => (
          <Group key={group.title} group={group} />
        ))}
        {count === 0 ? (
          <p className={styles.none}>
            No term has these words. Try fewer of them, or the word of the Kubernetes API.
          </p>
        ) : null}
      </section>
    </>
  );
}

function Group({ group }: { readonly group: FoundGroup }): ReactNode {
  return (
    <div>
      <h3 className={styles.heading}>{group.title}</h3>
      <dl className={styles.entries}>
        {group.terms.map(({ id, term }) => (
          <div key={id} className={styles.entry}>
            <dt className={styles.name}>{term.name}</dt>
            <dd>
              {term.text}
              {term.docs === undefined ? null : <DocsLink page={term.docs} />}
            </dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
