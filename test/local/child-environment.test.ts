import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { childEnvironment } from '../../local/child-environment.ts';

const ENDPOINTS = {
  s3: 'http://127.0.0.1:1',
  dynamodb: 'http://127.0.0.1:2',
  sqs: 'http://127.0.0.1:3',
  stepFunctions: 'http://127.0.0.1:4',
  eventBridge: 'http://127.0.0.1:5',
  sageMakerRuntime: 'http://127.0.0.1:6',
};

beforeEach(() => {
  vi.stubEnv('AWS_PROFILE', 'production');
  vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'a real secret');
  vi.stubEnv('AWS_SESSION_TOKEN', 'a real token');
  vi.stubEnv('HTTPS_PROXY', 'http://proxy.example');
});
afterEach(() => vi.unstubAllEnvs());

describe('the environment of a child', () => {
  it('has nothing of the person who started it', () => {
    const env = childEnvironment(ENDPOINTS, {});
    const text = JSON.stringify(env);
    for (const secret of ['production', 'a real secret', 'a real token', 'proxy.example']) {
      expect(text).not.toContain(secret);
    }
    expect(env).toMatchObject({
      AWS_ACCESS_KEY_ID: 'local',
      AWS_EC2_METADATA_DISABLED: 'true',
      AWS_CONFIG_FILE: '/dev/null',
      AWS_SHARED_CREDENTIALS_FILE: '/dev/null',
    });
  });

  it('sends every service to loopback, those not stood in for to where nothing listens', () => {
    const endpoints = Object.entries(childEnvironment(ENDPOINTS, {})).filter(([name]) =>
      name.startsWith('AWS_ENDPOINT_URL'),
    );
    expect(endpoints).toHaveLength(7);
    for (const [, url] of endpoints) expect(new URL(url).hostname).toBe('127.0.0.1');
  });
});
