import { Check, X } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { embedAddress, embedSnippet } from '../share/addresses.ts';
import { cutBy, KEEPERS, QR_CHARACTERS, SAFE_CHARACTERS } from '../share/lengths.ts';
import { manifestName } from '../store/manifestName.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { QrCode } from '../ui/QrCode.tsx';
import { Select } from '../ui/Select.tsx';
import { CopyButton } from './CopyButton.tsx';
import { useApp, useServices } from './context.tsx';
import styles from './Exchange.module.css';
import { useLink } from './useLink.ts';

/** The link to the present scenario: how long it is, as a code for cameras, and inside another page. */
export default function ShareDialog(): ReactNode {
  const { store } = useServices();
  const link = useLink();
  return (
    <Dialog title="Share this scenario" onClose={() => store.getState().showOverlay(undefined)}>
      <div className={styles.body}>
        <div className={styles.share}>
          <LinkPart link={link} />
          <CodePart link={link} />
        </div>
        <EmbedPart link={link} />
      </div>
    </Dialog>
  );
}

interface PartProps {
  readonly link: string;
}

function LinkPart({ link }: PartProps): ReactNode {
  const kubernetes = useApp((state) => state.scenario.kubernetes);
  return (
    <section className={styles.section} aria-label="Link">
      <div className={styles.line}>
        <input
          className={styles.text}
          aria-label="Link"
          readOnly
          value={link}
          onFocus={(event) => event.currentTarget.select()}
        />
        <CopyButton look="primary" text="Copy link" label="Copy link" content={() => link} />
      </div>
      <p className={styles.note}>
        It holds the manifest, the load, the cluster, the events and Kubernetes {kubernetes}: whoever opens it
        sees this run. All of that stands behind the #, which browsers send to no server.
      </p>
      <Length characters={link.length} />
    </section>
  );
}

function Length({ characters }: { readonly characters: number }): ReactNode {
  const { store } = useServices();
  const most = KEEPERS.at(-1)?.mostCharacters ?? characters;
  const cut = cutBy(characters);
  const share = (value: number): string => `${Math.min(100, (100 * value) / most)}%`;
  return (
    <>
      <p className={styles.note}>{characters.toLocaleString('en')} characters. It fits into:</p>
      <div className={styles.meter} aria-hidden="true">
        <div className={styles.meterFill} style={{ width: share(characters) }} />
        {KEEPERS.map(({ name, mostCharacters }) => (
          <div key={name} className={styles.meterMark} style={{ left: share(mostCharacters) }} />
        ))}
      </div>
      <ul className={styles.keepers}>
        {KEEPERS.map((keeper) => (
          <li key={keeper.name} data-cut={cut.includes(keeper)}>
            {cut.includes(keeper) ? <X size={14} aria-label="no:" /> : <Check size={14} aria-label="yes:" />}
            {keeper.name}, {keeper.mostCharacters.toLocaleString('en')}
          </li>
        ))}
      </ul>
      {characters > SAFE_CHARACTERS ? (
        <div className={styles.line}>
          <p className={styles.note}>Some places would cut it off. A file holds it, however long it is.</p>
          <Button look="outlined" onClick={() => store.getState().showOverlay('export')}>
            Save as a file…
          </Button>
        </div>
      ) : null}
    </>
  );
}

const CODE_SIZE = 168;

function CodePart({ link }: PartProps): ReactNode {
  return (
    <section className={styles.code} aria-label="QR code">
      {link.length <= QR_CHARACTERS ? (
        <>
          <QrCode text={link} label="QR code of the link" size={CODE_SIZE} />
          <p className={styles.note}>For a phone’s camera</p>
        </>
      ) : (
        <p className={styles.note}>
          The link is too long for a QR code, which holds {QR_CHARACTERS.toLocaleString('en')} characters.
        </p>
      )}
    </section>
  );
}

const VARIANTS = [
  { value: 'interactive', text: 'The load can be dragged' },
  { value: 'read-only', text: 'Play and look only' },
  { value: 'presenter', text: 'Large, for slides' },
] as const;
type Variant = (typeof VARIANTS)[number]['value'];

function EmbedPart({ link }: PartProps): ReactNode {
  const [variant, setVariant] = useState<Variant>('interactive');
  const name = useApp((state) => manifestName(state.scenario.manifest));
  const address = embedAddress(link, variant === 'interactive' ? undefined : variant);
  const snippet = embedSnippet(address, name === undefined ? 'HPA Playground' : `HPA Playground: ${name}`);
  return (
    <section className={styles.section} aria-label="Embed">
      <h3>In a page of yours</h3>
      <div className={styles.line}>
        <Select label="Embedded view" value={variant} options={VARIANTS} onChange={setVariant} />
        <CopyButton text="Copy HTML" label="Copy HTML" content={() => snippet} />
      </div>
      <textarea
        className={`${styles.area} ${styles.snippet}`}
        aria-label="HTML to embed"
        readOnly
        rows={3}
        value={snippet}
        onFocus={(event) => event.currentTarget.select()}
      />
    </section>
  );
}
