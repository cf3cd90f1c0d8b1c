import { Command, InvalidArgumentError } from 'commander';
import { once } from 'node:events';
import { DEFAULT_SETTINGS_FOLDER, loadSettings } from '../../environments/settings.ts';
import { differences, fromAssembly, fromSources } from '../../local/deployable.ts';
import { LISTENING, portsFrom } from '../../local/ports.ts';
import { EXIT } from '../exit-codes.ts';
import { maxMinutesOption } from '../max-minutes-option.ts';
import { modelOption } from '../model-option.ts';
import { listenForInterrupt } from '../process/interrupt.ts';
import { requirePrograms } from '../require-programs.ts';
import { showStatus } from '../serve/status.ts';
import { welcome } from '../serve/welcome.ts';
import { startSystem } from '../start-system.ts';
import { settingsOption } from '../settings-option.ts';
import { stateOption } from '../state-option.ts';

interface Flags {
  port: number;
  maxMinutes: number;
  model?: string;
  settings?: string;
  state: string;
  assembly?: string;
}

const FIRST_PORT = 4560;
const HIGHEST_PORT = 65_535;

/** `sada serve`: the local system, kept up for whoever talks to it. */
export function serveCommand(exit: (code: number) => void): Command {
  return new Command('serve')
    .description('keep the local system up on fixed ports and process what arrives')
    .option(
      '--port <port>',
      `the first of ${LISTENING.length} ports in a row; 0 takes any`,
      portOf,
      FIRST_PORT,
    )
    .option('--assembly <dir>', 'run what cdk synth made, for example cdk.out, not the sources')
    .addOption(modelOption())
    .addOption(settingsOption())
    .addOption(maxMinutesOption())
    .addOption(stateOption())
    .addHelpText(
      'after',
      `
Examples:
  sada serve
  sada serve --port 5000 --state /var/lib/sada
  sada serve --assembly cdk.out
  sada events                  in another terminal: what is announced`,
    )
    .action(async (flags: Flags) => {
      await serve(flags);
      exit(EXIT.ok);
    });
}

async function serve({ port, maxMinutes, model, settings, state, assembly }: Flags): Promise<void> {
  requirePrograms();
  const ports = portsFrom(port);
  const { system, seconds, notice } = await startSystem({
    stateDirectory: state,
    maxMinutes,
    model,
    settings,
    ports,
    assembly,
  });
  const { signal, forget } = listenForInterrupt();
  process.stdout.write(welcome(system.endpoints, state));
  process.stderr.write(`Up in ${seconds.toFixed(1)} s. ${notice}\n`);
  if (assembly !== undefined) await compareWithSources(assembly, settings);
  const end = showStatus(system, process.stderr);
  if (!signal.aborted) await once(signal, 'abort');
  end();
  process.stderr.write('Stopping.\n');
  await system.stop();
  forget();
}

/** An assembly is run as it is; that it is an old one should not go unnoticed. */
async function compareWithSources(assembly: string, settings?: string): Promise<void> {
  const asked = loadSettings(settings ?? DEFAULT_SETTINGS_FOLDER);
  const changed = await differences(await fromAssembly(assembly), await fromSources(asked));
  const state =
    changed.length === 0 ? 'as the sources are now' : `changed since: ${changed.join(', ')}`;
  process.stderr.write(`Running ${assembly}, ${state}.\n`);
}

function portOf(text: string): number {
  const port = Number(text);
  const most = HIGHEST_PORT - LISTENING.length + 1;
  if (Number.isInteger(port) && port >= 0 && port <= most) return port;
  throw new InvalidArgumentError(`Expected a whole number from 0 to ${most}.`);
}
