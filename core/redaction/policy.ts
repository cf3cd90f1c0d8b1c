import * as z from 'zod';
import { GUARDED_KINDS, REDACTION_KINDS, type RedactionKind } from './kinds.ts';

const Action = z.enum(['mask', 'keep']);
type Action = z.infer<typeof Action>;

const action = Action.optional();

/**
 * What an environment masks. A kind that is not named does as `others` says; cards, IBANs, national
 * ids and one-time codes are kept only if they are named, never by `others`.
 */
export const RedactionPolicy = z
  .strictObject(
    {
      others: Action.default('mask'),
      EMAIL: action,
      IBAN: action,
      NATIONAL_ID: action,
      CARD: action,
      BIRTH_DATE: action,
      PHONE: action,
      OTP: action,
      ACCOUNT_ID: action,
      ADDRESS: action,
      NUMBER: action,
      NAME: action,
    } satisfies Record<RedactionKind | 'others', z.ZodType>,
    {
      error: (issue) =>
        issue.code === 'unrecognized_keys'
          ? `expected kinds among ${REDACTION_KINDS.join(', ')} or "others", got ${issue.keys.join(', ')}`
          : undefined,
    },
  )
  .readonly();
export type RedactionPolicy = z.infer<typeof RedactionPolicy>;

/** Masks every kind. */
export const DEFAULT_REDACTION_POLICY: RedactionPolicy = RedactionPolicy.parse({});

export function isMasked(kind: RedactionKind, policy: RedactionPolicy): boolean {
  const others: Action = GUARDED_KINDS.includes(kind) ? 'mask' : policy.others;
  return (policy[kind] ?? others) === 'mask';
}
