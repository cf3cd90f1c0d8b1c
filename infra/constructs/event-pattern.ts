import type { EventPattern } from 'aws-cdk-lib/aws-events';

/** A pattern of `core/events.ts`, spelt as EventBridge does, in CDK's spelling. */
export const eventPattern = ({
  source,
  'detail-type': detailType,
  detail,
}: {
  source: string[];
  'detail-type': string[];
  detail: Record<string, unknown>;
}): EventPattern => ({ source, detailType, detail });
