import { firstProblem, type SchemaProblem } from '../schema-problem.ts';
import { misdirection } from './references.ts';
import { PART_NAMES, PARTS, type Part, type Settings } from './settings.ts';

const LONGEST_VALUE = 80;

/** A field of a settings file is not what it may be. */
export class SettingsInvalid extends Error {
  override readonly name = 'SettingsInvalid';
  readonly file: string;
  readonly field: string;

  constructor(file: string, { field, received, expected }: SchemaProblem) {
    const value = received === undefined ? 'missing' : JSON.stringify(received);
    const shown = value.length > LONGEST_VALUE ? `${value.slice(0, LONGEST_VALUE)}…` : value;
    super(`settings ${file}: ${field === '' ? 'the file' : field} is ${shown}, ${expected}`);
    this.file = file;
    this.field = field;
  }
}

/**
 * Checks what the files of a settings folder say, each by itself and then against each other.
 * @param written each file's JSON, by its name without `.json`
 * @throws SettingsInvalid with the file, the field, its value and what is allowed
 */
export function parseSettings(written: Readonly<Record<string, unknown>>): Settings {
  for (const name of Object.keys(written)) {
    if (!Object.hasOwn(PARTS, name)) throw unknownFile(name);
  }
  const parts = PART_NAMES.map((name) => [name, parsePart(name, written[name])]);
  const settings = Object.fromEntries(parts) as Settings;
  const problem = misdirection(settings);
  if (problem !== null) throw new SettingsInvalid(`${problem.part}.json`, problem);
  return settings;
}

function parsePart(name: Part, written: unknown): unknown {
  const parsed = PARTS[name].safeParse(written);
  if (parsed.success) return parsed.data;
  const problem = firstProblem(written, parsed.error);
  throw problem === null ? parsed.error : new SettingsInvalid(`${name}.json`, problem);
}

function unknownFile(name: string): SettingsInvalid {
  const known = PART_NAMES.map((part) => `${part}.json`).join(', ');
  const expected = `expected one of: ${known}`;
  return new SettingsInvalid(`${name}.json`, { field: '', received: `${name}.json`, expected });
}
