import { readFileSync } from 'node:fs';
import { Settings } from '../../core/settings/index.ts';
import { parseAs } from './handler.ts';

/**
 * What this environment decides about the analysis, as it was deployed with the handler.
 * @param path of settings.json
 * @throws Error, Malformed at cold start, before any call is touched
 */
export const readSettings = (path: string): Settings =>
  parseAs(Settings, JSON.parse(readFileSync(path, 'utf8')), 'settings');
