/** `npm run package`: writes the app package of an environment, ready for the Teams admin center. */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { parseArgs, parseEnv } from 'node:util';
import { processEnvironment } from '../config.ts';
import { filledIn, missingVariables, PACKAGE_FILES, problemsOf, zipped } from './app-package.ts';
import type { PackageFiles, Variables } from './app-package.ts';
import { CommandFailure, runCommand } from './command.ts';
import type { Command } from './command.ts';

const SOURCE = new URL('../../appPackage/', import.meta.url);
const ENVIRONMENTS = new URL('../../infra/environments/', import.meta.url);

function environmentOf({ args, say }: Command): string {
  let env: string;
  try {
    env = parseArgs({ args: [...args], options: { env: { type: 'string', default: 'dev' } } }).values.env;
  } catch {
    throw new CommandFailure(say('usage.package'));
  }
  if (!/^[\w-]+$/u.test(env)) throw new CommandFailure(say('package.bad-env'));
  return env;
}

async function packageFiles(): Promise<PackageFiles> {
  const files = new Map<string, Uint8Array>();
  for (const name of PACKAGE_FILES) {
    const bytes = await readFile(new URL(name, SOURCE)).catch(() => null);
    if (bytes !== null) files.set(name, bytes);
  }
  return files;
}

/** The environment of the process, before what the deployment has written down. */
async function variablesFrom(file: URL): Promise<Variables> {
  const written = parseEnv(await readFile(file, 'utf8').catch(() => ''));
  const given = Object.entries(processEnvironment()).filter(([, value]) => value?.trim());
  const variables = { ...written, ...Object.fromEntries(given) };
  const url = variables['ALONGSIDE_PUBLIC_URL'];
  return url !== undefined && URL.canParse(url) ? { BOT_DOMAIN: new URL(url).host, ...variables } : variables;
}

await runCommand(async (command) => {
  const { say, print } = command;
  const env = environmentOf(command);
  const settings = `infra/environments/.env.${env}`;
  const template = await packageFiles();
  const variables = await variablesFrom(new URL(`.env.${env}`, ENVIRONMENTS));
  const missing = missingVariables(template, variables);
  if (missing.length > 0)
    throw new CommandFailure(
      say('package.missing', { count: missing.length, names: missing.join(', '), file: settings }),
    );
  const files = filledIn(template, variables);
  const problems = await problemsOf(files);
  if (problems.length > 0) {
    const lines = problems.map(({ kind, ...facts }) => say(`package.${kind}`, facts));
    throw new CommandFailure([say('package.invalid'), ...lines].join('\n'));
  }
  const zip = zipped(files);
  const folder = new URL('build/', SOURCE);
  await mkdir(folder, { recursive: true });
  const target = new URL(`alongside.${env}.zip`, folder);
  await writeFile(target, zip);
  print(say('package.done', { file: fileURLToPath(target), bytes: zip.length }));
});
