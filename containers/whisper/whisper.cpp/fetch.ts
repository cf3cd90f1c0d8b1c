/** Fetches the source of whisper.cpp that `build.sh` builds: fetch.ts DIRECTORY */
import { readFileSync } from 'node:fs';
import { fetchSource } from './source.ts';

const [directory] = process.argv.slice(2);
if (directory === undefined) throw new Error('expected: fetch.ts DIRECTORY');
fetchSource(JSON.parse(readFileSync(new URL('pin.json', import.meta.url), 'utf8')), directory);
