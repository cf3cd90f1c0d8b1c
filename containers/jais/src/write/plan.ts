/** How a value of a schema is written, one kind a shape of JSON. All are bounded. */
export type Plan = ObjectPlan | ArrayPlan | StringPlan | OptionsPlan | NumberPlan;

export interface ObjectPlan {
  kind: 'object';
  nullable: boolean;
  properties: readonly (readonly [key: string, plan: Plan])[];
}

export interface ArrayPlan {
  kind: 'array';
  nullable: boolean;
  item: Plan;
  minItems: number;
  maxItems: number;
}

/** Lengths in characters: Unicode code points. */
export interface StringPlan {
  kind: 'string';
  nullable: boolean;
  minLength: number;
  maxLength: number;
}

/** One of these, each as JSON writes it. */
export interface OptionsPlan {
  kind: 'options';
  texts: readonly string[];
}

/** A decimal of at most two places, or a whole number. */
export interface NumberPlan {
  kind: 'number';
  nullable: boolean;
  integer: boolean;
  minimum: number;
  maximum: number;
}

export const OPENING = { object: '{', array: '[', string: '"' } as const;

/** What a value is certain to begin with, so that it can be written along with what comes before. */
export function leadOf(plan: Plan): string {
  if (plan.kind === 'options' || plan.kind === 'number' || plan.nullable) return '';
  return OPENING[plan.kind];
}

/** A property up to its value, or to the first character of that. */
export const keyOf = (at: number, key: string, plan: Plan): string =>
  `${at > 0 ? ',' : ''}${JSON.stringify(key)}:${leadOf(plan)}`;
