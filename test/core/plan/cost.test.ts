import { describe, expect, it } from 'vitest';
import { costItems, WEEKS_PER_MONTH } from '../../../core/plan/cost-items.ts';
import { gpuCost, lowerBound } from '../../../core/plan/gpu-cost.ts';
import { MANAGED_SERVICES, managedCost } from '../../../core/plan/managed-services.ts';
import { PRICES, pricesWith } from '../../../core/plan/prices.ts';
import { THROUGHPUTS } from '../../../core/plan/throughput.ts';
import { CALL_USAGE, HANDLER_GB, STANDING } from '../../../core/plan/usage.ts';
import { textOf } from '../../support/project-files.ts';
import { smallDeployment } from './support/deployment.ts';

const prices = pricesWith();
const usage = {
  calls: 1_000_000,
  audioMinutes: 5_000_000,
  gpuHours: { workers: { onDemand: 10, spot: 100 }, copies: 50 },
  analysisSeconds: 0,
};

const monthOfRecordings = (days: number, atHand = days): number => {
  const keptDays = { recordings: days, recordingsAtHand: atHand, results: 0, logs: 0 };
  const items = costItems(usage, { ...smallDeployment(), keptDays }, prices);
  return items['Storage of recordings'] * WEEKS_PER_MONTH;
};

describe('prices', () => {
  it('each say what they are of, where that is published, and when it was read', () => {
    for (const { usd, per, of, source, asOf } of Object.values(PRICES)) {
      expect(usd).toBeGreaterThan(0);
      expect(per + of).not.toBe('');
      expect(new URL(source).protocol).toBe('https:');
      expect(asOf).toMatch(/^20\d\d-\d\d$/);
    }
  });

  it('may be replaced one at a time', () => {
    expect(pricesWith({ workerSpot: 1 })).toEqual({ ...prices, workerSpot: 1 });
  });
});

describe('cost', () => {
  it('of GPUs is hours by price, each kind by its own', () => {
    expect(gpuCost(usage.gpuHours, prices).total).toBeCloseTo(
      10 * 0.526 + 100 * 0.2 + 50 * 0.736,
      9,
    );
  });

  it('of a million calls is theirs by item', () => {
    const items = costItems(usage, smallDeployment(), prices);
    expect(items['Step Functions']).toBeCloseTo(1_000_000 * 8 * 0.000025, 6);
    expect(items.SQS).toBeCloseTo(5 * 0.4, 6);
    expect(items.EventBridge).toBeCloseTo(2, 6);
    expect(items.Lambda).toBeCloseTo(3 * 0.2 + 3_000_000 * 0.5 * 0.0000133334, 6);
  });

  it('of what is kept is that of its steady state', () => {
    // 5 million minutes a week at 0.96 MB each are 4,800 GB, kept for four weeks.
    expect(monthOfRecordings(28)).toBeCloseTo(4 * 4800 * 0.023, 1);
    expect(monthOfRecordings(56)).toBeCloseTo(2 * monthOfRecordings(28), 6);
  });

  it('counts recordings in the archive at its price, and each move there', () => {
    const moves = 1_000_000 * WEEKS_PER_MONTH * 0.00002;
    const archived = monthOfRecordings(56, 28) - monthOfRecordings(28);
    expect(archived).toBeCloseTo(4 * 4800 * 0.004 + moves, 1);
  });

  it('cannot be lower than all work at the lowest price', () => {
    const calls = Array.from({ length: 600 }, (_, at) => ({
      at,
      minutes: 5,
      language: 'ar' as const,
    }));
    const { workers, copies } = lowerBound(calls, THROUGHPUTS.expected, prices);
    expect(workers).toBeCloseTo(((600 * 5) / 15 / 60) * 0.2, 9);
    expect(copies).toBeCloseTo((600 / 29.2 / 60) * 0.736, 9);
  });

  it('of services by the minute goes down tier by tier', () => {
    const [transcribe] = MANAGED_SERVICES;
    expect(managedCost(transcribe, 100_000)).toBeCloseTo(2400, 6);
    expect(managedCost(transcribe, 300_000)).toBeCloseTo(250_000 * 0.024 + 50_000 * 0.015, 6);
  });
});

describe('what a call uses', () => {
  it('is the happy way of the state machine: its states and the start', () => {
    const machine = JSON.parse(textOf('statemachines/process-call.asl.json')) as Machine;
    let state: string | undefined = machine.StartAt;
    let transitions = 1;
    while (state !== undefined) {
      transitions += 1;
      state = happyWayFrom(machine.States[state]);
    }
    expect(CALL_USAGE.stateTransitions).toBe(transitions);
  });

  it('is what infrastructure gives handlers and workers', () => {
    expect(textOf('infra/constructs/handler.ts')).toContain(`MEMORY_MIB = ${HANDLER_GB * 1024};`);
    expect(textOf('infra/constructs/gpu-capacity.ts')).toContain(
      `DISK_GIB = ${STANDING.workerDiskGb};`,
    );
    const services = textOf('infra/constructs/worker-network.ts').match(
      /InterfaceVpcEndpointAwsService\.\w+/g,
    );
    expect(STANDING.endpoints).toBe(services?.length);
    expect(textOf('infra/constructs/gpu-capacity.ts')).toContain('NEVER_ON_SPOT = 1;');
  });
});

interface State {
  Type: string;
  Next?: string;
  Default?: string;
  Choices?: { Next: string }[];
}

interface Machine {
  StartAt: string;
  States: Record<string, State>;
}

/** A new recording is transcribed, and speech is found in it. */
const happyWayFrom = ({ Type, Next, Default, Choices }: State = { Type: 'Fail' }) => {
  if (Type !== 'Choice') return Next;
  return Default === 'Nothing to do' ? Choices?.[0]?.Next : Default;
};
