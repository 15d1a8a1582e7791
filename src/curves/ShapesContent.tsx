/** Presets to choose from, each drawn as it would come out: as long as the run, between two heights. */
import { Dices } from 'lucide-react';
import { Popover } from 'radix-ui';
import { useId, useState } from 'react';
import { wholeRun } from '../charts/frame.ts';
import { LOAD_PRESETS, type LoadCurve, type LoadPreset, presetLoad, SCENARIO_LIMITS } from '../core/index.ts';
import type { OverlayProps } from '../ui/Later.tsx';
import { PopoverBox } from '../ui/PopoverBox.tsx';
import { curvePaths } from './curvePath.ts';
import { useEditor } from './editorContext.ts';
import { highestLoad } from './reach.ts';
import styles from './Shapes.module.css';
import { SHAPES } from './shapes.ts';

export function ShapesContent({ trigger, defaultOpen }: OverlayProps) {
  const { title } = useEditor();
  return (
    <Popover.Root defaultOpen={defaultOpen}>
      <Popover.Trigger asChild>{trigger}</Popover.Trigger>
      <PopoverBox className={styles.box} label={`Shapes for ${title}`} align="end">
        <ShapeChoices />
      </PopoverBox>
    </Popover.Root>
  );
}

interface Heights {
  readonly base: string;
  readonly peak: string;
}

/** The heights that the curve has now; of a flat one, zero and twice its height. */
function heightsOf(curve: LoadCurve): Heights {
  const peak = highestLoad(curve);
  const base = Math.min(...curve.points.map(({ value }) => value));
  return base < peak ? { base: String(base), peak: String(peak) } : { base: '0', peak: String(2 * peak) };
}

function parseHeight(text: string): number | undefined {
  const value = text.trim() === '' ? Number.NaN : Number(text);
  return value >= 0 && value <= SCENARIO_LIMITS.loadValue ? value : undefined;
}

function ShapeChoices() {
  const { curve, durationSeconds, editing } = useEditor();
  const [heights, setHeights] = useState(() => heightsOf(curve));
  const [seed, setSeed] = useState(1);
  const base = parseHeight(heights.base);
  const peak = parseHeight(heights.peak);
  const size = base === undefined || peak === undefined ? undefined : { durationSeconds, base, peak, seed };
  const shaped = (preset: LoadPreset): LoadCurve | undefined =>
    size && { ...curve, ...presetLoad(preset, size) };
  const apply = (preset: LoadPreset): void => {
    const next = shaped(preset);
    if (next === undefined) return;
    editing.change(next);
    editing.commit();
  };
  return (
    <>
      <div className={styles.heights}>
        <Height
          label="From"
          text={heights.base}
          isWrong={base === undefined}
          onText={(text) => setHeights({ ...heights, base: text })}
        />
        <Height
          label="to"
          text={heights.peak}
          isWrong={peak === undefined}
          onText={(text) => setHeights({ ...heights, peak: text })}
        />
        <span className={styles.unit}>{curve.unit}</span>
      </div>
      {size === undefined && (
        <p className={styles.wrong} role="alert">
          Two numbers from 0 to {SCENARIO_LIMITS.loadValue.toLocaleString('en')} are needed.
        </p>
      )}
      <div className={styles.grid}>
        {LOAD_PRESETS.map((preset) => (
          <button
            key={preset}
            type="button"
            className={styles.shape}
            title={SHAPES[preset].about}
            disabled={size === undefined}
            onClick={() => apply(preset)}
          >
            <Preview
              curve={shaped(preset)}
              highest={Math.max(base ?? 0, peak ?? 0)}
              durationSeconds={durationSeconds}
            />
            {SHAPES[preset].title}
          </button>
        ))}
      </div>
      <button type="button" className={styles.seed} onClick={() => setSeed(seed + 1)}>
        <Dices size={13} aria-hidden />
        Another noise (seed {seed})
      </button>
    </>
  );
}

interface HeightProps {
  readonly label: string;
  readonly text: string;
  readonly isWrong: boolean;
  readonly onText: (text: string) => void;
}

function Height({ label, text, isWrong, onText }: HeightProps) {
  const id = useId();
  return (
    <>
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        inputMode="decimal"
        autoComplete="off"
        value={text}
        aria-invalid={isWrong}
        onChange={(event) => onText(event.target.value)}
        onFocus={(event) => event.target.select()}
      />
    </>
  );
}

const PREVIEW = { left: 0, top: 2, width: 84, height: 30 } as const;

interface PreviewProps {
  readonly curve: LoadCurve | undefined;
  readonly highest: number;
  readonly durationSeconds: number;
}

function Preview({ curve, highest, durationSeconds }: PreviewProps) {
  const { width, height, top } = PREVIEW;
  const frame = {
    ...PREVIEW,
    ...wholeRun(durationSeconds),
    bottomValue: 0,
    topValue: Math.max(highest, 1e-9),
  };
  const paths = curve && curvePaths(curve, frame);
  return (
    <svg className={styles.preview} width={width} height={height + 2 * top} aria-hidden="true">
      <path className={styles.area} d={paths?.area} />
      <path className={styles.line} d={paths?.line} />
    </svg>
  );
}
