import { describe, expect, it } from 'vitest';
import { loadEnvironment } from '../../environments/index.ts';
import { synthesized } from './synthesized.ts';

const DAY_MS = 24 * 60 * 60 * 1000;

describe('scheduled capacity', () => {
  it('refuses more holidays than AWS takes scheduled actions', () => {
    const prod = loadEnvironment('prod');
    const from = Date.UTC(2030, 0, 1);
    const holidays = Array.from({ length: 150 }, (_, at) => ({
      date: new Date(from + 2 * at * DAY_MS).toISOString().slice(0, 10),
    }));
    const businessHours = { ...prod.businessHours, holidays };
    expect(() => synthesized({ ...prod, businessHours })).toThrow(
      /businessHours\.holidays is 150, expected fewer of them .* AWS takes 200/,
    );
  });
});
