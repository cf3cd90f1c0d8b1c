import type { Detector } from '../span.ts';
import { arabicAddresses } from './arabic.ts';
import { englishAddresses } from './english.ts';

const PO_BOX = /\b(?:p\.? ?o\.? ?|post(?:al)? |mail)box(?: is| number| no\.?)? ?\d+/gu;

/** Street addresses in both languages, and post boxes. */
/** Full postcodes of the United Kingdom lead to a dozen doors. */
const POSTCODE = /(?<![\p{L}\p{N}-])[a-z]{1,2}\d[a-z\d]? \d[abd-hjlnp-uw-z]{2}(?![\p{L}\p{N}])/gu;

export const addresses: Detector = (passage, asked) => [
  ...englishAddresses(passage, asked),
  ...arabicAddresses(passage, asked),
  ...[PO_BOX, POSTCODE].flatMap((written) =>
    Array.from(passage.folded.text.matchAll(written), (found) => ({
      start: found.index,
      end: found.index + found[0].length,
      kind: 'ADDRESS' as const,
    })),
  ),
];
