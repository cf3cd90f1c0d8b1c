import type * as z from 'zod';

type Issue = z.core.$ZodIssue;

/** More than these help nobody. */
const SHOWN = 3;

/** Where a request differs from its schema and what was expected there, never what was found. */
export function problemsOf({ issues }: z.ZodError): string {
  return issues.flatMap(innermost).slice(0, SHOWN).map(sentence).join('; ');
}

/** Of the alternatives of a union, the one that the value comes nearest to. */
function innermost(issue: Issue): Issue[] {
  if (issue.code !== 'invalid_union' || issue.errors.length === 0) return [issue];
  const [nearest = []] = issue.errors.toSorted((one, other) => one.length - other.length);
  return nearest.flatMap((inner) => innermost({ ...inner, path: [...issue.path, ...inner.path] }));
}

function sentence(issue: Issue): string {
  const place = issue.path.length === 0 ? 'the request' : issue.path.map(String).join('.');
  // Zod would name the fields themselves.
  const problem = issue.code === 'unrecognized_keys' ? 'expected no other fields' : issue.message;
  return `${place}: ${problem}`;
}
