/**
 * How handlers are bundled, for the cloud and for the local system alike (esbuild's option names).
 * Minified ES modules; some dependencies are CommonJS, so `require` is made for them.
 */
export const HANDLER_BUNDLING = {
  bundle: true,
  minify: true,
  format: 'esm',
  platform: 'node',
  target: 'node20',
  mainFields: ['module', 'main'],
  banner: {
    js: "import { createRequire as makeRequire } from 'node:module'; const require = makeRequire(import.meta.url);",
  },
  legalComments: 'none',
  // Arabic stays two bytes a letter instead of six.
  charset: 'utf8',
  alias: { '@aws-sdk/credential-provider-node': './lambdas/runtime/role-credentials.ts' },
} as const;
