import assert from 'node:assert/strict';
import { mssqlSettings } from '../../../bot/store/mssql/settings.ts';

describe('The connection string of SQL Server', () => {
  it('of a container signs in with a name and a password', () => {
    const { pool, place } = mssqlSettings(
      'Server=127.0.0.1,11433;Database=alongside;User Id=sa;Password=a;Encrypt=true;TrustServerCertificate=true',
    );
    assert.deepEqual(
      [pool.server, pool.port, pool.database, pool.user, pool.password, place],
      ['127.0.0.1', 11433, 'alongside', 'sa', 'a', '127.0.0.1/alongside'],
    );
    assert.deepEqual([pool.options?.encrypt, pool.options?.trustServerCertificate], [true, true]);
  });

  it('of Azure SQL signs in as a managed identity, the one that it names', () => {
    const { pool } = mssqlSettings(
      'Server=x.database.windows.net;Database=alongside;Authentication=Active Directory MSI;User Id=0198f0c4-1f6a-7cc3-8f54-0123456789ab;Encrypt=true',
    );
    assert.deepEqual(pool.authentication, {
      type: 'azure-active-directory-msi-app-service',
      options: { clientId: '0198f0c4-1f6a-7cc3-8f54-0123456789ab' },
    });
    assert.equal(pool.user, undefined);
  });

  it('of a developer signs in with whatever Azure sign-in is at hand', () => {
    const { pool } = mssqlSettings('Server=x;Database=a;Authentication=Active Directory Default');
    assert.deepEqual(pool.authentication, { type: 'azure-active-directory-default', options: {} });
  });

  it('counts time in UTC and ids in small letters, whatever it says', () => {
    const { pool } = mssqlSettings('Server=x;Database=a;User Id=u;Password=p;UseUTC=false');
    assert.deepEqual(
      [
        pool.options?.useUTC,
        Object.entries(pool.options ?? {}).find(([name]) => name === 'lowerCaseGuids')?.[1],
      ],
      [true, true],
    );
  });

  it('that is none is refused without repeating any of it', () => {
    for (const [text, missing] of [
      ['Database=a;Password=sesame', /Server/],
      ['Server=x;Password=sesame', /Database/],
      ['Server=x;sesame', /./],
    ] as const) {
      assert.throws(
        () => mssqlSettings(text),
        (error: Error) =>
          error.name === 'StoreError' && missing.test(error.message) && !error.message.includes('sesame'),
      );
    }
  });
});
