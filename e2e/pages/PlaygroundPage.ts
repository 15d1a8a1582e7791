/** The playground as a visitor meets it: by roles and names, never by classes. */
import { expect, type Locator, type Page } from '@playwright/test';

/** One sync as the ribbon says it: "sync 88 at 00:21:45: 14 replicas, scale-down window". */
export interface SpokenSync {
  readonly sync: number;
  readonly clock: string;
  readonly desired: number;
  readonly limiter: string;
}

/** One load point as it says it: "at 10 min: 200 requests/s". */
export interface SpokenPoint {
  readonly at: string;
  readonly value: number;
}

const SYNC_TEXT = /^sync (\d+) at ([\d:]+): (\d+|unknown) replicas?, (.+)$/;
const POINT_TEXT = /^at (.+): ([\d.,\s]+)(k?) /;

export class PlaygroundPage {
  readonly page: Page;
  readonly editor: Locator;
  readonly problems: Locator;
  readonly loadPoints: Locator;
  readonly ribbon: Locator;
  readonly why: Locator;

  constructor(page: Page) {
    this.page = page;
    this.editor = page.getByRole('textbox', { name: /^Manifest/ });
    this.problems = page.getByRole('region', { name: 'Problems' });
    this.loadPoints = page.getByRole('slider', { name: /^Load point/ });
    this.ribbon = page.getByRole('slider', { name: 'Sync' });
    this.why = page.getByRole('tabpanel', { name: 'Why this step?' });
  }

  region(name: string): Locator {
    return this.page.getByRole('region', { name, exact: true });
  }

  button(name: string | RegExp): Locator {
    return this.page.getByRole('button', typeof name === 'string' ? { name, exact: true } : { name });
  }

  /** @param fragment what stands behind the `#` of a link */
  async open(fragment = ''): Promise<void> {
    await this.page.goto(fragment === '' ? '/' : `/#${fragment}`);
    await this.waitForRun();
  }

  async waitForRun(): Promise<void> {
    await expect(this.ribbon).toHaveAttribute('aria-valuetext', SYNC_TEXT);
  }

  /** Until Monaco has taken the place of the plain text field. */
  async waitForEditor(): Promise<void> {
    await expect(this.page.locator('.monaco-editor .view-line').first()).toBeVisible({ timeout: 20_000 });
  }

  /** As people do it: select all, paste. Typing would be indented by the editor. */
  async paste(text: string): Promise<void> {
    await this.waitForEditor();
    await this.page.evaluate((copied) => navigator.clipboard.writeText(copied), text);
    await this.editor.focus();
    await this.page.keyboard.press('ControlOrMeta+a');
    await this.page.keyboard.press('ControlOrMeta+v');
  }

  /** Puts the cursor at the end of a line that holds this. */
  async putCursorBehind(part: string): Promise<void> {
    const line = (await this.copyManifest()).split('\n').findIndex((content) => content.includes(part));
    await this.page.keyboard.press('ControlOrMeta+Home');
    for (let row = 0; row < line; row++) await this.page.keyboard.press('ArrowDown');
    await this.page.keyboard.press('End');
  }

  async showForm(): Promise<void> {
    await this.page.getByRole('radio', { name: 'Form' }).click();
    await expect(this.page.getByRole('form', { name: 'Form' })).toBeVisible();
  }

  async showText(): Promise<void> {
    await this.page.getByRole('radio', { name: 'YAML' }).click();
    // Where nothing is selected the box that takes the keys is as wide as nothing: it is there, but has no place to be seen.
    await expect(this.editor).toHaveCount(1);
  }

  /** The whole text of the editor, by the clipboard: of a long one only the lines in view are on the page. */
  async copyManifest(): Promise<string> {
    await this.editor.focus();
    await this.page.keyboard.press('ControlOrMeta+a');
    await this.page.keyboard.press('ControlOrMeta+c');
    return this.page.evaluate(() => navigator.clipboard.readText());
  }

  async spokenSync(): Promise<SpokenSync> {
    const text = (await this.ribbon.getAttribute('aria-valuetext')) ?? '';
    const match = SYNC_TEXT.exec(text);
    if (match === null) throw new Error(`the ribbon says "${text}"`);
    const [, sync, clock = '', desired, limiter = ''] = match;
    return { sync: Number(sync), clock, desired: Number(desired), limiter };
  }

  async selectSync(sync: number): Promise<SpokenSync> {
    await this.ribbon.focus();
    await this.page.keyboard.press('Home');
    for (let tens = Math.floor((sync - 1) / 10); tens > 0; tens--) await this.page.keyboard.press('PageUp');
    for (let ones = (sync - 1) % 10; ones > 0; ones--) await this.page.keyboard.press('ArrowRight');
    const spoken = await this.spokenSync();
    expect(spoken.sync).toBe(sync);
    return spoken;
  }

  /** The run as a list of its changes, from the first sync on: what decided, and how many replicas it left. */
  async story(changes = 25): Promise<SpokenSync[]> {
    await this.ribbon.focus();
    await this.page.keyboard.press('Home');
    const told = [await this.spokenSync()];
    while (told.length < changes) {
      await this.page.keyboard.press('Control+ArrowRight');
      const next = await this.spokenSync();
      if (next.sync === told.at(-1)?.sync) break;
      told.push(next);
    }
    return told;
  }

  async points(): Promise<SpokenPoint[]> {
    const texts = await this.loadPoints.evaluateAll((points) =>
      points.map((point) => point.getAttribute('aria-valuetext') ?? ''),
    );
    return texts.map((text) => {
      const match = POINT_TEXT.exec(text);
      if (match === null) throw new Error(`a load point says "${text}"`);
      const [, at = '', value = '', thousand] = match;
      return { at, value: Number(value.replace(/[,\s]/g, '')) * (thousand === 'k' ? 1000 : 1) };
    });
  }

  async indexOfPeak(): Promise<number> {
    const values = (await this.points()).map((point) => point.value);
    return values.indexOf(Math.max(...values));
  }

  /** Three times the highest load and more, by the keyboard. */
  async raisePeak(): Promise<void> {
    const index = await this.indexOfPeak();
    const wanted = 3 * ((await this.points())[index]?.value ?? 0);
    await this.loadPoints.nth(index).focus();
    for (let presses = 0; presses < 60; presses += 5) {
      if (((await this.points())[index]?.value ?? 0) >= wanted) return;
      for (let press = 0; press < 5; press++) await this.page.keyboard.press('PageUp');
    }
    throw new Error('the load point does not rise');
  }

  /** Drags a load point with the pointer, in steps, as a hand does. */
  async dragPoint(index: number, by: { readonly x: number; readonly y: number }): Promise<void> {
    const box = await this.loadPoints.nth(index).boundingBox();
    if (box === null) throw new Error(`load point ${index + 1} is not on the page`);
    const x = box.x + box.width / 2;
    const y = box.y + box.height / 2;
    await this.page.mouse.move(x, y);
    await this.page.mouse.down();
    await this.page.mouse.move(x + by.x, y + by.y, { steps: 8 });
    await this.page.mouse.up();
  }

  /** The line that a chart draws, as numbers on the page: what an eye would see change. */
  async drawing(region: string): Promise<string[]> {
    return this.region(region)
      .locator('svg path')
      .evaluateAll((paths) => paths.map((path) => path.getAttribute('d') ?? ''));
  }

  /** What *Why this step?* says of a sync, once it has got there. */
  async reasonOf(sync: number): Promise<{ readonly text: string; readonly applied: number }> {
    await expect(this.why).toContainText(new RegExp(`\\bsync ${sync} of`));
    const bar = await this.why.getByRole('listitem').filter({ hasText: 'applied' }).first().innerText();
    return { text: await this.why.innerText(), applied: Number(/\d+/.exec(bar)?.[0]) };
  }

  /** Waits until the address holds what is on the page, and answers its fragment. */
  async shareLink(): Promise<string> {
    await this.button('Share link').click();
    await expect(this.page.getByText(/Link copied/).first()).toBeVisible();
    return this.page.evaluate(() => navigator.clipboard.readText());
  }
}
