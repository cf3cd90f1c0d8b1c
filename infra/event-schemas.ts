import * as z from 'zod';
import { EVENT_SOURCE, EVENT_TYPE, FAILURE_CODES, REJECTION_CODES } from '../core/contract.ts';
import { CallEventDetail } from '../core/events.ts';

/** What each event makes of the detail that all share. */
const DETAILS = {
  [EVENT_TYPE.analysed]: CallEventDetail.omit({ code: true, message: true }).extend({
    status: z.literal('ANALYSED'),
  }),
  [EVENT_TYPE.rejected]: CallEventDetail.extend({
    status: z.literal('REJECTED'),
    code: z.enum(REJECTION_CODES),
    message: z.string(),
  }),
  [EVENT_TYPE.failed]: CallEventDetail.extend({
    status: z.literal('FAILED'),
    code: z.enum(FAILURE_CODES),
    message: z.string(),
  }),
} as const;

export type EventType = keyof typeof DETAILS;
export const EVENT_TYPES = Object.keys(DETAILS) as EventType[];

/** An event as a target receives it, with what EventBridge puts around the detail. */
export const eventOfType = (type: EventType) =>
  z
    .object({
      version: z.literal('0'),
      id: z.string(),
      'detail-type': z.literal(type),
      source: z.literal(EVENT_SOURCE),
      account: z.string(),
      time: z.iso.datetime(),
      region: z.string(),
      resources: z.array(z.string()),
      detail: DETAILS[type],
    })
    .meta({ title: type });

/** The newest version of an event's detail; a change that removes or retypes a field is the next. */
export const EVENT_VERSION = CallEventDetail.shape.schemaVersion.value;

/** `Call Analysed` is `CallAnalysed` to registries and `call-analysed` to files. */
export const plainNameOf = (type: EventType): string => type.replaceAll(' ', '');
export const fileNameOf = (type: EventType): string =>
  `${type.toLowerCase().replaceAll(' ', '-')}.v${EVENT_VERSION}`;

/**
 * An event's JSON Schema in draft 4, the one that EventBridge's registry takes. Consumers must
 * expect fields that it does not name: adding one is no new version.
 */
export const jsonSchemaOf = (type: EventType): object =>
  z.toJSONSchema(eventOfType(type), {
    target: 'draft-4',
    io: 'input',
    // 300 characters of regular expression, which say no more than the format beside them.
    override: ({ jsonSchema }) => {
      if (jsonSchema.format === 'date-time') delete jsonSchema.pattern;
    },
  });
