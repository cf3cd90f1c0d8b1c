import { textOf } from '../../../support/project-files.ts';

/** The rows of a file of vectors; README.md says who made them. */
export function vectors<Vector>(name: string): Vector[] {
  return textOf(`test/core/evaluation/vectors/${name}.jsonl`)
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Vector);
}
