import { DEFAULT_SETTINGS_FOLDER, loadSettings } from '../../environments/settings.ts';

/** What an environment decides that changes nothing. */
export const DEFAULT_SETTINGS = loadSettings(DEFAULT_SETTINGS_FOLDER);
