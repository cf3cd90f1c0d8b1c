import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ROOT } from '../support/project-files.ts';
import { startSada, type Ran } from '../support/run-sada.ts';

let folder: string;
let connections: string[];
let ran: Ran;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sada-trace-'));
  const trace = join(folder, 'trace');
  const strace = [
    'strace',
    '-f',
    '--seccomp-bpf',
    '-e',
    'trace=connect,sendto,sendmsg',
    '-o',
    trace,
  ];
  const sample = `${ROOT}samples/router-follow-up-8khz-mulaw.wav`;
  ran = await startSada(['process', sample, '--state', join(folder, 'state')], strace).ended;
  const lines = (await readFile(trace, 'utf8')).split('\n');
  connections = lines.filter((line) => /sa_family=AF_INET6?/.test(line));
}, 120_000);
afterAll(() => rm(folder, { recursive: true }));

describe('the system with all its processes', () => {
  it('connects to loopback and nowhere else', () => {
    // To 0.0.0.0 means to this host: the database asks there whether its port is free.
    const loopback = /inet_addr\("(127\.\d+\.\d+\.\d+|0\.0\.0\.0)"\)|inet_pton\(AF_INET6, "::1"/;
    expect(connections.filter((line) => !loopback.test(line))).toEqual([]);
  });

  it('does its work and does connect, so that this can be seen', () => {
    expect(ran).toMatchObject({ exitCode: 0 });
    expect(connections.length).toBeGreaterThan(10);
  });
});
