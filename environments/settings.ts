import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseSettings, PART_NAMES, type Settings } from '../core/settings/index.ts';
import { SettingsUnreadable } from './errors.ts';

const FOLDERS = fileURLToPath(new URL('settings/', import.meta.url));

/** Where the settings that an environment names lie. */
export const settingsFolder = (name: string): string => join(FOLDERS, name);

export const DEFAULT_SETTINGS_FOLDER = settingsFolder('default');

/**
 * What a folder of settings files says, checked. A file that it does not have is the default's.
 * @throws SettingsUnreadable for a folder or file that is none
 * @throws SettingsInvalid with the file, the field, its value and what is allowed
 */
export function loadSettings(folder: string): Settings {
  const own = jsonFilesIn(folder);
  const written = new Map(PART_NAMES.map((name) => [name as string, DEFAULT_SETTINGS_FOLDER]));
  for (const name of own) written.set(name, folder);
  return parseSettings(
    Object.fromEntries([...written].map(([name, from]) => [name, jsonIn(from, name)])),
  );
}

function jsonFilesIn(folder: string): string[] {
  const names = listed(folder).filter((name) => name.endsWith('.json'));
  if (names.length === 0) throw new SettingsUnreadable(folder, 'it holds no .json file');
  return names.map((name) => basename(name, '.json'));
}

function listed(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch (error) {
    throw new SettingsUnreadable(folder, `it cannot be listed (${codeOf(error)})`);
  }
}

function jsonIn(folder: string, name: string): unknown {
  const file = join(folder, `${name}.json`);
  try {
    return JSON.parse(readFileSync(file, 'utf8').replace(/^\uFEFF/, ''));
  } catch (error) {
    const isSyntax = error instanceof SyntaxError;
    throw new SettingsUnreadable(
      file,
      isSyntax ? `it is no JSON: ${error.message}` : codeOf(error),
    );
  }
}

const codeOf = (error: unknown): string => (error as NodeJS.ErrnoException).code ?? String(error);
