/** What a state can hold. */
export type JsonValue =
  null | boolean | number | string | JsonValue[] | { [key: string]: JsonValue };

/**
 * Most bytes of UTF-8 JSON that a state takes or gives, a fixed quota of 256 KiB.
 * https://docs.aws.amazon.com/step-functions/latest/dg/service-quotas.html
 */
export const PAYLOAD_LIMIT = 262_144;

/** Whether a JSON text is more than a state may hold. */
export function exceedsPayloadLimit(text: string): boolean {
  return Buffer.byteLength(text) > PAYLOAD_LIMIT;
}
