/**
 * What is masked, by the names that annotators use (test/gold/GUIDE.md). Where spans overlap, the
 * kind that comes first names the whole.
 */
export const REDACTION_KINDS = [
  'EMAIL',
  'IBAN',
  'NATIONAL_ID',
  'CARD',
  'ADDRESS',
  'BIRTH_DATE',
  'PHONE',
  'OTP',
  'ACCOUNT_ID',
  'NUMBER',
  'NAME',
] as const;
export type RedactionKind = (typeof REDACTION_KINDS)[number];

/** Kinds that open accounts or prove an identity: kept only where a policy names them. */
export const GUARDED_KINDS: readonly RedactionKind[] = ['CARD', 'IBAN', 'NATIONAL_ID', 'OTP'];
