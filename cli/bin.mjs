#!/usr/bin/env node
import '../scripts/check-node.mjs';

// The SDK's note on coming Node versions is for those who build Sada, not for those who run it.
process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED ??= 'true';

import('tsx/esm/api')
  .then(({ register }) => register())
  .then(() => import('./main.ts'))
  .then(({ main }) => main(process.argv.slice(2)))
  .then((exitCode) => process.exit(exitCode))
  .catch((error) => {
    if (error.code !== 'ERR_MODULE_NOT_FOUND' || !error.message.includes("'tsx")) throw error;
    process.stderr.write('The packages are missing: run npm ci first.\n');
    process.exit(1);
  });
