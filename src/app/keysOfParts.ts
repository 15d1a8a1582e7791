/** Keys that belong to one part of the page and work while it has the focus. */
export interface PartKeys {
  readonly title: string;
  readonly keys: readonly { readonly keys: readonly string[]; readonly text: string }[];
}

export const KEYS_OF_PARTS: readonly PartKeys[] = [
  {
    title: 'On a load point',
    keys: [
      { keys: ['ArrowLeft', 'ArrowRight'], text: 'Earlier, later' },
      { keys: ['ArrowUp', 'ArrowDown'], text: 'More, less; ten times as far with Shift' },
      { keys: ['PageUp', 'PageDown'], text: 'Much more, much less' },
      { keys: ['+'], text: 'Add a point' },
      { keys: ['Delete'], text: 'Remove the point' },
      { keys: ['Enter'], text: 'Type exact numbers' },
      { keys: ['Mod+a'], text: 'Select all points' },
      { keys: ['Mod+Shift+ArrowLeft', 'Mod+Shift+ArrowRight'], text: 'Select the neighbour too' },
      { keys: ['Mod+ '], text: 'Select the point, or leave it out' },
      { keys: ['Escape'], text: 'Select nothing' },
    ],
  },
  {
    title: 'On the ribbon “Decided by”',
    keys: [
      { keys: ['PageUp', 'PageDown'], text: 'Ten syncs on, ten back' },
      { keys: ['Mod+ArrowLeft', 'Mod+ArrowRight'], text: 'To where something else decides' },
    ],
  },
  {
    title: 'On an event over the charts',
    keys: [
      { keys: ['ArrowLeft', 'ArrowRight'], text: 'Earlier, later by 5 s; by 60 s with Shift' },
      { keys: ['Delete'], text: 'Remove the event' },
    ],
  },
  {
    title: 'In the manifest',
    keys: [
      { keys: ['Mod+z', 'Mod+Shift+z'], text: 'Undo, redo the edit' },
      { keys: ['Alt+Shift+f'], text: 'Format' },
      { keys: ['Ctrl+m'], text: 'Let Tab leave the editor, or indent again' },
    ],
  },
];
