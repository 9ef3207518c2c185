// Values of settings (GUC) of functions, roles and databases in one form: PostgreSQL stores them as they were written.
import { numberOf, truthOf } from './parameter-values.ts';

/** Microseconds and bytes of the units that a value may have (manual, Setting Parameters). */
const UNITS: Readonly<Record<string, number>> = {
  us: 1,
  ms: 1000,
  s: 1_000_000,
  min: 60_000_000,
  h: 3_600_000_000,
  d: 86_400_000_000,
  B: 1,
  kB: 1024,
  MB: 1024 ** 2,
  GB: 1024 ** 3,
  TB: 1024 ** 4,
};

const listed = (unit: string, names: string): [string, string][] => names.split(' ').map((name) => [name, unit]);

/** The units of settings for a value without a unit (guc_tables.c). */
const BASE_UNITS: ReadonlyMap<string, string> = new Map([
  ...listed(
    'ms',
    'statement_timeout lock_timeout transaction_timeout idle_in_transaction_session_timeout idle_session_timeout ' +
      'deadlock_timeout log_min_duration_statement log_min_duration_sample vacuum_cost_delay',
  ),
  ...listed(
    'kB',
    'work_mem maintenance_work_mem logical_decoding_work_mem gin_pending_list_limit max_stack_depth temp_file_limit log_temp_files',
  ),
]);

const SWITCHES =
  /^(enable_\w+|geqo|jit|row_security|check_function_bodies|standard_conforming_strings|default_transaction_(read_only|deferrable)|array_nulls|quote_all_identifiers|synchronize_seqscans|transform_null_equals)$/;

const WORDS = new Set([
  'bytea_output',
  'client_min_messages',
  'constraint_exclusion',
  'default_transaction_isolation',
  'intervalstyle',
  'plan_cache_mode',
  'session_replication_role',
  'synchronous_commit',
]);

/** The value in a form that is equal where values mean the same; the value itself for settings of extensions. */
export function settingMeaning(name: string, value: string): string {
  const setting = name.toLowerCase();
  const truth = truthOf(value);
  if (SWITCHES.test(setting)) return truth === null ? value : String(truth);
  if (WORDS.has(setting)) return truth === null ? value.toLowerCase() : truth ? 'on' : 'off';
  const [, number = '', unit] = /^(-?\d+(?:\.\d+)?) ?(us|ms|s|min|h|d|B|kB|MB|GB|TB)?$/.exec(value) ?? [];
  const base = unit ?? BASE_UNITS.get(setting);
  const amount = Number(number);
  if (setting.includes('.') || number === '' || base === undefined || amount < 0) return numberOf(value) ?? value;
  return `${amount * (UNITS[base] ?? 1)} ${/b$/i.test(base) ? 'bytes' : 'us'}`;
}

/** pg_get_functiondef() with the settings, which precede the body, in one form and order. */
export function definitionMeaning(definition: string): string {
  const [head = ''] = definition.split(/\n(?:AS |BEGIN ATOMIC|RETURN )/, 1);
  const lines = head.split('\n').map((line) => {
    const [, name, value] = /^ SET (\S+) TO '((?:[^']|'')*)'$/.exec(line) ?? [];
    return name === undefined || value === undefined ? line : ` SET ${name} TO ${settingMeaning(name, value)}`;
  });
  const isSetting = (line: string): boolean => line.startsWith(' SET ');
  const settings = lines.filter(isSetting).sort();
  return [...lines.filter((line) => !isSetting(line)), ...settings].join('\n') + definition.slice(head.length);
}
