import { describe, expect, it } from 'vitest';
import { admitted, mergedLabels, type FoundLabel } from '../../../core/tasks/label.ts';
import type { Label } from '../../../core/settings/index.ts';

const found = (label: string, source: FoundLabel['source'], confidence: number, turn = 0) => ({
  label,
  source,
  confidence,
  evidence: [turn],
});

const name = { en: 'x', ar: 'س' };
const label = (id: string, more: Partial<Label> = {}): Label => ({
  id,
  name,
  definition: name,
  cues: { en: [], ar: [] },
  threshold: 0.5,
  critical: false,
  fallback: false,
  ...more,
});

describe('a label that was found more than once', () => {
  it('is surer where a model and cues found it, with the turns of both', () => {
    expect(mergedLabels([found('a', 'model', 0.7, 1), found('a', 'cues', 0.5, 2)])).toEqual([
      { label: 'a', source: 'both', confidence: 0.85, evidence: [1, 2] },
    ]);
  });

  it('is as sure as the surer time where one of them found it twice', () => {
    expect(mergedLabels([found('a', 'model', 0.7, 1), found('a', 'model', 0.6, 1)])).toEqual([
      { label: 'a', source: 'model', confidence: 0.7, evidence: [1] },
    ]);
  });
});

describe('a label that was found', () => {
  const labels = [
    label('plain'),
    label('strict', { threshold: 0.8 }),
    label('grave', { threshold: 0.8, critical: true }),
    label('rest', { fallback: true }),
  ];
  const given = (...all: FoundLabel[]) =>
    admitted(all, labels).map((one) => `${one.label} ${one.status}`);

  it('is given from its threshold on', () => {
    expect(given(found('plain', 'cues', 0.5), found('strict', 'cues', 0.79))).toEqual([
      'plain present',
    ]);
    expect(given(found('strict', 'cues', 0.8))).toEqual(['strict present']);
  });

  it('is possible below it where it is critical, and stands behind those that are sure', () => {
    expect(given(found('grave', 'cues', 0.1), found('plain', 'cues', 0.6))).toEqual([
      'plain present',
      'grave possible',
    ]);
    expect(given(found('grave', 'model', 0.9))).toEqual(['grave present']);
  });

  it('is left out as the last resort where another is there', () => {
    expect(given(found('rest', 'cues', 0.9), found('plain', 'cues', 0.5))).toEqual([
      'plain present',
    ]);
    expect(given(found('rest', 'cues', 0.9), found('grave', 'cues', 0.2))).toEqual([
      'rest present',
      'grave possible',
    ]);
  });

  it('is none where the taxonomy does not have it', () => {
    expect(given(found('weather', 'model', 1))).toEqual([]);
  });
});
