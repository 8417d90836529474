/**
 * An order of questions that keeps those which are read together close to each other, and so the diagram small: FORCE
 * (Aloul, Markov, Sakallah 2003). Each question moves to the mean place of the conditions that read it, as long as that
 * brings the questions of the conditions nearer to each other.
 */
export function force(order: readonly number[], groups: readonly ReadonlySet<number>[]): readonly number[] {
  const moved = pulled(order, groups);
  return spread(moved, groups) < spread(order, groups) ? force(moved, groups) : order;
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
  const ends = endsOf(order, groups);
  const openAt = ({ first, last }: Ends, place: number): boolean => first <= place && place < last;
  const crowd = order.map((_, place) => ends.filter((span) => openAt(span, place)).length);
  return ends.map((span) => crowd.reduce((sum, open, place) => (openAt(span, place) ? sum + open : sum), 0));
}

/** Each question at the mean of the centres of its groups; one that no group has stays where it is. */
function pulled(order: readonly number[], groups: readonly ReadonlySet<number>[]): readonly number[] {
  const places = placesIn(order);
  const centres = groups.map((group) => ({ group, centre: mean([...group].map((position) => places.get(position) as number)) }));
  const pull = (position: number, place: number): number => {
    const pulling = centres.filter(({ group }) => group.has(position));
    return pulling.length === 0 ? place : mean(pulling.map(({ centre }) => centre));
  };
  const pulls = new Map(order.map((position, place) => [position, pull(position, place)]));
  return [...order].sort((a, b) => (pulls.get(a) as number) - (pulls.get(b) as number));
}

/** The places of the first and the last question of a group; the first comes after the last where it has none. */
interface Ends {
  readonly first: number;
  readonly last: number;
}

function endsOf(order: readonly number[], groups: readonly ReadonlySet<number>[]): readonly Ends[] {
  const places = placesIn(order);
  return groups.map((group) => {
    const at = [...group].map((position) => places.get(position) as number);
    return { first: Math.min(...at), last: Math.max(...at) };
  });
}

/** The sum of how far apart the questions of each group stand. */
function spread(order: readonly number[], groups: readonly ReadonlySet<number>[]): number {
  return endsOf(order, groups).reduce((sum, { first, last }) => sum + Math.max(0, last - first), 0);
}

function placesIn(order: readonly number[]): ReadonlyMap<number, number> {
  return new Map(order.map((position, place) => [position, place]));
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
