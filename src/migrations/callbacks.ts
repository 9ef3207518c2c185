// Callbacks: SQL files named after an event of the runner, as in Flyway, for the reader of the folder and the runner.

/** Events that the runner has. Those with `Each` run once for each migration, in its transaction where it has one. */
export const CALLBACK_EVENTS = [
  'afterConnect',
  'beforeMigrate',
  'beforeEachMigrate',
  'afterEachMigrate',
  'afterEachMigrateError',
  'afterVersioned',
  'beforeRepeatables',
  'afterMigrate',
  'afterMigrateApplied',
  'afterMigrateError',
  'beforeUndo',
  'beforeEachUndo',
  'afterEachUndo',
  'afterEachUndoError',
  'afterUndo',
  'afterUndoError',
  'beforeBaseline',
  'afterBaseline',
  'beforeClean',
  'afterClean',
] as const;

export type CallbackEvent = (typeof CALLBACK_EVENTS)[number];

/** Flyway's events that this runner lacks; a file with such a name is refused, since it would never run. */
export const FOREIGN_EVENTS: readonly string[] = [
  'beforeConnect',
  'beforeCreateSchema',
  'createSchema',
  'beforeEachMigrateStatement',
  'afterEachMigrateStatement',
  'afterEachMigrateStatementError',
  'beforeEachUndoStatement',
  'afterEachUndoStatement',
  'afterEachUndoStatementError',
  'beforeInfo',
  'afterInfo',
  'afterInfoError',
  'beforeValidate',
  'afterValidate',
  'afterValidateError',
  'beforeRepair',
  'afterRepair',
  'afterRepairError',
  'afterBaselineError',
  'afterCleanError',
  'beforeDeploy',
  'afterDeploy',
  'afterDeployError',
];
