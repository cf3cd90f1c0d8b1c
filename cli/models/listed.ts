import Table from 'cli-table3';
import { join } from 'node:path';
import { MODELS } from '../../core/models/catalogue.ts';
import type { Model } from '../../core/models/model.ts';
import { bestModel } from '../../local/models/best.ts';
import { addedModels, installedModels, type AddedModel } from '../../local/models/installed.ts';
import { PartialFile } from '../../local/models/partial-file.ts';
import { sizeOf } from '../../local/models/size-of.ts';

/** What there is to know of a model here. */
export interface ListedModel extends Pick<Model, 'name' | 'kind' | 'languages' | 'about'> {
  /** `begun`: a part is here; `damaged`: it was added, and its file has changed or gone. */
  state: 'pulled' | 'added' | 'damaged' | 'begun' | 'available' | 'by hand';
  /** Of the whole file; null where nobody states it. */
  bytes: number | null;
  sha256: string | null;
  /** Bytes that are here of one that was begun, else null. */
  here: number | null;
  /** Whether `sada process` would hear calls with it. */
  used: boolean;
  /** How to come by one that cannot be pulled, else null. */
  steps: string | null;
}

/** Every model that was added or that the table knows, in the order of preference. */
export async function listModels(folder: string): Promise<ListedModel[]> {
  const installed = await installedModels(folder);
  const here = installed.map(({ name }) => name);
  const used = bestModel(installed, 'speech')?.name;
  const added = await addedModels(folder);
  const rest = MODELS.filter(({ name }) => !added.some((model) => model.name === name));
  const listed = [
    ...added.map((model) => ofAdded(model, here)),
    ...(await Promise.all(rest.map((model) => ofTable(model, here, folder)))),
  ];
  return listed.map((model) => ({ ...model, used: model.name === used }));
}

type Listed = Omit<ListedModel, 'used'>;

function ofAdded({ name, kind, bytes, sha256 }: AddedModel, here: readonly string[]): Listed {
  const known = MODELS.find((model) => model.name === name);
  const { languages, about } = known ?? { languages: '-', about: 'added by hand' };
  const state = here.includes(name) ? 'added' : 'damaged';
  return { name, kind, languages, about, state, bytes, sha256, here: null, steps: null };
}

async function ofTable(
  { name, kind, languages, about, file, published, steps }: Model,
  here: readonly string[],
  folder: string,
): Promise<Listed> {
  const facts = { name, kind, languages, about, here: null, steps: steps ?? null };
  if (published === null) return { ...facts, state: 'by hand', bytes: null, sha256: null };
  const { bytes, sha256 } = published;
  if (here.includes(name)) return { ...facts, state: 'pulled', bytes, sha256 };
  const begun = await new PartialFile(join(folder, file)).size();
  if (begun === 0) return { ...facts, state: 'available', bytes, sha256 };
  return { ...facts, state: 'begun', bytes, sha256, here: begun };
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
