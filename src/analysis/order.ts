/**
 * An order of questions that keeps those which are read together close to each other, and so the diagram small: FORCE
 * (Aloul, Markov, Sakallah 2003). Each question moves to the mean place of the conditions that read it, again and again.
 */
export function force(positions: readonly number[], groups: readonly ReadonlySet<number>[]): readonly number[] {
  let order = positions;
  let best = { order, span: spanOf(order, groups) };
  for (let round = 0; round < 20; round += 1) {
    const places = new Map(order.map((position, place) => [position, place]));
    const placeOf = (position: number): number => places.get(position) as number;
    const centres = groups.map((group) => ({ group, centre: mean([...group].map(placeOf)) }));
    const pull = (position: number): number => {
      const pulling = centres.filter(({ group }) => group.has(position));
      return pulling.length === 0 ? placeOf(position) : mean(pulling.map(({ centre }) => centre));
    };
    const pulls = new Map(order.map((position) => [position, pull(position)]));
    order = [...order].sort((a, b) => (pulls.get(a) as number) - (pulls.get(b) as number));
    const span = spanOf(order, groups);
    if (span >= best.span) break;
    best = { order, span };
  }
  return best.order;
}

/** The questions that most conditions read, first. */
export function mostReadFirst(positions: readonly number[], groups: readonly ReadonlySet<number>[]): readonly number[] {
  const reading = (position: number): number => groups.filter((group) => group.has(position)).length;
  return [...positions].sort((a, b) => reading(b) - reading(a));
}

/**
 * What each group costs a diagram in this order: at every place between its first and its last question it has to be kept
 * in mind, together with all the others that are open there.
 */
export function costs(order: readonly number[], groups: readonly ReadonlySet<number>[]): readonly number[] {
  const spans = groups.map((group) => order.flatMap((position, place) => (group.has(position) ? [place] : [])));
  const openAt = (span: readonly number[], place: number): boolean => span.length > 0 && (span[0] as number) <= place && place < (span.at(-1) as number);
  const crowd = order.map((_, place) => spans.filter((span) => openAt(span, place)).length);
  return spans.map((span) => crowd.reduce((sum, open, place) => (openAt(span, place) ? sum + open : sum), 0));
}

/** The sum of how far apart the questions of each group stand. */
function spanOf(order: readonly number[], groups: readonly ReadonlySet<number>[]): number {
  const places = new Map(order.map((position, place) => [position, place]));
  return groups.reduce((sum, group) => {
    const at = [...group].map((position) => places.get(position) as number);
    return at.length === 0 ? sum : sum + Math.max(...at) - Math.min(...at);
  }, 0);
}

function mean(values: readonly number[]): number {
  return values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;
}
