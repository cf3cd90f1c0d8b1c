import { Option } from 'commander';

/** Which settings say what is asked of each call. */
export const settingsOption = (): Option =>
  new Option(
    '--settings <dir>',
    'a folder of settings files (taxonomy.json, queues.json, scorecard.json ...); the default ones if left out',
  );
