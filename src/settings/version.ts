// The version of this program, as its package says it.
import { readFileSync } from 'node:fs';

export function toolVersion(): string {
  const text = readFileSync(new URL('../../package.json', import.meta.url), 'utf8');
  const parsed: unknown = JSON.parse(text);
  return String(typeof parsed === 'object' && parsed !== null ? Reflect.get(parsed, 'version') : '');
}
