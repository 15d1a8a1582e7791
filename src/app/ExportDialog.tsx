import { Download } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { Select } from '../ui/Select.tsx';
import { CopyButton } from './CopyButton.tsx';
import { useApp, useServices } from './context.tsx';
import styles from './Exchange.module.css';
import { EXPORT_TITLES, type ExportId, OF_A_RUN } from './exportList.ts';
import { saveFile, sizeText } from './saveFile.ts';
import { type ExportChoices, useExport } from './useExport.ts';

const PICTURE_THEMES = [
  { value: 'page', text: 'Colours of the page' },
  { value: 'light', text: 'Light' },
  { value: 'dark', text: 'Dark' },
] as const;
type PictureTheme = (typeof PICTURE_THEMES)[number]['value'];

/** Everything that can be taken away from the page. */
export default function ExportDialog(): ReactNode {
  const { store } = useServices();
  const exporting = useExport();
  const [theme, setTheme] = useState<PictureTheme>('page');
  const [busy, setBusy] = useState<ExportId>();
  const [said, setSaid] = useState('');
  const [failure, setFailure] = useState<string>();
  const hasRun = useApp((state) => state.trace !== undefined);
  const isStale = useApp((state) => state.traceIsStale);
  const loads = useApp((state) => state.scenario.loads);
  const manifest = useApp((state) => state.scenario.manifest);

  async function save(id: ExportId, choices: ExportChoices = {}): Promise<void> {
    setBusy(id);
    setFailure(undefined);
    try {
      const file = await exporting.make(id, choices);
      saveFile(file);
      setSaid(`Saved ${file.name}, ${sizeText(file.blob.size)}.`);
    } catch (error) {
      setSaid('');
      setFailure(error instanceof Error ? error.message : 'It could not be made. Try again.');
    } finally {
      setBusy(undefined);
    }
  }

  const saver = (
    id: ExportId,
    text: string,
    choices: ExportChoices = {},
    label = EXPORT_TITLES[id],
  ): ReactNode => (
    <Button
      look="outlined"
      aria-label={label}
      {...(id === 'scenarioYaml' ? { 'data-focus': 'first' } : {})}
      disabled={busy !== undefined || (OF_A_RUN.has(id) && !hasRun)}
      onClick={() => void save(id, choices)}
    >
      <Download size={15} aria-hidden />
      {busy === id ? 'Making…' : text}
    </Button>
  );
  const colours = { theme: theme === 'page' ? undefined : theme };

  return (
    <Dialog title="Export" onClose={() => store.getState().showOverlay(undefined)}>
      <div className={styles.body}>
        <div className={styles.rows}>
          <Row
            title="Scenario"
            about="Everything: manifest, load, cluster, events, Kubernetes version. Opens here and runs at a terminal."
          >
            {saver('scenarioYaml', 'YAML')}
            {saver('scenarioJson', 'JSON')}
          </Row>
          <Row title="Manifest" about="As it is written, comments included.">
            {saver('manifest', 'YAML')}
            <CopyButton text="Copy" label="Copy the manifest" content={() => manifest} />
          </Row>
          <Row title="Load" about="A line a point, seconds and value. It can be imported again.">
            {loads.map((curve) => {
              const isOnly = loads.length === 1;
              const label = isOnly ? EXPORT_TITLES.load : `${EXPORT_TITLES.load}: ${curve.id}`;
              return (
                <span key={curve.id}>
                  {saver('load', isOnly ? 'CSV' : `CSV: ${curve.id}`, { curve }, label)}
                </span>
              );
            })}
          </Row>
          <Row title="Charts" about="As they are now, with the lines and the part of the run that are shown.">
            <Select
              label="Colours of the picture"
              value={theme}
              options={PICTURE_THEMES}
              onChange={setTheme}
            />
            {saver('chartsPng', 'PNG', colours)}
            {saver('chartsSvg', 'SVG', colours)}
          </Row>
          <Row
            title="Results"
            about="A line a sync with all columns, units in the headers; as JSON with pods and events too."
          >
            {saver('resultsCsv', 'CSV')}
            {saver('resultsJson', 'JSON')}
          </Row>
          <Row title="Event log" about="Every event of the controller, in the columns of kubectl events.">
            {saver('events', 'Text')}
          </Row>
          <Row
            title="Summary for a report or a pull request"
            about="Markdown: link, outcomes, changes, events, manifest. The file names the picture of the charts beside it."
          >
            {saver('summary', 'Markdown')}
            <CopyButton text="Copy" label="Copy the summary" disabled={!hasRun} content={exporting.summary} />
          </Row>
        </div>
        {isStale ? (
          <p className={styles.note}>
            The manifest cannot run as it is now: results are those of the last run that could.
          </p>
        ) : null}
        {failure === undefined ? (
          <p className={styles.status} role="status">
            {said}
          </p>
        ) : (
          <p className={styles.failure} role="alert">
            {failure}
          </p>
        )}
      </div>
    </Dialog>
  );
}

interface RowProps {
  readonly title: string;
  readonly about: string;
  readonly children: ReactNode;
}

function Row({ title, about, children }: RowProps): ReactNode {
  return (
    <div className={styles.row}>
      <div className={styles.what}>
        <strong>{title}</strong>
        <span>{about}</span>
      </div>
      {children}
    </div>
  );
}
