import { InvalidArgumentError } from 'commander';

/** Reads a flag that takes a number within bounds. */
export function number(least: number, greatest: number): (text: string) => number {
  return (text) => {
    const value = Number(text);
    if (text.trim() === '' || !(value >= least && value <= greatest)) throw new InvalidArgumentError(`It is not a number from ${least} to ${greatest}.`);
    return value;
  };
}

export function wholeNumber(least: number, greatest: number): (text: string) => number {
  return (text) => {
    const value = number(least, greatest)(text);
    if (!Number.isInteger(value)) throw new InvalidArgumentError('It is not a whole number.');
    return value;
  };
}
