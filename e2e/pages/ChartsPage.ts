/** The charts as a visitor reads them: what part of the run they show, their legends, the tooltip, their tables. */
import { type CDPSession, expect, type Locator, type Page } from '@playwright/test';

/** A point of the page, in pixels. */
interface Spot {
  readonly x: number;
  readonly y: number;
}

export class ChartsPage {
  readonly page: Page;
  /** says how much is shown, and offers other lengths */
  readonly shown: Locator;
  /** on the strip with the whole run, which is there while a part is shown */
  readonly part: Locator;
  readonly partEnd: Locator;
  readonly tooltip: Locator;

  constructor(page: Page) {
    this.page = page;
    this.shown = page.getByRole('button', { name: /^Shown: / });
    this.part = page.getByRole('slider', { name: 'Shown part of the run' });
    this.partEnd = page.getByRole('slider', { name: 'End of the shown part' });
    this.tooltip = page.locator('[aria-hidden="true"]').filter({ hasText: /metrics ask for.*latency/s });
  }

  async expectShown(text: string | RegExp): Promise<void> {
    const name = typeof text === 'string' ? `Shown: ${text}` : text;
    await expect(this.shown).toHaveAccessibleName(name);
  }

  /** A point of a chart, by shares of its width and height. */
  async spot(region: string, across: number, down = 0.6): Promise<Spot> {
    const box = await this.page.getByRole('region', { name: region, exact: true }).boundingBox();
    if (box === null) throw new Error(`${region} is not on the page`);
    return { x: box.x + box.width * across, y: box.y + box.height * down };
  }

  async wheel(spot: Spot, deltaX: number, deltaY: number, key?: string): Promise<void> {
    await this.page.mouse.move(spot.x, spot.y);
    if (key !== undefined) await this.page.keyboard.down(key);
    await this.page.mouse.wheel(deltaX, deltaY);
    if (key !== undefined) await this.page.keyboard.up(key);
  }

  async drag(from: Spot, to: Spot, options: { readonly button?: 'middle' } = {}): Promise<void> {
    await this.page.mouse.move(from.x, from.y);
    await this.page.mouse.down(options);
    await this.page.mouse.move(to.x, to.y, { steps: 6 });
    await this.page.mouse.up(options);
  }

  /** The labels of the time axis, where a drag marks a span. */
  timeLabels(): Locator {
    return this.page.getByTitle('Drag to zoom to a span, double-click for the whole run');
  }

  async openTable(chart: string): Promise<Locator> {
    await this.page.getByRole('button', { name: `Table: ${chart}`, exact: true }).click();
    const table = this.page.getByRole('table', { name: chart, exact: true });
    await expect(table).toBeVisible();
    return table;
  }

  /** Fingers on the screen, as a hand puts them there. */
  async touch(): Promise<Fingers> {
    return new Fingers(await this.page.context().newCDPSession(this.page));
  }
}

class Fingers {
  private readonly session: CDPSession;

  constructor(session: CDPSession) {
    this.session = session;
  }

  private async send(type: 'touchStart' | 'touchMove' | 'touchEnd', spots: readonly Spot[]): Promise<void> {
    await this.session.send('Input.dispatchTouchEvent', {
      type,
      touchPoints: spots.map((spot, id) => ({ ...spot, id })),
    });
  }

  async press(...spots: readonly Spot[]): Promise<void> {
    await this.send('touchStart', spots);
  }

  async move(...spots: readonly Spot[]): Promise<void> {
    await this.send('touchMove', spots);
  }

  async lift(): Promise<void> {
    await this.send('touchEnd', []);
  }
}
