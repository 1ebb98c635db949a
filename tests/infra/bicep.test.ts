import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { globSync } from 'node:fs';
import { TEAMS_CLIENTS, SCOPE } from '../../bot/api/auth/tab-token.ts';
import { parseBicep, readBicep } from '../helpers/bicep.ts';
import type { BicepFile } from '../helpers/bicep.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const MAIN = join(ROOT, 'infra/main.bicep');
const read = (path: string): Promise<string> => readFile(join(ROOT, path), 'utf8');
const placeholders = (text: string): readonly string[] => [
  ...new Set([...text.matchAll(/\$\{\{(\w+)\}\}/gu)].flatMap(([, name]) => name ?? [])),
];

/** Read by Azure itself or by its packages, not by us. */
const OF_THE_PLATFORM = ['AZURE_CLIENT_ID', 'APPLICATIONINSIGHTS_CONNECTION_STRING'];
/** Given by the template before the service can use them. */
const AHEAD: readonly string[] = [];
/** Given to `atk` by hand, or by its own prompts. */
const OF_THE_TOOLKIT = [
  'TEAMSFX_ENV',
  'AZURE_SUBSCRIPTION_ID',
  'AZURE_RESOURCE_GROUP_NAME',
  'AAD_APP_ACCESS_AS_USER_PERMISSION_ID',
];
const BY_HAND = ['SQL_ADMINISTRATOR_OBJECT_ID', 'SQL_ADMINISTRATOR_NAME', 'PRIVACY_URL', 'TERMS_URL'];

describe('the templates', () => {
  const paths = globSync('infra/**/*.bicep', { cwd: ROOT });
  const files = new Map<string, BicepFile>();
  let main: BicepFile;
  before(async () => {
    for (const path of paths) files.set(join(ROOT, path), await readBicep(join(ROOT, path)));
    main = await readBicep(MAIN);
  });

  it('are Bicep', () => {
    assert.ok(paths.length >= 7);
    for (const [path, file] of files) assert.deepEqual(file.errors, [], path);
  });

  it('would be found out if they were not', async () => {
    assert.notDeepEqual((await parseBicep("param name string =\nresource x 'y@1' {")).errors, []);
    assert.notDeepEqual((await parseBicep("output id string = 'a\n")).errors, []);
  });

  it('provision every part of the design', () => {
    const types = [...files.values()].flatMap((file) => file.resources.map((one) => one.type.split('@')[0]));
    for (const type of [
      'Microsoft.Web/serverfarms',
      'Microsoft.Web/sites',
      'Microsoft.Sql/servers',
      'Microsoft.Sql/servers/databases',
      'Microsoft.KeyVault/vaults',
      'Microsoft.KeyVault/vaults/keys',
      'Microsoft.BotService/botServices',
      'Microsoft.BotService/botServices/channels',
      'Microsoft.ManagedIdentity/userAssignedIdentities',
      'Microsoft.OperationalInsights/workspaces',
      'Microsoft.Insights/components',
    ])
      assert.ok(types.includes(type), type);
    assert.equal(types.filter((type) => type === 'Microsoft.Insights/diagnosticSettings').length, 4);
  });

  it('leave no password anywhere', () => {
    const all = [...files.values()].map((file) => file.text).join('\n');
    assert.match(all, /azureADOnlyAuthentication: true/u);
    assert.match(all, /enableRbacAuthorization: true/u);
    assert.match(all, /msaAppType: 'UserAssignedMSI'/u);
    assert.match(all, /disableLocalAuth: true/u);
    assert.doesNotMatch(all, /administratorLoginPassword|listKeys\(|accessPolicies|clientSecret/u);
  });

  it('give each module what it asks for, and ask only for what it gives', () => {
    for (const module of main.modules) {
      const file = files.get(join(dirname(MAIN), module.path));
      assert.ok(file, module.path);
      const known = file.parameters.map((one) => one.name);
      const required = file.parameters.filter((one) => !one.hasDefault).map((one) => one.name);
      for (const name of module.params) assert.ok(known.includes(name), `${module.name} has no ${name}`);
      for (const name of required) assert.ok(module.params.includes(name), `${module.name} lacks ${name}`);
      for (const use of main.uses.filter((one) => one.module === module.name))
        assert.ok(file.outputs.includes(use.output), `${module.name} gives no ${use.output}`);
    }
  });

  it('use every parameter that they have', () => {
    for (const [path, file] of files)
      for (const { name } of file.parameters)
        assert.ok((file.text.match(new RegExp(`\\b${name}\\b`, 'gu')) ?? []).length > 1, `${path}: ${name}`);
  });
});

describe('the settings of the service in Azure', () => {
  it('are those that the program reads, and are written down', async () => {
    const [, block = ''] = /settings: \{([\s\S]*?)\n {4}\}/u.exec(await read('infra/main.bicep')) ?? [];
    const given = [...block.matchAll(/^\s+([A-Z_]+):/gmu)].flatMap(([, name]) => name ?? []);
    const config = await read('bot/config.ts');
    const example = await read('.env.example');
    assert.ok(given.length >= 8);
    for (const name of given) {
      if (OF_THE_PLATFORM.includes(name)) continue;
      const isRead = config.includes(`'${name}'`);
      assert.equal(
        isRead,
        !AHEAD.includes(name),
        `${name} ${isRead ? 'is' : 'is not'} read by bot/config.ts`,
      );
      if (isRead) assert.match(example, new RegExp(`^${name}=`, 'mu'));
    }
  });

  it('are enough for a start in production', async () => {
    const text = await read('infra/main.bicep');
    for (const name of ['NODE_ENV', 'BOT_ID', 'BOT_TENANT_ID', 'TAB_CLIENT_ID', 'ALONGSIDE_PUBLIC_URL'])
      assert.match(text, new RegExp(`^ {6}${name}:`, 'mu'));
  });
});

describe('the parameters of each environment', () => {
  for (const env of ['dev', 'prod'])
    it(`are those of the template: ${env}`, async () => {
      const { parameters }: { parameters: { [name: string]: { value: unknown } } } = JSON.parse(
        await read(`infra/parameters/${env}.json`),
      );
      const main = await readBicep(MAIN);
      const known = main.parameters.map((one) => one.name);
      for (const name of Object.keys(parameters)) assert.ok(known.includes(name), `no parameter ${name}`);
      for (const { name, hasDefault } of main.parameters)
        assert.ok(hasDefault || name in parameters, `${name} is not given`);
      assert.equal(parameters['environmentName']?.value, env);
    });
});

describe('m365agents.yml', () => {
  it('asks for no variable that nothing gives', async () => {
    const yml = await read('m365agents.yml');
    const main = await readBicep(MAIN);
    const written = [...yml.matchAll(/^ {6}\w+: ([A-Z_]+)$/gmu)].flatMap(([, name]) => name ?? []);
    const given = new Set([...main.outputs, ...written, ...OF_THE_TOOLKIT, ...BY_HAND]);
    const users = ['m365agents.yml', 'appPackage/manifest.json', 'infra/entra/aad.manifest.json'];
    for (const file of [...users, 'infra/parameters/dev.json', 'infra/parameters/prod.json'])
      for (const name of placeholders(await read(file))) assert.ok(given.has(name), `${file}: ${name}`);
  });

  it('names files that are there', async () => {
    const yml = await read('m365agents.yml');
    const named = [...yml.matchAll(/: \.\/(infra\/[\w./-]+)$/gmu)].flatMap(([, path]) => path ?? []);
    const sources = named.filter((path) => path !== 'infra/environments');
    assert.ok(sources.length >= 3);
    for (const path of sources) await assert.doesNotReject(read(path), path);
  });

  it('says in docs/deploy.md what has to be given by hand', async () => {
    const deploy = await read('docs/deploy.md');
    for (const name of BY_HAND) assert.ok(deploy.includes(name), name);
  });
});

describe('the registration that the tab signs in to', () => {
  it('lets in the clients that the service accepts, with the scope that it asks for', async () => {
    const { api }: { api: AadApi } = JSON.parse(await read('infra/entra/aad.manifest.json'));
    assert.deepEqual(api.preAuthorizedApplications.map((one) => one.appId).sort(), [...TEAMS_CLIENTS].sort());
    assert.deepEqual(
      api.oauth2PermissionScopes.map((one) => one.value),
      [SCOPE],
    );
    assert.equal(api.requestedAccessTokenVersion, 2);
  });
});

interface AadApi {
  readonly requestedAccessTokenVersion: number;
  readonly preAuthorizedApplications: readonly { readonly appId: string }[];
  readonly oauth2PermissionScopes: readonly { readonly value: string }[];
}
