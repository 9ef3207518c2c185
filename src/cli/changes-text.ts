// Prints what changes of an object, attribute by attribute, for the text of a plan.
import type { StepDocument } from '../proof/plan-document.ts';
import { oneLine } from '../sql/shown.ts';
import { shortened, widthOf } from './width.ts';

type Change = StepDocument['changes'][number];
type Value = Change['before'];

/** Longer values are cut: the statement shows them whole (`--verbose`). */
const LONGEST = 80;

/** `type: integer → bigint`; of privileges what is granted and what is revoked. */
export function changeText({ attribute, before, after }: Change): string {
  if (attribute === 'grants') return `privileges: ${grantsText(before, after)}`;
  const parts = partsText(before, after);
  if (parts !== null) return `${attribute}: ${shortened(parts, 2 * LONGEST)}`;
  const name = attribute.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
  const [was, becomes] = apart(valueText(before), valueText(after));
  return `${name}: ${shortened(was, LONGEST)} → ${shortened(becomes, LONGEST)}`;
}

/** `total type: integer → bigint; + memo`: the parts of an object by their names; null where the value is no such list. */
function partsText(before: Value, after: Value): string | null {
  const [had, has] = [namedParts(before), namedParts(after)];
  if (had === null || has === null) return null;
  const words = [
    ...[...had.keys()].filter((name) => !has.has(name)).map((name) => `- ${name}`),
    ...[...has].flatMap(([name, part]) => {
      const old = had.get(name);
      if (old === undefined) return [`+ ${name}`];
      return Object.keys(part)
        .filter((key) => JSON.stringify(old[key]) !== JSON.stringify(part[key]))
        .map((key) => `${name} ${key}: ${valueText(old[key] ?? null)} → ${valueText(part[key] ?? null)}`);
    }),
  ];
  return words.length === 0 ? 'in another order' : oneLine(words.join('; '));
}

type Part = Readonly<Record<string, Value>>;

function namedParts(value: Value): ReadonlyMap<string, Part> | null {
  if (!Array.isArray(value)) return null;
  const parts = value.flatMap((item): [string, Part][] => {
    const part = typeof item === 'object' && item !== null && !Array.isArray(item) ? (item as Part) : null;
    return part !== null && typeof part['name'] === 'string' ? [[part['name'], part]] : [];
  });
  return parts.length === value.length && parts.length > 0 ? new Map(parts) : null;
}

/** Two long texts that begin alike are shown from shortly before the place where they differ. */
function apart(was: string, becomes: string): readonly [string, string] {
  if (widthOf(was) <= LONGEST && widthOf(becomes) <= LONGEST) return [was, becomes];
  let at = 0;
  while (at < was.length && was.charAt(at) === becomes.charAt(at)) at += 1;
  const from = at > LONGEST / 2 ? at - LONGEST / 4 : 0;
  const rest = (text: string): string => (from === 0 ? text : `…${text.slice(from)}`);
  return [rest(was), rest(becomes)];
}

const valueText = (value: Value): string => {
  if (value === null) return 'none';
  if (value === '') return "''";
  const isMap = typeof value === 'object' && !Array.isArray(value);
  const text = typeof value === 'string' ? value : isMap ? mapText(value) : JSON.stringify(value);
  return oneLine(text.replace(/\s+/g, ' '));
};

/** `yes (validated, local)`: an attribute with properties; those that are off are left out. */
function mapText(map: object): string {
  const members = Object.entries(map).filter(([, member]) => member !== null && member !== false);
  const words = members.map(([name, member]) => (member === true ? name : `${name} ${JSON.stringify(member)}`));
  return words.length === 0 ? 'yes' : `yes (${words.join(', ')})`;
}

/** `+ PUBLIC SELECT, - app INSERT`. No list stands for the privileges that the owner has by itself. */
function grantsText(before: Value, after: Value): string {
  const [had, has] = [grantsOf(before), grantsOf(after)];
  const isOfOwner = (grant: string): boolean => (before === null || after === null) && grant.startsWith(OWNER);
  const granted = has.filter((grant) => !had.includes(grant) && !isOfOwner(grant)).map((grant) => `+ ${grant}`);
  const revoked = had.filter((grant) => !has.includes(grant) && !isOfOwner(grant)).map((grant) => `- ${grant}`);
  return [...granted, ...revoked].map(oneLine).join(', ') || 'by default → in full';
}

/** What the catalog calls `@owner` is whoever owns the object. */
const OWNER = 'the owner ';

const grantsOf = (value: Value): readonly string[] =>
  Array.isArray(value)
    ? value.flatMap((grant) => {
        if (typeof grant !== 'object' || grant === null) return [];
        const { grantee, privilege, column, grantable } = grant as Readonly<Record<string, Value>>;
        const who = grantee === '@owner' ? OWNER : `${grantee} `;
        const what = column == null ? `${privilege}` : `${privilege} (${column})`;
        return [`${who}${what}${grantable === true ? ' WITH GRANT OPTION' : ''}`];
      })
    : [];
