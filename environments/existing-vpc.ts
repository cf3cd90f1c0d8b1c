import * as z from 'zod';
import { text } from './parts.ts';

const Subnet = z.strictObject({
  id: text(/^subnet-[0-9a-f]{8,17}$/, 'a subnet such as subnet-0a1b2c3d'),
  zone: text(/^[a-z]{2,}(-[a-z]+)+-\d[a-z]$/, 'an availability zone such as eu-central-1a'),
});

/**
 * A network that is there. By ids, so that nothing is looked up at synth; it must lead to AWS's
 * services by its own gateways or endpoints.
 */
export const ExistingVpc = z.strictObject({
  id: text(/^vpc-[0-9a-f]{8,17}$/, 'a VPC such as vpc-0a1b2c3d'),
  subnets: z
    .array(Subnet)
    .min(1, { error: 'expected one subnet at least' })
    .refine((subnets) => new Set(subnets.map(({ id }) => id)).size === subnets.length, {
      error: 'expected each subnet once',
    }),
});
export type ExistingVpc = z.infer<typeof ExistingVpc>;
