import { writeFileSync } from 'node:fs';
import { builtRows, GOLD_SOURCES } from './gold/build.ts';

for (const calls of GOLD_SOURCES) writeFileSync(calls.rows, builtRows(calls));
