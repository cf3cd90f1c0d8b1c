/** What annotators mark as personal; test/gold/GUIDE.md says when. */
export const PII_KINDS = [
  'NAME',
  'PHONE',
  'EMAIL',
  'CARD',
  'IBAN',
  'NATIONAL_ID',
  'ACCOUNT_ID',
  'OTP',
  'BIRTH_DATE',
  'ADDRESS',
  'SPOKEN_NUMBER',
] as const;
export type PiiKind = (typeof PII_KINDS)[number];
