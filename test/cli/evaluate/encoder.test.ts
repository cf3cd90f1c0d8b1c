import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { tinyEncoder } from '../../support/tiny-encoder.ts';
import { evaluated } from './evaluated.ts';
import { Files } from './files.ts';

const files = new Files();
/** [CLS] and [SEP] lie across all words. */
const ENCODER = {
  vectors: {
    '[UNK]': [0, 0, 0.5],
    '[CLS]': [0, 0, 1],
    '[SEP]': [0, 0, 1],
    refund: [1, 0, 0],
    money: [0.6, 0.8, 0],
    late: [0, 1, 0],
    استرداد: [1, 0, 0],
    مبلغ: [0.6, 0.8, 0],
    '##s': [0, -1, 0],
  },
  scale: [2, 1, 1],
};
const folder = tinyEncoder(ENCODER);
/** refund is (2, 0) in the last layer, money (1.2, 0.8). */
const REFUND_MONEY = 1.2 / Math.hypot(1.2, 0.8);
const LATE_MONEY = 0.8 / Math.hypot(1.2, 0.8);

let sets = 0;
async function scored(candidate: string | null, references: string[], ...more: string[]) {
  const at = sets++;
  const gold = files.write(`gold-${at}.jsonl`, [{ id: 'a', references }]);
  const answers = [{ id: candidate === null ? 'b' : 'a', text: candidate ?? '' }];
  const pred = files.write(
    `pred-${at}.jsonl`,
    candidate === null ? [...answers, { id: 'a' }] : answers,
  );
  const args = ['--gold', gold, '--pred', pred, '--json', '--encoder', folder, ...more];
  return evaluated('summary', ...args);
}

async function bertScores(...args: Parameters<typeof scored>) {
  const { report, stderr } = await scored(...args);
  expect(stderr).toBe('');
  return ['Precision', 'Recall', 'F1'].map((name) => report.metrics[`bertscore${name}`]?.value);
}

describe('evaluating summaries with an encoder', () => {
  it('gives the scores that can be made by hand', async () => {
    const [precision, recall, f1] = await bertScores('Refund late', ['money']);
    const byHand = (REFUND_MONEY + LATE_MONEY) / 2;
    expect(precision).toBeCloseTo(byHand, 6);
    expect(recall).toBeCloseTo(REFUND_MONEY, 6);
    expect(f1).toBeCloseTo((2 * byHand * REFUND_MONEY) / (byHand + REFUND_MONEY), 6);
  });

  it('compares the layer that is asked for', async () => {
    const [, , f1] = await bertScores('refund', ['money'], '--encoder-layer', '0');
    expect(f1).toBeCloseTo(0.6, 6);
  });

  it('gives 1 to the same words, unknown ones and pieces among them', async () => {
    const same = 'The refunds, late!';
    for (const score of await bertScores(same, [same])) expect(score).toBeCloseTo(1, 6);
  });

  it('reads Arabic', async () => {
    const [, , f1] = await bertScores('استرداد', ['مبلغ']);
    expect(f1).toBeCloseTo(REFUND_MONEY, 6);
  });

  it('takes the best of several references', async () => {
    const [, , f1] = await bertScores('refund', ['money', 'refund', 'late']);
    expect(f1).toBeCloseTo(1, 6);
  });

  it('cuts off what is too long for the model', async () => {
    const words = Array(14).fill('refund').join(' ');
    const [precision] = await bertScores(`${words} late late late`, ['refund']);
    expect(precision).toBeCloseTo(1, 6);
    const short = tinyEncoder({ ...ENCODER, longest: 18 });
    const [longer] = await bertScores(`${words} late late late`, ['refund'], '--encoder', short);
    expect(longer).toBeCloseTo(14 / 16, 6);
  });

  it('gives 0 to an empty summary and to one that is missing', async () => {
    expect(await bertScores('', ['refund'])).toEqual([0, 0, 0]);
    const { report } = await scored(null, ['refund']);
    expect(report.metrics['bertscoreF1']?.value).toBe(0);
  });

  it('says which encoder it was', async () => {
    const { report } = await scored('refund', ['refund']);
    expect(report.notes.join('\n')).toMatch(
      /bertscore\*: encoder-\w+, layer last, sha256 [0-9a-f]{12}/,
    );
  });

  it('finds the network in its own folder too', async () => {
    const nested = tinyEncoder(ENCODER, join('onnx', 'model.onnx'));
    const [, , f1] = await bertScores('refund', ['money'], '--encoder', nested);
    expect(f1).toBeCloseTo(REFUND_MONEY, 6);
  });
});

const without = (name: string) => {
  const broken = tinyEncoder(ENCODER);
  rmSync(join(broken, name));
  return broken;
};
const replaced = (name: string, content: string) => {
  const broken = tinyEncoder(ENCODER);
  writeFileSync(join(broken, name), content);
  return broken;
};

describe('an encoder that cannot be used', () => {
  it.each([
    ['no such folder', () => join(folder, 'nowhere')],
    ['no such folder', () => join(folder, 'config.json')],
    ['no model.onnx', () => without('model.onnx')],
    ['no tokenizer.json', () => without('tokenizer.json')],
    ['no config.json', () => without('config.json')],
    ['config.json is no JSON object', () => replaced('config.json', '[')],
    [
      'tokenizer.json cannot be used: ',
      () => replaced('tokenizer.json', '{"model": {"type": "x"}}'),
    ],
    ['the model cannot be run', () => replaced('model.onnx', 'a picture of a model')],
  ])('is refused with the reason: %s', async (reason, broken) => {
    const { exitCode, stdout, stderr } = await scored('refund', ['refund'], '--encoder', broken());
    expect(exitCode).toBe(2);
    expect(stdout).toBe('');
    expect(stderr).toContain(reason);
  });

  it('is refused where it does not give the layer', async () => {
    const { exitCode, stderr } = await scored('refund', ['refund'], '--encoder-layer', '7');
    expect(exitCode).toBe(2);
    expect(stderr).toContain('hidden_states.7');
  });

  it('is never made up for', async () => {
    const gold = files.write('plain.jsonl', [{ id: 'a', references: ['refund'], text: 'refund' }]);
    const { report } = await evaluated('summary', '--gold', gold, '--pred', gold, '--json');
    expect(report.metrics['bertscoreF1']).toEqual({
      value: null,
      low: null,
      high: null,
      reason: 'not available: no encoder',
    });
  });
});
