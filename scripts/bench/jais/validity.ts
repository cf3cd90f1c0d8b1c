import * as z from 'zod';
import { AnswerRequest } from '../../../core/language-model.ts';
import { answer } from '../../../containers/jais/src/answers/answer.ts';
import { PriorCache } from '../../../containers/jais/src/answers/prior-cache.ts';
import type { Log } from '../../../containers/jais/src/log.ts';
import type { LoadedModel } from '../../../containers/jais/src/model/load.ts';
import { SCHEMAS } from '../../../test/containers/jais/schemas.ts';
import type { Report } from './report.ts';

const RESULTS = 1000;
const silent: Log = { info() {}, warn() {}, error() {} };

/** Values of ten schemas from random weights at temperature 1: how many parse and validate? */
export async function benchValidity(model: LoadedModel, report: Report): Promise<void> {
  const schemas = Object.values(SCHEMAS);
  const answering = { model, priors: new PriorCache(), log: silent, queueLength: RESULTS };
  const never = new AbortController().signal;
  let valid = 0;
  for (let seed = 0; seed < RESULTS / schemas.length; seed++) {
    const branches = schemas.map((schema, at) => ({
      name: `value${at}`,
      suffix: ' JSON: ',
      write: z.toJSONSchema(schema),
      maxTokens: 300 + seed,
    }));
    const prefix = seed % 2 === 0 ? 'The customer said:' : 'قال العميل:';
    const request = AnswerRequest.parse({ prefix, branches, temperature: 1, seed });
    const { answers } = await answer(answering, request, never);
    const sound = schemas.filter((schema, at) => {
      const found = JSON.parse(JSON.stringify(answers[`value${at}`])) as { value?: unknown };
      return schema.safeParse(found.value).success;
    });
    valid += sound.length;
  }
  report.atLeast(`of ${RESULTS} values of ${schemas.length} schemas, valid`, RESULTS, valid);
}
