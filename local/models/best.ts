import type { ModelKind } from '../../core/models/model.ts';
import type { InstalledModel } from './installed.ts';

/**
 * The model of a kind that is used unless somebody says otherwise: one of a name that no table
 * knows, as nobody adds such a one without a reason, else the best of the table that is here.
 */
export const bestModel = (
  installed: readonly InstalledModel[],
  kind: ModelKind,
): InstalledModel | null => installed.find((model) => model.kind === kind) ?? null;
