import { createWriteStream } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { once } from 'node:events';
import { finished } from 'node:stream/promises';
import { join } from 'node:path';
import type { Report } from '../report.ts';
import type { ErrorLine } from '../score.ts';
import { confusionSvg } from './confusion-svg.ts';
import { csvLine } from './csv.ts';
import { markdownOf } from './markdown.ts';

/** The folder that `--out` names: errors as they are found, the rest at the end. */
export interface ReportFolder {
  error(line: ErrorLine): Promise<void>;
  finish(report: Report): Promise<void>;
}

/** @param columns of the list of errors, after id and language */
export async function reportFolder(
  folder: string,
  columns: readonly string[],
): Promise<ReportFolder> {
  await mkdir(folder, { recursive: true });
  const errors = createWriteStream(join(folder, 'errors.csv'));
  errors.write(csvLine(['id', 'lang', ...columns]));
  return {
    async error(line) {
      if (!errors.write(csvLine(line))) await once(errors, 'drain');
    },
    async finish(report) {
      errors.end();
      await finished(errors);
      await writeFile(join(folder, 'report.json'), `${JSON.stringify(report, null, 2)}\n`);
      await writeFile(join(folder, 'report.md'), markdownOf(report));
      if (report.confusion === undefined) return;
      const svg = confusionSvg(`${report.task}, n = ${report.n}`, report.confusion);
      await writeFile(join(folder, 'confusion.svg'), svg);
    },
  };
}
