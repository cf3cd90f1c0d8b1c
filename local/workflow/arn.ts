import { ApiError } from './errors.ts';

/** Where the ARNs of an engine say that it runs. */
export interface Location {
  region: string;
  account: string;
}

/** What StartExecution refuses in a name: spaces, brackets, wildcards, special and control characters. */
const FORBIDDEN = /[\s<>{}[\]?*"#%\\^|~`$&,;:/\p{Cc}\p{Cs}\uFFFE\uFFFF\u{10FFFF}]/u;

/** @throws ApiError `InvalidName` for a name that is not 1 to 80 allowed characters */
export function checkName(name: string): void {
  if (name.length >= 1 && name.length <= 80 && !FORBIDDEN.test(name)) return;
  throw new ApiError('InvalidName', `Invalid Name: '${name}'`);
}

export const stateMachineArn = ({ region, account }: Location, name: string): string =>
  `arn:aws:states:${region}:${account}:stateMachine:${name}`;

export const executionArn = (
  { region, account }: Location,
  stateMachine: string,
  name: string,
): string => `arn:aws:states:${region}:${account}:execution:${stateMachine}:${name}`;

export const roleArn = ({ account }: Location, stateMachine: string): string =>
  `arn:aws:iam::${account}:role/${stateMachine}`;
