/** Every answer set worked out beforehand: codes make up the place in a table. Nothing that is right can be faster. */
export function lookupTable(ruleSet, { tableOf, Verdicts }) {
  const { coding } = tableOf(ruleSet);
  const verdicts = new Verdicts(ruleSet);
  const positions = Int32Array.from(coding.required);
  let size = 1;
  const strides = Int32Array.from(coding.required, (position) => {
    size *= coding.sizes[position];
    return size / coding.sizes[position];
  });
  const results = [];
  const places = new Map();
  const table = new Uint16Array(size);
  const codes = new Int32Array(coding.sizes.length).fill(-1);
  for (let index = 0; index < size; index += 1) {
    positions.forEach((position, at) => (codes[position] = Math.floor(index / strides[at]) % coding.sizes[position]));
    const verdict = verdicts.of(codes);
    if (!places.has(verdict)) places.set(verdict, results.push(verdict) - 1);
    table[index] = places.get(verdict);
  }
  return (given) => {
    let index = 0;
    for (let at = 0; at < positions.length; at += 1) index += given[positions[at]] * strides[at];
    return results[table[index]];
  };
}
