/** `kubectl get hpa --watch`: a table that grows by a line at each write. */
import type { HorizontalPodAutoscaler } from '../autoscaling/types.ts';
import type { Ms } from '../podautoscaler/interfaces.ts';
import { type GetRelease, hpaTable } from './getHpa.ts';
import { newTableWriter, type PrintOptions, writeTable } from './table.ts';

/**
 * Prints what a watch delivers, in pieces: first the objects as they are, with the header, then each as it is written.
 *
 * Every piece is laid out when it comes: its ages are those of that instant, and its columns are as wide as the widest
 * cell up to then. So a wider cell moves the lines behind it, and none before it.
 *
 * @upstream staging/src/k8s.io/kubectl/pkg/cmd/get/get.go GetOptions.watch
 */
export class HpaWatch {
  readonly #options: PrintOptions;
  readonly #release: GetRelease;
  readonly #writer = newTableWriter();
  #hasHeader = false;

  constructor(options: PrintOptions, release: GetRelease) {
    this.#options = options;
    this.#release = release;
  }

  /**
   * The lines for objects that were listed, or for the one of an event; with the header above the first of all.
   *
   * @param now instant at which the server answers; ages are worked out there
   * @upstream staging/src/k8s.io/cli-runtime/pkg/printers/tableprinter.go HumanReadablePrinter.PrintObj
   */
  print(hpas: readonly HorizontalPodAutoscaler[], now: Ms): string {
    const noHeaders = this.#options.noHeaders === true || this.#hasHeader;
    const table = hpaTable(hpas, now, this.#release);
    writeTable(this.#writer, table, { ...this.#options, noHeaders }, this.#release);
    this.#hasHeader ||= hpas.length > 0;
    return this.#writer.drain();
  }
}
