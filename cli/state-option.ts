import { Option } from 'commander';

/** Where the local system keeps what it knows; the same for every command. */
export const stateOption = (): Option =>
  new Option('--state <dir>', 'where the local system keeps what it knows').default('.sada');
