import assert from 'node:assert/strict';
import mssql from 'mssql';
import { Refusal } from '../../../bot/core/refusal.ts';
import { ForeignKeyViolation, UniqueViolation, WriteConflict } from '../../../bot/store/errors.ts';
import { CommitUnknown, ConnectionLost, SqlServerError, translate } from '../../../bot/store/mssql/errors.ts';
import { runAgain } from '../../../bot/store/mssql/retry.ts';

/** An error as the driver gives it. */
function ofServer(number: number, message = 'It holds anna@example.com'): Error {
  return Object.assign(new mssql.RequestError(message), { code: 'EREQUEST', number });
}
const ofDriver = (code: string): Error => Object.assign(new Error('It holds a password'), { code });

describe('An error of SQL Server', () => {
  it('that says a row is there already names the constraint, never the value', () => {
    for (const number of [2627, 2601]) {
      const error = translate(
        ofServer(
          number,
          "Violation of UNIQUE KEY constraint 'UQ_topics_name'. The duplicate key value is (anna).",
        ),
      );
      assert.ok(error instanceof UniqueViolation);
      assert.match(error.message, /uq_topics_name/);
      assert.doesNotMatch(`${error.message}${String(error.cause)}`, /anna/);
    }
  });

  it('tells a foreign key from a check', () => {
    const key = 'The INSERT statement conflicted with the FOREIGN KEY constraint "fk_members_person".';
    assert.ok(translate(ofServer(547, key)) instanceof ForeignKeyViolation);
    const check = 'The INSERT statement conflicted with the CHECK constraint "ck_members_state".';
    assert.ok(translate(ofServer(547, check)) instanceof SqlServerError);
  });

  it('that another transaction caused lets the whole run again', () => {
    for (const number of [1205, 3960]) assert.ok(translate(ofServer(number)) instanceof WriteConflict);
    assert.ok(translate(ofDriver('EABORT')) instanceof WriteConflict);
  });

  it('of a server that is away or overloaded asks to try again', () => {
    for (const number of [40197, 40501, 40613, 49918, 49919, 49920, 4060, 10928, 10929])
      assert.ok(translate(ofServer(number)) instanceof ConnectionLost);
    for (const code of ['ESOCKET', 'ECONNCLOSED', 'ENOTOPEN'])
      assert.ok(translate(ofDriver(code)) instanceof ConnectionLost);
    for (const error of [ofServer(1222), ofDriver('ETIMEOUT'), ofDriver('ECANCEL')]) {
      const refused = translate(error);
      assert.ok(refused instanceof Refusal && refused.code === 'try-again');
    }
  });

  it('is found inside those that the driver wraps around it', () => {
    const inner = ofServer(1205);
    assert.ok(
      translate(Object.assign(new Error('outer'), { originalError: inner })) instanceof WriteConflict,
    );
    assert.ok(
      translate(Object.assign(new Error('last'), { precedingErrors: [inner] })) instanceof WriteConflict,
    );
  });

  it('keeps its text to itself, unless the fault is in our own statement', () => {
    const truncated = translate(ofServer(2628, 'String would be truncated: anna'));
    assert.ok(truncated instanceof SqlServerError && !truncated.message.includes('anna'));
    const unknown = translate(ofServer(207, "Invalid column name 'nmae'."));
    assert.ok(unknown instanceof SqlServerError && unknown.message.includes('nmae'));
    assert.doesNotMatch(String(translate(ofDriver('EPARAM'))), /password/);
  });
});

/** Work that fails so many times, and says how often it ran. */
const failing = (error: unknown, times: number) => {
  let runs = 0;
  return {
    runs: () => runs,
    attempt: async (): Promise<number> => {
      runs += 1;
      if (runs <= times) throw error;
      return runs;
    },
  };
};

describe('A transaction that runs again', () => {
  it('does so until it is through, where another one was first', async () => {
    const work = failing(new WriteConflict(), 6);
    assert.equal(await runAgain(work.attempt), 7);
  });

  it('gives up on a server that stays away', async () => {
    const work = failing(new ConnectionLost(), 99);
    await assert.rejects(runAgain(work.attempt), { code: 'try-again' });
    assert.equal(work.runs(), 4);
  });

  it('does not where it may have been saved, or was refused', async () => {
    for (const error of [new CommitUnknown(), new Refusal('no-capacity'), new Error('fault')]) {
      const work = failing(error, 1);
      await assert.rejects(runAgain(work.attempt), error);
      assert.equal(work.runs(), 1);
    }
  });

  it('looks once more whether what was there already is seen by now', async () => {
    const work = failing(new UniqueViolation('x'), 9);
    await assert.rejects(runAgain(work.attempt), { name: 'UniqueViolation' });
    assert.equal(work.runs(), 2);
  });
});
