import { describe, expect, test } from 'vitest';
import { Nodes } from '../../src/analysis/nodes.ts';

describe('nodes', () => {
  test('are numbered from 0 on, and each list has one number', () => {
    const nodes = new Nodes();
    expect(nodes.nodeOf([2, 7])).toBe(0);
    expect(nodes.nodeOf([2, 8])).toBe(1);
    expect(nodes.nodeOf([1, 0, 1])).toBe(2);
    expect(nodes.nodeOf([2, 7])).toBe(0);
    expect([nodes.size, nodes.length]).toEqual([3, 7]);
  });

  test('give back their depth, and their children or their value', () => {
    const nodes = new Nodes();
    const [leaf, other] = [nodes.nodeOf([2, 7]), nodes.nodeOf([2, -3])];
    const inner = nodes.nodeOf([1, other, leaf, other]);
    expect([leaf, other, inner].map((node) => nodes.depth(node))).toEqual([2, 2, 1]);
    expect([nodes.child(leaf, 0), nodes.child(other, 0), nodes.child(inner, 1), nodes.child(inner, 2)]).toEqual([7, -3, leaf, other]);
    expect(nodes.children(inner)).toEqual([other, leaf, other]);
  });

  test('by the thousand are each still the same', () => {
    const nodes = new Nodes();
    const lists = Array.from({ length: 5000 }, (_, place) => [place % 7, ...Array.from({ length: 1 + (place % 7) }, (__, code) => place * (code + 1))]);
    const made = lists.map((list) => nodes.nodeOf(list));
    expect(made).toEqual([...lists.keys()]);
    expect(lists.map((list) => nodes.nodeOf(list))).toEqual(made);
    expect(made.map((node) => [nodes.depth(node), ...nodes.children(node)])).toEqual(lists);
    expect([nodes.size, nodes.length]).toEqual([5000, lists.flat().length]);
  });

  test('are found again whichever came first', () => {
    for (let first = 0; first < 30; first += 1) {
      const nodes = new Nodes();
      const lists = Array.from({ length: 1100 }, (_, place) => [9, (place + 37 * first) % 1100]);
      for (const list of lists) nodes.nodeOf(list);
      expect(lists.map((list) => nodes.nodeOf(list))).toEqual([...lists.keys()]);
    }
  });
});
