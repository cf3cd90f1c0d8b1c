import { describe, expect, it } from 'vitest';
import { PullProgress } from '../../../cli/models/pull-progress.ts';
import { JumpingClock } from '../../support/jumping-clock.ts';

class Screen {
  written = '';
  readonly isTTY: boolean;
  readonly columns: number;
  constructor(isTTY: boolean, columns = 80) {
    this.isTTY = isTTY;
    this.columns = columns;
  }
  write(text: string): void {
    this.written += text;
  }
  /** What stands on the line that is written over and over. */
  get line(): string {
    return this.written.split('\r\u001B[K').at(-1) ?? '';
  }
}

describe('the progress of a pull', () => {
  it('is one line on a terminal, with how fast it goes and how long it will take', async () => {
    const [screen, clock] = [new Screen(true), new JumpingClock()];
    const progress = new PullProgress(screen, 200e6, clock);
    progress.at(50e6);
    await clock.jump(10_000);
    progress.at(100e6);
    expect(screen.line).toBe(
      '[############------------]  50 %  100 of 200 MB  5.0 MB/s  0:20 left',
    );
    expect(screen.written).not.toContain('\n');
    progress.end();
    expect(screen.line).toBe('');
  });

  it('is drawn ten times a second at most, and never wider than the terminal', () => {
    const screen = new Screen(true, 20);
    const progress = new PullProgress(screen, 200e6, new JumpingClock());
    for (let here = 0; here < 100; here++) progress.at(here);
    expect(screen.written.split('\r')).toHaveLength(2);
    expect(screen.line).toHaveLength(19);
  });

  it('is a line for every tenth elsewhere', () => {
    const screen = new Screen(false);
    const progress = new PullProgress(screen, 200e6, new JumpingClock());
    for (let here = 0; here <= 200e6; here += 1e6) progress.at(here);
    const lines = screen.written.trimEnd().split('\n');
    expect(lines).toHaveLength(10);
    expect(lines[0]).toBe('   10 %  20 of 200 MB');
    expect(lines.at(-1)).toBe('  100 %  200 of 200 MB');
  });
});
