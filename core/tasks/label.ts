import * as z from 'zod';
import { oncePer } from '../once-per.ts';
import type { Label } from '../settings/index.ts';
import { Evidence } from './evidence.ts';

/** A label of the taxonomy that a call was given. */
export const GivenLabel = z.object({
  label: z.string(),
  /** `possible`: below its threshold, and too critical to be left out. */
  status: z.enum(['present', 'possible']),
  /** What found it: a language model, phrases of the taxonomy, or each of them. */
  source: z.enum(['model', 'cues', 'both']),
  confidence: z.number().min(0).max(1),
  evidence: Evidence.min(1),
});
export type GivenLabel = z.infer<typeof GivenLabel>;

/** A label before it is held against its threshold. */
export type FoundLabel = Omit<GivenLabel, 'status'>;

/**
 * Each label once, where it was first named. What two sources found is surer than what either did;
 * what one source found twice is as sure as the surer time.
 */
export function mergedLabels(found: readonly FoundLabel[]): FoundLabel[] {
  const merged = new Map<string, FoundLabel>();
  for (const one of found) {
    const known = merged.get(one.label);
    merged.set(one.label, known === undefined ? one : joined(known, one));
  }
  return [...merged.values()];
}

function joined(one: FoundLabel, other: FoundLabel): FoundLabel {
  const isSame = one.source === other.source;
  const surer = Math.max(one.confidence, other.confidence);
  const either = 1 - (1 - one.confidence) * (1 - other.confidence);
  return {
    label: one.label,
    source: isSame ? one.source : 'both',
    confidence: hundredths(isSame ? surer : either),
    evidence: [...new Set([...one.evidence, ...other.evidence])],
  };
}

/** Labels that are sure enough, then critical ones that are not; the others are left out. */
export function admitted(found: readonly FoundLabel[], labels: readonly Label[]): GivenLabel[] {
  const byId = indexed(labels);
  const given = found.flatMap((one): GivenLabel[] => {
    const label = byId.get(one.label);
    if (label === undefined) return [];
    if (one.confidence >= label.threshold) return [{ ...one, status: 'present' }];
    return label.critical ? [{ ...one, status: 'possible' }] : [];
  });
  const isFallback = ({ label }: GivenLabel): boolean => byId.get(label)?.fallback === true;
  const alone = given.every((one) => isFallback(one) || one.status === 'possible');
  return given
    .filter((one) => alone || !isFallback(one))
    .toSorted((one, other) => rank(one) - rank(other));
}

/** The labels of a call that have a status. */
export const labelled = (labels: readonly GivenLabel[], wanted: GivenLabel['status']): string[] =>
  labels.flatMap(({ label, status }) => (status === wanted ? [label] : []));

/** Labels that the call certainly has. */
export const present = (labels: readonly GivenLabel[]): string[] => labelled(labels, 'present');

const rank = ({ status }: GivenLabel): number => (status === 'present' ? 0 : 1);

const indexed = oncePer(
  (labels: readonly Label[]) => new Map(labels.map((label) => [label.id, label])),
);

export const hundredths = (value: number): number => Math.round(value * 100) / 100;
