import { MODELS, modelNamed } from '../../core/models/catalogue.ts';
import type { Model } from '../../core/models/model.ts';
import { Misuse } from '../misuse.ts';
import { nearNames } from './near-names.ts';

/**
 * The model of the table that somebody named.
 * @throws Misuse with the names that are near
 */
export function knownModel(typed: string): Model {
  const model = modelNamed(typed);
  if (model === undefined) throw unknownName(typed, names(MODELS));
  return model;
}

/** What people are told of a name that there is not. */
export function unknownName(typed: string, all: readonly string[]): Misuse {
  const near = nearNames(typed, all);
  const hint = near.length > 0 ? `did you mean ${near.join(' or ')}?` : 'see: sada models list';
  return new Misuse(`no model is called '${typed}'; ${hint}`);
}

export const names = (models: readonly Pick<Model, 'name'>[]): string[] =>
  models.map(({ name }) => name);
