// The setting `backup` with its values checked, for taking a backup.

import { readBackup } from '../settings/config-schema.ts';
import type { SettingMap } from '../settings/setting.ts';
/** The key `backup` of the config file. */
export interface BackupSettings {
  readonly command: string | null;
  readonly directory: string;
  readonly tables: 'touched' | 'all';
  /** A backup that is younger, in minutes, is used instead of a new one. */
  readonly maxAgeMinutes: number | null;
  /** A command that verifies the backup. */
  readonly verify: string | null;
}

/** The settings of a backup; null where the project asks for none. Raises `config/invalid`. */
export function backupSettings(map: SettingMap): BackupSettings | null {
  if (Object.keys(map).length === 0) return null;
  const { command, directory, tables, maxAgeMinutes, verify } = readBackup(map);
  return {
    command: command ?? null,
    directory: directory ?? 'backups',
    tables: tables ?? 'touched',
    maxAgeMinutes: maxAgeMinutes === undefined ? null : Number(maxAgeMinutes),
    verify: verify ?? null,
  };
}
