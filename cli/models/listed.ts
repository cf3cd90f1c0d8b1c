import Table from 'cli-table3';
import { MODELS } from '../../core/models/catalogue.ts';
import type { Model } from '../../core/models/model.ts';
import { bestSpeechModel } from '../../local/models/best.ts';
import { sizeOf } from '../../local/models/errors.ts';
import { addedModels, installedModels } from '../../local/models/installed.ts';
import { PartialFile } from '../../local/models/partial-file.ts';
import { join } from 'node:path';

export type ModelState = 'pulled' | 'added' | 'damaged' | 'begun' | 'available' | 'by hand';

/** What there is to know of a model here. */
export interface ListedModel extends Pick<Model, 'name' | 'kind' | 'languages' | 'about'> {
  state: ModelState;
  /** Of the whole file; null where nobody states it. */
  bytes: number | null;
  sha256: string | null;
  /** Bytes that are here of one that was begun. */
  here: number | null;
  /** Whether `sada process` would hear calls with it. */
  used: boolean;
  /** How to come by one that cannot be pulled. */
  steps: string | null;
}

/** Every model that was added or that the table knows, in the order of preference. */
export async function listModels(folder: string): Promise<ListedModel[]> {
  const installed = await installedModels(folder);
  const used = bestSpeechModel(installed)?.name;
  const added = await addedModels(folder);
  const own = added.map(({ name, kind, bytes, sha256 }): ListedModel => {
    const state = installed.some((model) => model.name === name) ? 'added' : 'damaged';
    const known = MODELS.find((model) => model.name === name);
    const { languages, about } = known ?? { languages: '-', about: 'added by hand' };
    const facts = { name, kind, languages, about, bytes, sha256, here: null, steps: null };
    return { ...facts, state, used: name === used };
  });
  const rest = MODELS.filter(({ name }) => !added.some((model) => model.name === name));
  const tables = await Promise.all(
    rest.map(async (model): Promise<ListedModel> => {
      const { name, kind, languages, about, published, steps = null } = model;
      const isHere = installed.some((one) => one.name === name);
      const here = await new PartialFile(join(folder, model.file)).size();
      const state = isHere
        ? 'pulled'
        : published === null
          ? 'by hand'
          : here
            ? 'begun'
            : 'available';
      const { bytes, sha256 } = published ?? { bytes: null, sha256: null };
      const facts = { name, kind, languages, about, bytes, sha256, steps };
      return { ...facts, state, here: state === 'begun' ? here : null, used: name === used };
    }),
  );
  return [...own, ...tables];
}

export function tableOf(models: readonly ListedModel[]): string {
  const table = new Table({
    head: ['', 'model', 'size', 'state', 'kind', 'good for'],
    style: { head: [], border: [] },
    chars: { mid: '', 'left-mid': '', 'mid-mid': '', 'right-mid': '' },
  });
  for (const { used, name, bytes, state, here, kind, about } of models) {
    const size = bytes === null ? '-' : sizeOf(bytes);
    const shown = here === null ? state : `${state}, ${sizeOf(here)}`;
    table.push([used ? '*' : '', name, size, shown, kind, about]);
  }
  return table.toString();
}
