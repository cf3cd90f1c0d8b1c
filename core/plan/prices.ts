import type { Price, PricesByName } from './price.ts';

/** Lists differ by region; all of these are of this one. */
export const PRICE_REGION = 'us-east-1';

const EC2 = { source: 'https://aws.amazon.com/ec2/pricing/on-demand/', asOf: '2026-11' };
const SPOT = { source: 'https://aws.amazon.com/ec2/spot/pricing/', asOf: '2026-11' };
const SAGEMAKER = { source: 'https://aws.amazon.com/sagemaker/pricing/', asOf: '2026-11' };
const LAMBDA = { source: 'https://aws.amazon.com/lambda/pricing/', asOf: '2026-11' };
const STEPS = { source: 'https://aws.amazon.com/step-functions/pricing/', asOf: '2026-11' };
const S3 = { source: 'https://aws.amazon.com/s3/pricing/', asOf: '2026-11' };
const DYNAMODB = { source: 'https://aws.amazon.com/dynamodb/pricing/on-demand/', asOf: '2026-11' };
const SQS = { source: 'https://aws.amazon.com/sqs/pricing/', asOf: '2026-11' };
const EVENTS = { source: 'https://aws.amazon.com/eventbridge/pricing/', asOf: '2026-11' };
const CLOUDWATCH = { source: 'https://aws.amazon.com/cloudwatch/pricing/', asOf: '2026-11' };
const KMS = { source: 'https://aws.amazon.com/kms/pricing/', asOf: '2026-11' };
const VPC = { source: 'https://aws.amazon.com/privatelink/pricing/', asOf: '2026-11' };
const ADDRESS = { source: 'https://aws.amazon.com/vpc/pricing/', asOf: '2026-11' };
const EBS = { source: 'https://aws.amazon.com/ebs/pricing/', asOf: '2026-11' };
const ECR = { source: 'https://aws.amazon.com/ecr/pricing/', asOf: '2026-11' };

const MILLION = 1_000_000;

/** List prices without free tiers, savings plans or taxes: the one table that every figure is from. */
export const PRICES = {
  workerOnDemand: { ...EC2, usd: 0.526, per: 'hour', of: 'g4dn.xlarge on demand' },
  /** Spot moves: between 0.15 and 0.25 in what was read; the middle of it. */
  workerSpot: { ...SPOT, usd: 0.2, per: 'hour', of: 'g4dn.xlarge Spot' },
  modelCopy: { ...SAGEMAKER, usd: 0.736, per: 'hour', of: 'ml.g4dn.xlarge hosting' },
  lambdaRequest: { ...LAMBDA, usd: 0.2 / MILLION, per: 'request', of: 'Lambda requests' },
  lambdaGbSecond: { ...LAMBDA, usd: 0.0000133334, per: 'GB-second', of: 'Lambda on Graviton' },
  stateTransition: { ...STEPS, usd: 0.025 / 1000, per: 'transition', of: 'Standard workflows' },
  s3Put: { ...S3, usd: 0.005 / 1000, per: 'request', of: 'S3 PUT, COPY, POST, LIST' },
  s3Get: { ...S3, usd: 0.0004 / 1000, per: 'request', of: 'S3 GET and others' },
  s3GbMonth: { ...S3, usd: 0.023, per: 'GB-month', of: 'S3 Standard' },
  s3ArchiveGbMonth: { ...S3, usd: 0.004, per: 'GB-month', of: 'S3 Glacier Instant Retrieval' },
  s3Archiving: {
    ...S3,
    usd: 0.02 / 1000,
    per: 'request',
    of: 'S3 moves to Glacier Instant Retrieval',
  },
  dynamodbWrite: { ...DYNAMODB, usd: 0.625 / MILLION, per: 'request unit', of: 'DynamoDB writes' },
  dynamodbRead: { ...DYNAMODB, usd: 0.125 / MILLION, per: 'request unit', of: 'DynamoDB reads' },
  dynamodbGbMonth: {
    ...DYNAMODB,
    usd: 0.45,
    per: 'GB-month',
    of: 'DynamoDB storage with point-in-time recovery',
  },
  sqsRequest: { ...SQS, usd: 0.4 / MILLION, per: 'request', of: 'SQS standard queues' },
  event: {
    ...EVENTS,
    usd: 1 / MILLION,
    per: 'published event',
    of: 'EventBridge, own and S3 events',
  },
  logGb: { ...CLOUDWATCH, usd: 0.5, per: 'GB', of: 'CloudWatch Logs, taken in' },
  logGbMonth: { ...CLOUDWATCH, usd: 0.03, per: 'GB-month', of: 'CloudWatch Logs, kept' },
  metricMonth: { ...CLOUDWATCH, usd: 0.3, per: 'month of a metric', of: 'CloudWatch own metrics' },
  alarmMonth: { ...CLOUDWATCH, usd: 0.1, per: 'month of an alarm', of: 'CloudWatch alarms' },
  keyMonth: { ...KMS, usd: 1, per: 'month of a key', of: 'KMS keys' },
  keyRequest: { ...KMS, usd: 0.03 / 10_000, per: 'request', of: 'KMS requests' },
  endpointHour: { ...VPC, usd: 0.01, per: 'hour in a zone', of: 'interface endpoints' },
  endpointGb: { ...VPC, usd: 0.01, per: 'GB', of: 'data through interface endpoints' },
  addressHour: { ...ADDRESS, usd: 0.005, per: 'hour', of: 'public IPv4 addresses' },
  transferOutGb: { ...EC2, usd: 0.09, per: 'GB', of: 'data out to the internet' },
  diskGbMonth: { ...EBS, usd: 0.08, per: 'GB-month', of: 'EBS gp3' },
  imageGbMonth: { ...ECR, usd: 0.1, per: 'GB-month', of: 'container images' },
} as const satisfies Record<string, Price>;

export type PriceName = keyof typeof PRICES;
export type Prices = PricesByName<PriceName>;

export const PRICE_NAMES = Object.keys(PRICES) as PriceName[];

/** The table as plain numbers, some of them replaced. */
export const pricesWith = (own: Partial<Prices> = {}): Prices => ({
  ...(Object.fromEntries(PRICE_NAMES.map((name) => [name, PRICES[name].usd])) as Prices),
  ...own,
});
