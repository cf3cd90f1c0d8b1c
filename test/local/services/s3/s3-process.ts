/* oxlint-disable no-console -- speaks to the test that started it */
import { systemClock } from '../../../../local/clock.ts';
import { startS3 } from '../../../../local/services/s3/server.ts';

// An S3 in a process of its own, to be measured and killed: `s3-process.ts DIRECTORY BUCKET`.
// Prints its endpoint, then the reason of every event.
const [, , directory = '', bucket = ''] = process.argv;
const s3 = await startS3({
  directory,
  clock: systemClock,
  onObjectCreated: async ({ detail }) => console.log(detail.reason),
});
s3.createBucket(bucket);
console.log(s3.endpoint);
