// The version of this program from its package, for the history and `--version`.
import { readFileSync } from 'node:fs';

export function toolVersion(): string {
  const text = readFileSync(new URL('../../package.json', import.meta.url), 'utf8');
  const parsed: unknown = JSON.parse(text);
  return String(typeof parsed === 'object' && parsed !== null ? Reflect.get(parsed, 'version') : '');
}
