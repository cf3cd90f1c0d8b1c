export { REDACTION_KINDS, type RedactionKind } from './kinds.ts';
export { DEFAULT_REDACTION_POLICY, RedactionPolicy } from './policy.ts';
export { redactorFor, type Redactor, type SpokenTurn } from './redactor.ts';
export { countTags } from './tags.ts';
