/** Everything that can be learned from, to choose: the course, the playbook, patterns, a checklist, the contest. */
import { lazy, type ReactNode, Suspense, useState } from 'react';
import { useServices } from '../app/context.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { TabBar, TabPanel } from '../ui/TabBar.tsx';
import { Checklist } from './Checklist.tsx';
import { Contests } from './Contests.tsx';
import { CourseList } from './CourseList.tsx';
import styles from './lessons.module.css';
import { Patterns } from './Patterns.tsx';
import { Playbook } from './Playbook.tsx';

const WorkshopEditor = lazy(async () => ({
  default: (await import('../workshop/WorkshopEditor.tsx')).WorkshopEditor,
}));

const AuthorStart = lazy(async () => ({
  default: (await import('./author/AuthorStart.tsx')).AuthorStart,
}));

const VIEWS = [
  { value: 'course', text: 'Course', View: CourseList },
  { value: 'playbook', text: 'Playbook', View: Playbook },
  { value: 'patterns', text: 'Patterns', View: Patterns },
  { value: 'checklist', text: 'Checklist', View: Checklist },
  { value: 'contest', text: 'Contest', View: Contests },
  { value: 'workshop', text: 'Workshop', View: WorkshopEditor },
  { value: 'write', text: 'Write', View: AuthorStart },
] as const;
type ViewName = (typeof VIEWS)[number]['value'];

export default function LearnDialog(): ReactNode {
  const { store } = useServices();
  const [shown, show] = useState<ViewName>('course');
  return (
    <Dialog title="Learn" onClose={() => store.getState().showOverlay(undefined)}>
      <div className={styles.learn}>
        <TabBar label="What to learn from" value={shown} items={VIEWS} onChange={show}>
          {VIEWS.map(({ value, View }) => (
            <TabPanel key={value} value={value} active={shown === value}>
              <div className={styles.learnBody}>
                <Suspense fallback={null}>
                  <View />
                </Suspense>
              </div>
            </TabPanel>
          ))}
        </TabBar>
      </div>
    </Dialog>
  );
}
