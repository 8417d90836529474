import type { Contact, RuleSet, Source } from '../model/rule-set.ts';
import { day } from '../schema/words.ts';
import { readCondition, type Draft } from './condition.ts';
import { idOf } from './ids.ts';
import { isTrue, readTexts, text, textList } from './texts.ts';
import { child, type Node } from './tree.ts';

/** Whom to turn to, and what the rules rest on. */

export function readReferral(node: Node | undefined): RuleSet['referral'] {
  return {
    who: text(node, 'who'),
    today: text(node, 'today'),
    notAsked: text(node, 'notAsked'),
    bring: textList(node, 'bring'),
    ask: textList(node, 'ask'),
  };
}

export function readContact(draft: Draft, node: Node): Contact {
  const when = child(node, 'when');
  const recheck = child(node, 'recheck');
  if (recheck && day.safeParse(text(node, 'recheck')).success && text(node, 'recheck') <= text(node, 'checked')) {
    draft.page.refuse('bad-day', recheck.start, '`recheck` is not after `checked`');
  }
  return {
    id: idOf(node),
    name: text(node, 'name'),
    how: text(node, 'how'),
    crisis: isTrue(child(node, 'crisis')),
    ...(when && { when: readCondition(draft, when, 'advice') }),
    source: text(node, 'source'),
    checked: text(node, 'checked'),
    recheck: text(node, 'recheck'),
    unverified: isTrue(child(node, 'unverified')),
  };
}

export function readSource(id: string, node: Node): Source {
  return { id, title: text(node, 'title'), ...readTexts(node, ['url']), unverified: isTrue(child(node, 'unverified')) };
}
