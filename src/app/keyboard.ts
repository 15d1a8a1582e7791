/** Whether the keyboard of this machine has ⌘ where others have Ctrl. */
export function isAppleKeyboard(): boolean {
  return /Mac|iPhone|iPad/.test(navigator.userAgent);
}
