// Event triggers in scratch: those that desired files or a plan create do not run for the statements after them.

interface EventTriggerSetting {
  readonly name: string;
  readonly off: string;
  readonly on: string;
}

/** The setting that turns event triggers off, from 17; on older servers the role of replication has that effect. */
export const eventTriggerSetting = (serverVersion: number): EventTriggerSetting =>
  serverVersion >= 170000
    ? { name: 'event_triggers', off: 'off', on: 'on' }
    : { name: 'session_replication_role', off: 'replica', on: 'origin' };

/** SQL that turns event triggers off or on. Both settings are for superusers: for other roles nothing changes. */
export function switchEventTriggers(serverVersion: number, to: 'on' | 'off'): string {
  const setting = eventTriggerSetting(serverVersion);
  return `SELECT pg_catalog.set_config('${setting.name}', '${setting[to]}', false)
    WHERE pg_catalog.current_setting('is_superuser') = 'on'`;
}
