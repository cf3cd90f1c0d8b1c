import type { FunctionName } from '../statemachines/bindings.ts';

/**
 * Names that must be known before what they name exists, so that policies can speak of it without
 * a reference, which would be a cycle. What holds data has no name of its own: CloudFormation makes
 * one, and a retained bucket never stands in the way of a new one.
 */
export const namesOf = (environment: string) => ({
  stateMachine: `sada-${environment}-process-call`,
  bus: `sada-${environment}`,
  schemaRegistry: `sada-${environment}`,
  endpoint: `sada-${environment}-jais`,
  alarm: (what: string) => `sada-${environment}-${what}`,
  budget: (region: string) => `sada-${environment}-${region}`,
  rule: (what: string) => `sada-${environment}-${what}`,
  function: (name: FunctionName) => `sada-${environment}-${name}`,
  keyAlias: (what: string) => `sada/${environment}/${what}`,
});

/** Log groups under names that the services would choose, else under one of ours. */
export const logGroupsOf = (environment: string) => ({
  handler: (name: FunctionName) => `/aws/lambda/${namesOf(environment).function(name)}`,
  worker: `/sada/${environment}/whisper`,
  endpoint: `/aws/sagemaker/Endpoints/${namesOf(environment).endpoint}`,
  inferenceComponent: (name: string) => `/aws/sagemaker/InferenceComponents/${name}`,
  /** All of the above, for the key that encrypts them. */
  patterns: [
    `/aws/lambda/sada-${environment}-*`,
    `/sada/${environment}/*`,
    `/aws/sagemaker/Endpoints/sada-${environment}-*`,
    `/aws/sagemaker/InferenceComponents/sada-${environment}-*`,
  ],
});
