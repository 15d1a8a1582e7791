import { Shapes as ShapesIcon } from 'lucide-react';
import { Later } from '../ui/Later.tsx';
import styles from './curves.module.css';
import { useEditor } from './editorContext.ts';

const loadMenu = () => import('./ShapesContent.tsx').then((module) => module.ShapesContent);

/** Replaces the curve by a well-known shape. */
export function Shapes() {
  const { title, after } = useEditor();
  const trigger = (
    <button type="button" className={styles.tool} aria-label={`Shapes for ${title}`}>
      <ShapesIcon size={13} aria-hidden />
      <span className={styles.toolText}>Shapes</span>
    </button>
  );
  return <Later load={loadMenu} after={after} trigger={trigger} />;
}
