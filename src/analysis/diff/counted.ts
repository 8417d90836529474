import type { CountedEffect } from '../../model/difference.ts';
import { attempt } from '../attempt.ts';
import { TooManyNodes } from '../diagram.ts';
import type { Bounds } from './bounds.ts';
import { isChanged, isLowered } from './change.ts';
import { Changes, type ChangesOptions } from './changes.ts';
import { DifferingRules } from './differing-rules.ts';
import type { Joint } from './joint.ts';
import { coversOf } from './regions.ts';
import type { RulePair } from './rule-pairs.ts';
import { moveOf } from './told.ts';

/**
 * The effect on every answer set, exactly. Where there are too many to look at, only those around the rules that are not
 * the same: elsewhere nothing changes. Throws `TooManyNodes`.
 */
export function countedEffect(joint: Joint, levels: readonly string[], rules: readonly RulePair[], bounds: Bounds): CountedEffect {
  const effect = (options: ChangesOptions): CountedEffect => effectOf(joint, levels, rules, bounds, options);
  return attempt(
    TooManyNodes,
    () => effect({ mostNodes: bounds.wholeNodes, around: undefined }),
    () => effect({ mostNodes: bounds.aroundNodes, around: rules }),
  );
}

function effectOf(joint: Joint, levels: readonly string[], rules: readonly RulePair[], { pairs }: Bounds, options: ChangesOptions): CountedEffect {
  const changes = new Changes(joint, levels, options);
  const differing = new DifferingRules(changes, rules, pairs);
  // What makes nodes comes last: it may give up on the way.
  const { effects } = differing;
  const covers = coversOf(changes, differing);
  return {
    how: 'counted',
    whole: options.around === undefined,
    compared: joint.answerSets,
    changed: changes.count(isChanged),
    lowered: changes.count(isLowered),
    matrix: changes.matrix,
    notCompared: joint.notCompared,
    moves: covers.map((cover) => moveOf(joint, cover)),
    rules: effects,
  };
}
