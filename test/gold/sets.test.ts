import { describe, expect, it } from 'vitest';
import { abcdRow } from '../../scripts/gold/sets/abcd.ts';
import { ckmMarkdownRow, ckmRow } from '../../scripts/gold/sets/ckm.ts';
import { ForeignRow, type ImportedRow } from '../../scripts/gold/sets/foreign-row.ts';
import { harperValleyRow } from '../../scripts/gold/sets/harper-valley.ts';
import { multiDogoRow } from '../../scripts/gold/sets/multi-dogo.ts';
import { tweetRow } from '../../scripts/gold/sets/tweets.ts';

const foreign = (fields: object): ForeignRow =>
  ForeignRow.parse({ id: '1', lang: 'en', source: 'theirs', license: 'MIT', ...fields });

/** What is marked in a row, in words. */
const marked = ({ turns, text, pii = [] }: ImportedRow): string[] =>
  pii.map(({ turn, start, end, kind }) => {
    const said = turns?.[turn]?.text ?? text ?? '';
    return `${turn} ${kind} ${said.slice(start, end)}`;
  });

describe("other people's rows", () => {
  it('keep source and licence, and let go of what no task reads', () => {
    const row = tweetRow(
      foreign({ text: 'شكرا', labels: { sentiment: 'positive', dialect: 'gulf' }, note: 'x' }),
    );
    expect(row).toEqual({
      id: '1',
      lang: 'en',
      dialect: 'gulf',
      text: 'شكرا',
      labels: { sentiment: 'positive' },
      source: 'theirs',
      license: 'MIT',
    });
  });

  it('lose the accounts that tweets name', () => {
    expect(tweetRow(foreign({ text: 'RT @some_body: hi @other1' })).text).toBe(
      'RT @user: hi @user',
    );
  });

  it('have our outcome, and topics in their words under another name', () => {
    const labels = { outcome: 'follow-up', topics: ['Printers'], sentiment: 'neutral' };
    expect(ckmRow(foreign({ turns: [], labels })).labels).toEqual({
      outcome: 'follow_up_needed',
      topicTexts: ['Printers'],
      sentiment: 'neutral',
    });
  });

  it('have turns where they had bold names in a text', () => {
    const text = '**Call**\n\n**Agent:** Hello,\nBen here.\n\n**Customer:** Hi.';
    expect(ckmMarkdownRow(foreign({ text })).turns).toEqual([
      { speaker: 'agent', text: 'Hello, Ben here.' },
      { speaker: 'customer', text: 'Hi.' },
    ]);
  });

  it('have turns in the order in which segments began', () => {
    const segments = [
      { speaker: 'customer', start_ms: 900, text: 'second' },
      { speaker: 'agent', start_ms: 100, text: 'first' },
    ];
    const { turns } = harperValleyRow(foreign({ segments }));
    expect(turns?.map(({ text }) => text)).toEqual(['first', 'second']);
  });

  it('have every mention of what a profile lists marked, a user name inside an address once', () => {
    const turns = [
      { speaker: 'customer', text: 'Crystal Minh, cminh730@email.com or cminh730' },
      { speaker: 'action', text: 'Pulled up for crystal.' },
    ];
    const pii = {
      customer_name: 'crystal minh',
      email: 'cminh730@email.com',
      username: 'cminh730',
    };
    const row = abcdRow(foreign({ turns, pii }));
    expect(marked(row)).toEqual([
      '0 NAME Crystal Minh',
      '0 EMAIL cminh730@email.com',
      '0 ACCOUNT_ID cminh730',
      '1 NAME crystal',
    ]);
    expect(row.turns?.[1]?.speaker).toBe('unknown');
  });

  it('have the last of several places of a slot marked, all where all are listed', () => {
    const password = multiDogoRow(
      foreign({ text: 'tcs, password tcs', pii: [{ type: 'PASSWORD', text: 'tcs' }] }),
    );
    expect(password.pii).toEqual([{ turn: 0, start: 14, end: 17, kind: 'PASSWORD' }]);
    const slot = { type: 'NAME', text: 'mani' };
    const name = multiDogoRow(foreign({ text: 'mani and mani', pii: [slot, slot] }));
    expect(name.pii?.map(({ start }) => start)).toEqual([0, 9]);
  });
});
