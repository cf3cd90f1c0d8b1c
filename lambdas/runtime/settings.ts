import { readFileSync } from 'node:fs';
import { ENV } from '../../core/contract.ts';
import { Settings } from '../../core/settings/index.ts';
import { required } from './environment.ts';
import { parseAs } from './handler.ts';

/**
 * What this environment decides about the analysis, as it was deployed with the handler.
 * @throws Error, Malformed at cold start, before any call is touched
 */
export const readSettings = (): Settings =>
  parseAs(Settings, JSON.parse(readFileSync(required(ENV.settings), 'utf8')), 'settings');
