import { readFileSync } from 'node:fs';
import { Language } from '../../core/call.ts';
import { callsIn } from './call-source.ts';
import { jsonLines } from './json-lines.ts';

/** The gold calls as annotators write them; the JSON Lines beside this folder are made of it. */
export const GOLD_SOURCES = [
  ...['en.tune', 'en.held-out', 'ar.tune', 'ar.held-out'].map((part) => goldSource(part, '')),
  ...['en.extra', 'ar.extra', 'en.more', 'ar.more'].map((part) => goldSource(part, 'tune/')),
];

interface GoldSource {
  readonly lang: Language;
  readonly source: URL;
  readonly rows: URL;
}

function goldSource(part: string, folder: string): GoldSource {
  return {
    lang: Language.parse(part.slice(0, 2)),
    source: new URL(`../../test/gold/source/calls.${part}.txt`, import.meta.url),
    rows: new URL(`../../test/gold/${folder}calls.${part}.jsonl`, import.meta.url),
  };
}

/** @throws SyntaxError naming the call that cannot be read */
export function builtRows({ source, lang }: Pick<GoldSource, 'source' | 'lang'>): string {
  return jsonLines(callsIn(readFileSync(source, 'utf8'), lang));
}
