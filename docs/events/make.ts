/* oxlint-disable no-console -- a program for people */
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { publishedFiles } from './published.ts';

/** Writes the schemas and examples of this folder anew: npm run events */
for (const [name, text] of Object.entries(publishedFiles())) {
  writeFileSync(fileURLToPath(new URL(name, import.meta.url)), text);
  console.log(name);
}
