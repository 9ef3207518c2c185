// What the key `backup` asks for, for taking it.

import { readBackup } from '../settings/config-schema.ts';
import type { SettingMap } from '../settings/setting.ts';
/** The key `backup` of the config file. */
export interface BackupSettings {
  readonly command: string | null;
  readonly directory: string;
  readonly tables: 'touched' | 'all';
  /** A backup that is younger is taken for this one, in minutes. */
  readonly maxAgeMinutes: number | null;
  /** A command that looks whether the backup is good. */
  readonly verify: string | null;
}

/** Null: no backup is asked for. Raises `config/invalid`. */
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
