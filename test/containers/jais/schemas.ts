import * as z from 'zod';

const Turn = z.int().min(0).max(300);

/** Ten shapes that answers about calls take, in both languages. */
export const SCHEMAS: Readonly<Record<string, z.ZodType>> = {
  'a summary': z.object({ text: z.string().min(1).max(200), language: z.enum(['ar', 'en']) }),
  'an outcome': z.object({
    label: z.enum(['resolved', 'follow_up_needed', 'unknown']),
    evidence: z.array(Turn).max(4),
  }),
  topics: z
    .array(z.enum(['billing', 'delivery', 'الفاتورة', 'التوصيل']))
    .min(1)
    .max(4),
  'action items': z
    .array(
      z.object({
        what: z.string().max(60),
        who: z.enum(['agent', 'customer', 'العميل']),
        turn: Turn.nullable(),
      }),
    )
    .max(3),
  'a scorecard': z.object({
    greeting: z.boolean(),
    empathy: z.int().min(1).max(5),
    share: z.number().min(0).max(1),
    balance: z.number().min(-2.5).max(12.25),
  }),
  keywords: z.array(z.string().max(20)).max(6),
  'a name or none': z.object({ name: z.string().max(30).nullable(), known: z.literal(true) }),
  'points with evidence': z.object({
    points: z
      .array(z.object({ text: z.string().max(80), evidence: z.array(Turn).min(1).max(3) }))
      .max(3),
  }),
  'an Arabic object': z.object({
    الملخص: z.string().max(80),
    النتيجة: z.enum(['تم الحل', 'متابعة']),
  }),
  'a label': z.enum(['positive', 'negative', 'neutral']),
};
