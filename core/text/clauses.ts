import { wordsOf } from './tokens.ts';

/** What parts thoughts in both scripts; a comma inside "1,240" or a full stop in "3.5" parts none. */
const PAUSE = /[.,](?!\p{N})|[;:!?…،؛؟\n()]|\s[-–—]\s/u;

/** The words between the marks of a text; one clause where a recogniser wrote no marks. */
export function clausesOf(text: string): string[][] {
  return text
    .split(PAUSE)
    .map(wordsOf)
    .filter((words) => words.length > 0);
}
