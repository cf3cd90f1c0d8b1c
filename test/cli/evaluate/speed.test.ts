import { describe, expect, it } from 'vitest';
import { seeded } from '../../../core/seeded-random.ts';
import { evaluated } from './evaluated.ts';
import { Files } from './files.ts';

const files = new Files();

describe('a thousand rows of words', () => {
  const random = seeded(11);
  const word = (): string => `${random() < 0.5 ? 'word' : 'كلمة'}${Math.floor(random() * 300)}s`;
  const said = (): string => Array.from({ length: 60 }, word).join(' ');
  const misheard = (text: string): string =>
    text.replaceAll(/\S+/g, (it) => (random() < 0.2 ? word() : it));
  const rows = Array.from({ length: 1000 }, (_, id) => ({ id, text: said() }));
  const references = files.write(
    'references.jsonl',
    rows.map(({ id, text }) => ({
      id,
      text,
      references: [text.replaceAll(/(\S+ ){20}/g, '$&\n')],
    })),
  );
  const heard = files.write(
    'heard.jsonl',
    rows.map(({ id, text }) => ({ id, text: misheard(text) })),
  );

  it.each(['summary', 'speech'])(
    'take less than a second and a half of one core: %s',
    async (task) => {
      const before = process.cpuUsage();
      const { report } = await evaluated(task, '--gold', references, '--pred', heard, '--json');
      const { user, system } = process.cpuUsage(before);
      expect(report.n).toBe(1000);
      // 0.3 s alone on two cores, intervals included; a busy machine doubles that.
      expect((user + system) / 1e6).toBeLessThan(1.5);
    },
  );
});
