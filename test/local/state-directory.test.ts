import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { holdStateDirectory, type LockContents } from '../../local/state-directory.ts';
import { until } from '../support/until.ts';

let path: string;
beforeEach(async () => {
  path = await mkdtemp(join(tmpdir(), 'sada-state-'));
});
afterEach(() => rm(path, { recursive: true }));

const writeLock = (lock: LockContents) => writeFile(join(path, 'lock.json'), JSON.stringify(lock));

async function stateOf(pid: number): Promise<string | undefined> {
  return (await readFile(`/proc/${pid}/stat`, 'utf8')).split(' ')[2];
}

describe('a state directory', () => {
  it('is held by one process, whose id and ports a second one is told', async () => {
    const state = await holdStateDirectory(path);
    await state.announce({ s3: 4010, sqs: 4011 });
    const second = holdStateDirectory(path);
    await expect(second).rejects.toMatchObject({ name: 'AlreadyRunning' });
    await expect(second).rejects.toThrow(`process ${process.pid} (ports: s3 4010, sqs 4011)`);
  });

  it('can be held again once it was released', async () => {
    await (await holdStateDirectory(path)).release();
    await expect(holdStateDirectory(path)).resolves.toMatchObject({ path });
  });

  it('is taken over from a process that died', async () => {
    const child = spawn('true');
    await once(child, 'exit');
    await writeLock({ pid: child.pid ?? 0, startTicks: '1', ports: {} });
    await expect(holdStateDirectory(path)).resolves.toMatchObject({ path });
  });

  it('is taken over when another program has got the id of the one that died', async () => {
    await writeLock({ pid: process.pid, startTicks: '1', ports: {} });
    await expect(holdStateDirectory(path)).resolves.toMatchObject({ path });
  });

  it('is taken over when the lock was cut short', async () => {
    await writeFile(join(path, 'lock.json'), '{"pid":');
    await expect(holdStateDirectory(path)).resolves.toMatchObject({ path });
  });

  it('is taken over from a process that was killed and that its parent has not asked about', async () => {
    // The shell becomes a sleeper that asks nobody: its first child stays a zombie.
    const shell = spawn('sh', ['-c', 'sh -c "echo \\$\\$" & exec sleep 60']);
    const [pid] = (await once(shell.stdout, 'data')) as [Buffer];
    await until('a zombie', async () => (await stateOf(Number(pid))) === 'Z');
    const stat = await readFile(`/proc/${Number(pid)}/stat`, 'utf8');
    await writeLock({ pid: Number(pid), startTicks: stat.split(' ')[21] ?? '', ports: {} });
    await expect(holdStateDirectory(path)).resolves.toMatchObject({ path });
    shell.kill('SIGKILL');
  });

  it('is held when a kill came while its version was being written', async () => {
    await writeFile(join(path, 'version.json'), '');
    await holdStateDirectory(path);
    expect(await readFile(join(path, 'version.json'), 'utf8')).toMatch(/^\{"state":\d+\}$/);
  });

  it.each([
    ['lies below a file', (folder: string) => join(folder, 'a-file', 'state'), 'ENOTDIR'],
    ['belongs to the kernel', () => '/sys', 'EACCES|EPERM|EROFS'],
  ])('is refused when it %s, naming it and what to do', async (_name, of, code) => {
    await writeFile(join(path, 'a-file'), '');
    const held = holdStateDirectory(of(path));
    await expect(held).rejects.toMatchObject({ name: 'StateUnwritable' });
    await expect(held).rejects.toThrow(new RegExp(`^/.*(${code}).*--state`));
  });

  it('is refused, and left as it is, when a newer version wrote it', async () => {
    await writeFile(join(path, 'version.json'), '{"state":99}');
    await expect(holdStateDirectory(path)).rejects.toMatchObject({ name: 'StateTooNew' });
    await expect(holdStateDirectory(path)).rejects.toThrow('99');
    expect(await readFile(join(path, 'version.json'), 'utf8')).toBe('{"state":99}');
  });
});
