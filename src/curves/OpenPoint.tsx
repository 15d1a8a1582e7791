import { Popover } from 'radix-ui';
import { type PlotFrame, toX, toY } from '../charts/frame.ts';
import type { LoadCurve } from '../core/index.ts';
import { PopoverBox } from '../ui/PopoverBox.tsx';
import styles from './curves.module.css';
import { PointFields } from './PointFields.tsx';
import { pointName } from './PointHandle.tsx';
import type { CurveEditing } from './useCurveEditing.ts';

interface OpenPointProps {
  readonly curve: LoadCurve;
  readonly title: string;
  readonly frame: PlotFrame;
  readonly editing: CurveEditing;
}

/** The popover beside the open point. */
export default function OpenPoint({ curve, title, frame, editing }: OpenPointProps) {
  const index = editing.open;
  const point = index === undefined ? undefined : curve.points[index];
  if (index === undefined || point === undefined) return null;
  return (
    <Popover.Root open onOpenChange={(open) => open || editing.close()}>
      <Popover.Anchor
        className={styles.anchor}
        style={{ left: toX(frame, point.atSeconds), top: toY(frame, point.value) }}
      />
      <PopoverBox
        className={styles.popover}
        side="bottom"
        sideOffset={12}
        label={pointName(title, index)}
        onCloseAutoFocus={(event) => event.preventDefault()}
      >
        <PointFields
          key={index}
          title={pointName(title, index)}
          unit={curve.unit}
          point={point}
          canRemove={curve.points.length > 1}
          onRemove={() => editing.remove(index)}
          onApply={(to) => {
            editing.move(index, to);
            editing.commit();
            editing.close();
          }}
        />
      </PopoverBox>
    </Popover.Root>
  );
}
