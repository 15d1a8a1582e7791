/** Syncs without behavior remember this many recommendations at the usual flags: 300 s at 15 s, both ends included. */
const WINDOW = 21;

/**
 * The least that any simulation of this size has to compute, by hand over typed arrays: each pod's use at each sync,
 * their sum, the percentage, the ratio, the tolerance, and the highest of the window. No pods come and go, nothing is
 * explained, nothing is checked.
 *
 * @returns the last count, so that nothing can be left out as unused
 */
export function bareArithmetic(syncs: number, pods: number, metrics: number): number {
  const usage = new Float64Array(pods);
  const samples = new Float64Array(pods);
  const desired = new Int32Array(syncs);
  const recommendations = new Int32Array(WINDOW).fill(pods);
  for (let sync = 0; sync < syncs; sync++) {
    const rate = 350 * (1 + 0.1 * (((sync % 60) - 30) / 30));
    let proposal = 0;
    for (let metric = 0; metric < metrics; metric++) {
      const cost = (10 * rate) / pods + metric;
      let sum = 0;
      for (let pod = 0; pod < pods; pod++) {
        const used = (usage[pod] as number) + cost * 15;
        samples[pod] = Math.ceil((used - (usage[pod] as number)) / 15);
        usage[pod] = used;
        sum += samples[pod] as number;
      }
      const ratio = Math.trunc((sum * 100) / (pods * 100)) / 70;
      proposal = Math.max(proposal, Math.abs(1 - ratio) <= 0.1 ? pods : Math.ceil(ratio * pods));
    }
    recommendations[sync % WINDOW] = proposal;
    let highest = 0;
    for (let i = 0; i < WINDOW; i++) highest = Math.max(highest, recommendations[i] as number);
    desired[sync] = highest;
  }
  return desired[syncs - 1] as number;
}
