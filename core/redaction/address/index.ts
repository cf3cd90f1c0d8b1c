import type { Detector } from '../span.ts';
import { arabicAddresses } from './arabic.ts';
import { englishAddresses } from './english.ts';

const PO_BOX = /\bp\.? ?o\.? ?box(?: number| no)? ?\d+/gu;

/** Street addresses in both languages, and post boxes. */
export const addresses: Detector = (passage, asked) => [
  ...englishAddresses(passage, asked),
  ...arabicAddresses(passage, asked),
  ...Array.from(passage.folded.text.matchAll(PO_BOX), (found) => ({
    start: found.index,
    end: found.index + found[0].length,
    kind: 'ADDRESS' as const,
  })),
];
