import { readFileSync } from 'node:fs';

/** Ticks a second of /proc's times: USER_HZ, 100 on Linux whatever the kernel's own rate. */
const TICKS_PER_SECOND = 100;

/** CPU seconds, user and system, that a process has used so far; 0 when it is gone (proc(5)). */
export function cpuSecondsOf(pid: number): number {
  const fields = statOf(pid);
  return (Number(fields[11] ?? 0) + Number(fields[12] ?? 0)) / TICKS_PER_SECOND;
}

/** The process's children. */
export function childrenOf(pid: number): number[] {
  try {
    const text = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8');
    return text.split(' ').filter(Boolean).map(Number);
  } catch {
    return [];
  }
}

/** The largest resident set so far, in megabytes (10^6 bytes). */
export const peakMegabytesOf = (pid: number): number => statusMegabytes(pid, 'VmHWM');

/** The resident set at present, in megabytes (10^6 bytes). */
export const residentMegabytesOf = (pid: number): number => statusMegabytes(pid, 'VmRSS');

function statusMegabytes(pid: number, field: string): number {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  return (Number(new RegExp(`${field}:\\s+(\\d+)`).exec(status)?.[1] ?? 0) * 1024) / 1e6;
}

function statOf(pid: number): string[] {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  } catch {
    return [];
  }
}
