/** How much work a comparison may take before it gives up and says so: together, some seconds and half a gigabyte. */
export interface Bounds {
  /** Nodes of the diagram of all answer sets. */
  readonly wholeNodes: number;
  /** Nodes of the diagram of the answer sets around the rules that are not the same. */
  readonly aroundNodes: number;
  /** Pairs of nodes that may be looked at to tell what every rule decides. */
  readonly pairs: number;
  /** Steps of the search for each finding that is proved without counting, and for any one rule of them. */
  readonly steps: number;
  readonly stepsPerRule: number;
}

export const BOUNDS: Bounds = { wholeNodes: 150_000, aroundNodes: 300_000, pairs: 600_000, steps: 4_000_000, stepsPerRule: 500_000 };
