/** Text in one spelling for matching, with the way back to the text it came from. */
export interface Folded {
  readonly source: string;
  readonly text: string;
  /** Where each UTF-16 unit of `text` stood in `source`; one longer than `text`. */
  readonly origins: readonly number[];
}

const SAME_LETTER: Readonly<Record<string, string>> = {
  ...spelling('ا', 'أإآٱ'),
  ...spelling('ي', 'ىئیې'),
  ...spelling('ه', 'ةۀە'),
  ...spelling('و', 'ؤ'),
  ...spelling('ك', 'ک'),
  ...spelling("'", '’‘ʼ´`＇'),
  ...spelling('"', '“”„«»'),
  ...spelling('-', '‐‑‒–—−'),
  ...spelling(' ', '\t\n\r\u00a0\u2002\u2003\u2009\u202f\u3000'),
  ...digits('٠'),
  ...digits('۰'),
};

/** Tatweel, Arabic diacritics, and the marks that only steer display (bidi, joiners, BOM). */
const SILENT = /\u0640|(?=\p{M})[\p{Script=Arabic}\p{Script=Inherited}]|\p{Cf}/u;
const LETTER = /\p{L}/u;
const DRAWN_OUT = 3;

/**
 * Folds what spells the same word differently: case, Arabic-Indic and Persian digits, alef, ya and
 * ta marbuta forms, diacritics, tatweel, presentation forms, typographic quotes and dashes, and
 * letters drawn out three times or more ("sooo", "جميييل"). A word keeps no trace of display marks.
 */
export function fold(source: string): Folded {
  const origins: number[] = [];
  const text = folded(source, origins);
  origins.push(source.length);
  return { source, text, origins };
}

/** @param origins takes where each unit stood; null where nobody asks */
function folded(source: string, origins: number[] | null): string {
  const units: string[] = [];
  let run = 0;
  for (let at = 0; at < source.length; at++) {
    for (const unit of foldUnit(source.charAt(at))) {
      run = unit === units.at(-1) && LETTER.test(unit) ? run + 1 : 1;
      if (run >= DRAWN_OUT) {
        // "الله" and "cool" hold two on purpose; from the third on, one letter stays.
        if (run === DRAWN_OUT) {
          units.pop();
          origins?.pop();
        }
        continue;
      }
      units.push(unit);
      origins?.push(at);
    }
  }
  return units.join('');
}

/** The folded text alone. */
export function normalise(source: string): string {
  return folded(source, null);
}

/** What each unit folds to, once it was asked for: texts are made of few. */
const FOLDED: (string | undefined)[] = [];

function foldUnit(unit: string): string {
  const code = unit.charCodeAt(0);
  return (FOLDED[code] ??= foldedUnit(unit));
}

function foldedUnit(unit: string): string {
  if (unit >= ' ' && unit <= '~') return unit === '`' ? "'" : unit.toLowerCase();
  // Presentation forms and full-width characters are other code points for the same letters.
  if (unit >= '\ufb00' && unit !== '\ufeff' && unit.normalize('NFKC') !== unit) {
    return Array.from(unit.normalize('NFKC'), foldUnit).join('');
  }
  const same = SAME_LETTER[unit];
  if (same !== undefined) return same;
  return SILENT.test(unit) ? '' : unit.toLowerCase();
}

function spelling(letter: string, forms: string): Record<string, string> {
  return Object.fromEntries(Array.from(forms, (form) => [form, letter]));
}

function digits(zero: string): Record<string, string> {
  const first = zero.charCodeAt(0);
  return Object.fromEntries(
    Array.from({ length: 10 }, (_, digit) => [String.fromCharCode(first + digit), String(digit)]),
  );
}
