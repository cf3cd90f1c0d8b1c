import { describe, expect, it } from 'vitest';
import {
  DEFAULT_REDACTION_POLICY,
  REDACTION_KINDS,
  redactorFor,
  RedactionPolicy,
} from '../../../core/redaction/index.ts';

const SAID =
  'My name is Farah Haddad, 0501234567, card 4111 1111 1111 1111, IBAN SA03 8000 0000 6080 1016 7519, PIN is 4532';
const redact = (policy?: RedactionPolicy): string =>
  redactorFor([{ speaker: 'customer', text: SAID }], policy).turn(0);

describe('the policy of an environment', () => {
  it('masks every kind where it says nothing', () => {
    expect(redact()).toBe('My name is [NAME], [PHONE], card [CARD], IBAN [IBAN], PIN is [OTP]');
    expect(redact(DEFAULT_REDACTION_POLICY)).toBe(redact());
  });

  it('keeps the kinds that it names', () => {
    expect(redact(RedactionPolicy.parse({ NAME: 'keep', PHONE: 'keep' }))).toBe(
      'My name is Farah Haddad, 0501234567, card [CARD], IBAN [IBAN], PIN is [OTP]',
    );
  });

  it('keeps cards, IBANs, national ids and codes only where it names them', () => {
    expect(redact(RedactionPolicy.parse({ others: 'keep' }))).toBe(
      'My name is Farah Haddad, 0501234567, card [CARD], IBAN [IBAN], PIN is [OTP]',
    );
    expect(redact(RedactionPolicy.parse({ others: 'keep', CARD: 'keep', NAME: 'mask' }))).toBe(
      'My name is [NAME], 0501234567, card 4111 1111 1111 1111, IBAN [IBAN], PIN is [OTP]',
    );
  });

  it('keeps what it keeps although a lesser kind would mask it', () => {
    expect(redact(RedactionPolicy.parse({ PHONE: 'keep' }))).toContain('0501234567');
  });

  it.each([
    ['a kind that there is not', { SHOE_SIZE: 'mask' }, /SHOE_SIZE/],
    ['an action that there is not', { NAME: 'hide' }, /mask.*keep/s],
    ['no object', 'mask', /expected object/],
  ])('refuses %s and says what is allowed', (_, policy, message) => {
    expect(RedactionPolicy.safeParse(policy).error?.message).toMatch(message);
  });

  it('names all kinds to whoever names a wrong one', () => {
    const message = RedactionPolicy.safeParse({ SHOE_SIZE: 'mask' }).error?.message;
    for (const kind of REDACTION_KINDS) expect(message).toContain(kind);
  });
});
