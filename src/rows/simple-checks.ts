// Reads simple CHECK conditions on single columns, for values.ts: generated rows must satisfy them.
import { quoteLiteral } from '../sql/identifiers.ts';
import { asList, asNode, asText, child, type Node, namesOf } from '../sql/node.ts';
import { splitStatements } from '../sql/parser.ts';

/** What a condition says about the values of a column; in a domain, `VALUE` is the column `value`. */
export interface Hint {
  readonly column: string;
  /** SQL constants. */
  readonly oneOf?: readonly string[];
  readonly least?: number;
  readonly most?: number;
  /** `least` and `most` themselves are excluded. */
  readonly aboveLeast?: boolean;
  readonly belowMost?: boolean;
  readonly shortest?: number;
  readonly longest?: number;
  /** The column whose value must be less. */
  readonly after?: string;
}

/** The conditions that AND joins, as far as they have a simple form; others are ignored. */
export function simpleHints(expression: string): readonly Hint[] {
  try {
    const [statement] = splitStatements(`SELECT 1 WHERE ${expression}`);
    return hintsOf(statement?.node['whereClause']);
  } catch {
    return [];
  }
}

function hintsOf(value: unknown): readonly Hint[] {
  const bool = child(value, 'BoolExpr');
  if (bool?.['boolop'] === 'AND_EXPR') return asList(bool['args']).flatMap(hintsOf);
  const yes = columnOf(value);
  if (yes !== null) return [{ column: yes, oneOf: ['true'] }];
  const comparison = child(value, 'A_Expr');
  return comparison === undefined ? [] : comparisonHint(comparison);
}

function comparisonHint(node: Node): readonly Hint[] {
  const operator = namesOf(node['name']).at(-1) ?? '';
  const [left, right] = [node['lexpr'], node['rexpr']];
  const column = columnOf(left);
  if (node['kind'] === 'AEXPR_OP_ANY' || node['kind'] === 'AEXPR_IN') {
    const list = child(uncast(right), 'A_ArrayExpr')?.['elements'] ?? child(right, 'List')?.['items'];
    const values = asList(list).map(constantOf);
    const known = values.filter((one) => one !== null);
    return column !== null && operator === '=' && known.length === values.length && known.length > 0
      ? [{ column, oneOf: known }]
      : [];
  }
  if (node['kind'] !== 'AEXPR_OP') return [];
  if (column !== null && columnOf(right) !== null) return columnsHint(column, operator, columnOf(right) ?? '');
  const constant = constantOf(right);
  if (column !== null && operator === '=' && constant !== null) return [{ column, oneOf: [constant] }];
  const number = Number(constant?.replace(/^'|'$/g, '') || Number.NaN);
  if (Number.isNaN(number)) return [];
  if (column !== null) return bound(column, operator, number);
  return lengthHint(left, operator, number);
}

function bound(column: string, operator: string, number: number): readonly Hint[] {
  if (operator === '>') return [{ column, least: number, aboveLeast: true }];
  if (operator === '>=') return [{ column, least: number }];
  if (operator === '<') return [{ column, most: number, belowMost: true }];
  return operator === '<=' ? [{ column, most: number }] : [];
}

function columnsHint(left: string, operator: string, right: string): readonly Hint[] {
  if (operator === '<' || operator === '<=' || operator === '<>') return [{ column: right, after: left }];
  return operator === '>' || operator === '>=' ? [{ column: left, after: right }] : [];
}

const LENGTHS = new Set(['length', 'char_length', 'character_length']);

function lengthHint(value: unknown, operator: string, number: number): readonly Hint[] {
  const call = child(value, 'FuncCall');
  const column = columnOf(asList(call?.['args'])[0]);
  if (column === null || !LENGTHS.has(namesOf(call?.['funcname']).at(-1) ?? '')) return [];
  const exact: Readonly<Record<string, Omit<Hint, 'column'>>> = {
    '=': { shortest: number, longest: number },
    '>=': { shortest: number },
    '>': { shortest: number + 1 },
    '<=': { longest: number },
    '<': { longest: number - 1 },
  };
  const hint = exact[operator];
  return hint === undefined ? [] : [{ column, ...hint }];
}

/** Without the casts that the server prints around every constant. */
function uncast(value: unknown): unknown {
  const cast = child(value, 'TypeCast');
  return cast === undefined ? value : uncast(cast['arg']);
}

function columnOf(value: unknown): string | null {
  const [only, ...more] = namesOf(child(uncast(value), 'ColumnRef')?.['fields']);
  return only === undefined || more.length > 0 ? null : only;
}

/** A constant as SQL; null for any other node. */
export function constantOf(value: unknown): string | null {
  const inner = uncast(value);
  const minus = child(inner, 'A_Expr');
  if (minus !== undefined && minus['lexpr'] === undefined && namesOf(minus['name']).at(-1) === '-') {
    const positive = constantOf(minus['rexpr']);
    return positive === null ? null : `-${positive}`;
  }
  const constant = child(inner, 'A_Const');
  if (constant === undefined) return null;
  const text = asNode(constant['sval']);
  if (text !== undefined) return quoteLiteral(asText(text['sval']));
  const whole = asNode(constant['ival']);
  if (whole !== undefined) return String(Number(whole['ival'] ?? 0));
  const fraction = asNode(constant['fval']);
  if (fraction !== undefined) return asText(fraction['fval']);
  const bool = asNode(constant['boolval']);
  return bool === undefined ? null : String(bool['boolval'] === true);
}
