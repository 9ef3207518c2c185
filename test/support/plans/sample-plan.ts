// Plans as the planner hands them over, small enough to read.
import type { Key } from '#src/catalog/catalog.js';
import type { Batch, Folder, Plan, Step } from '#src/plan/plan.js';

/** A step with nothing special about it. */
export function step(sql: string, more: Partial<Step> = {}): Step {
  return {
    sql,
    why: 'Brings the database closer to the desired schema.',
    action: 'alter',
    subject: 'table app.users' as Key,
    kind: 'table',
    name: 'users',
    folder: 'ddl',
    locks: [],
    hazards: [],
    ...more,
  };
}

export const batch = (steps: readonly Step[], folder: Folder = 'ddl', transaction = true): Batch => ({
  transaction,
  folder,
  steps,
});

export const plan = (batches: readonly Batch[], before = 'aaaa', after = 'bbbb'): Plan => ({
  before,
  after,
  batches,
  unmanaged: [],
  notices: [],
});

const origin = (line: number) => ({ file: 'schema/app/users.sql', line, column: 1 });

/** A plan with a bit of everything: locks, hazards, sizes, a routine, an index outside a transaction. */
export const upPlan: Plan = {
  before: '8c1f02d7a4b96e35',
  after: '1b2e77c09d4f8a61',
  unmanaged: ['text search configuration app.english'],
  notices: ['The server runs PostgreSQL 15: NOT NULL constraints have no names there.'],
  batches: [
    batch([
      step('ALTER TABLE app.users ADD COLUMN phone text', {
        why: 'Adds column phone to app.users.',
        locks: [{ mode: 'ACCESS EXCLUSIVE', on: 'app.users' }],
        origin: origin(12),
      }),
      step('ALTER TABLE app.users ALTER COLUMN age TYPE numeric', {
        why: 'Column age becomes numeric, so that half years can be told.',
        locks: [{ mode: 'ACCESS EXCLUSIVE', on: 'app.users' }],
        work: 'rewrite',
        worksOn: ['app.users'],
        size: { rows: 1_234_567, bytes: 1_288_490_189 },
        hazards: [
          {
            code: 'A201',
            message: 'rewrites app.users while nobody can read or write it',
            remedy: 'add a new column, fill it in batches, switch, and drop this one in a later release',
            blocking: true,
          },
        ],
        origin: origin(9),
      }),
      step('ALTER TABLE app.users DROP COLUMN fax', {
        why: 'Column fax is not in the desired schema any more.',
        loses: 'the values of app.users.fax',
        locks: [{ mode: 'ACCESS EXCLUSIVE', on: 'app.users' }],
        hazards: [{ code: 'D102', message: 'drops column app.users.fax with its values', blocking: true }],
      }),
    ]),
    batch(
      [
        step(
          'CREATE FUNCTION app.reachable(app.users) RETURNS boolean\nLANGUAGE sql STABLE\nRETURN $1.phone IS NOT NULL',
          {
            why: 'Function app.reachable is new.',
            folder: 'routines',
            origin: { file: 'schema/app/routines.sql', line: 3, column: 1 },
          },
        ),
      ],
      'routines',
    ),
    batch(
      [
        step('CREATE INDEX CONCURRENTLY users_phone_idx ON app.users (phone)', {
          why: 'Index users_phone_idx is new; it is built while the table is used.',
          locks: [{ mode: 'SHARE UPDATE EXCLUSIVE', on: 'app.users' }],
          work: 'index build',
          worksOn: ['app.users'],
          size: { rows: 1_234_567, bytes: 1_288_490_189 },
          hazards: [{ code: 'A210', message: 'does not run in a transaction', blocking: false }],
          origin: origin(20),
        }),
      ],
      'ddl',
      false,
    ),
  ],
};

export const downPlan: Plan = {
  before: upPlan.after,
  after: upPlan.before,
  unmanaged: [],
  notices: [],
  batches: [
    batch(
      [step('DROP INDEX CONCURRENTLY app.users_phone_idx', { why: 'Index users_phone_idx was not there.' })],
      'ddl',
      false,
    ),
    batch(
      [
        step('DROP FUNCTION app.reachable(app.users)', {
          why: 'Function app.reachable was not there.',
          folder: 'routines',
        }),
      ],
      'routines',
    ),
    batch([
      step('ALTER TABLE app.users ADD COLUMN fax text', { why: 'Column fax comes back, without its values.' }),
      step('ALTER TABLE app.users ALTER COLUMN age TYPE integer', {
        why: 'Column age becomes integer again.',
        work: 'rewrite',
        worksOn: ['app.users'],
        locks: [{ mode: 'ACCESS EXCLUSIVE', on: 'app.users' }],
      }),
      step('ALTER TABLE app.users DROP COLUMN phone', {
        why: 'Column phone was not there.',
        hazards: [{ code: 'D102', message: 'drops column app.users.phone with its values', blocking: true }],
      }),
    ]),
  ],
};
