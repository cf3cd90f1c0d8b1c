import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    testTimeout: 20_000,
    reporters: ['default', './test/support/closing-line.ts'],
    env: {
      AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: 'true',
      // Servers of tests are on loopback, whatever proxy a developer is behind.
      NO_PROXY: '127.0.0.1',
      no_proxy: '127.0.0.1',
    },
    // Two cores: one for the test, one for the programs it starts.
    maxWorkers: 2,
  },
});
