import assert from 'node:assert/strict';
import { ConfigError, readConfig } from '../bot/config.ts';

const PRODUCTION = {
  NODE_ENV: 'production',
  BOT_ID: '11111111-1111-4111-8111-111111111111',
  BOT_TENANT_ID: '22222222-2222-4222-8222-222222222222',
  TAB_CLIENT_ID: '33333333-3333-4333-8333-333333333333',
  ALONGSIDE_PUBLIC_URL: 'https://alongside.example.com',
  ALONGSIDE_MSSQL: 'Server=sql.example.com;Database=alongside;User Id=app;Password=sesame-too',
};

const problemsOf = (env: Record<string, string>): readonly string[] => {
  try {
    readConfig(env);
    return [];
  } catch (error) {
    if (error instanceof ConfigError) return error.problems;
    throw error;
  }
};

describe('config', () => {
  it('is the demonstration on loopback when nothing is set', () => {
    const { config } = readConfig({});
    assert.equal(config.demonstration, true);
    assert.equal(config.host, '127.0.0.1');
    assert.equal(config.bot, null);
  });

  it('refuses a demonstration that others on the network could reach', () => {
    assert.equal(problemsOf({ ALONGSIDE_HOST: '0.0.0.0' }).length, 1);
  });

  it('takes a whole production', () => {
    const { config } = readConfig(PRODUCTION);
    assert.equal(config.demonstration, false);
    assert.deepEqual(config.tenants, [PRODUCTION.BOT_TENANT_ID]);
    assert.ok(config.tab?.audiences.includes(`api://alongside.example.com/${PRODUCTION.TAB_CLIENT_ID}`));
  });

  it('names every gap of a production at once', () => {
    const problems = problemsOf({ NODE_ENV: 'production' });
    const names = ['BOT_ID', 'BOT_TENANT_ID', 'TAB_CLIENT_ID', 'ALONGSIDE_PUBLIC_URL', 'ALONGSIDE_MSSQL'];
    for (const name of names)
      assert.ok(
        problems.some((problem) => problem.includes(name)),
        name,
      );
  });

  it('refuses contradictions', () => {
    assert.match(problemsOf({ ...PRODUCTION, BOT_PASSWORD: 'secret' }).join(), /BOT_PASSWORD is set/);
    assert.match(problemsOf({ ...PRODUCTION, BOT_TYPE: 'SingleTenant' }).join(), /BOT_PASSWORD is missing/);
    assert.match(
      problemsOf({ ...PRODUCTION, ALONGSIDE_PUBLIC_URL: 'http://plain.example.com' }).join(),
      /https/,
    );
    assert.match(problemsOf({ PORT: 'many' }).join(), /PORT/);
  });

  it('wants to be told where the data of a server is, once', () => {
    const { ALONGSIDE_MSSQL: _mssql, ...elsewhere } = PRODUCTION;
    assert.equal(readConfig({ ...elsewhere, ALONGSIDE_SQLITE: 'a.sqlite' }).config.engine, 'sqlite');
    assert.match(problemsOf(elsewhere).join(), /ALONGSIDE_SQLITE to keep/);
    assert.match(problemsOf({ ...PRODUCTION, ALONGSIDE_SQLITE: 'a.sqlite' }).join(), /both set/);
  });

  it('takes operators by their object ids only', () => {
    const id = PRODUCTION.BOT_ID;
    assert.deepEqual(readConfig({ ...PRODUCTION, ALONGSIDE_OPERATORS: `${id}, ${id}` }).config.operators, [
      id,
      id,
    ]);
    assert.match(problemsOf({ ...PRODUCTION, ALONGSIDE_OPERATORS: 'ines@example.com' }).join(), /OPERATORS/);
    assert.deepEqual(readConfig(PRODUCTION).config.operators, []);
  });

  it('keeps secrets out of what may be logged', () => {
    const { config, secrets } = readConfig({
      ...PRODUCTION,
      BOT_TYPE: 'SingleTenant',
      BOT_PASSWORD: 'open-sesame',
    });
    assert.equal(secrets.botPassword, 'open-sesame');
    assert.ok(!JSON.stringify(config).includes('sesame'));
    assert.equal(config.engine, 'mssql');
  });
});
