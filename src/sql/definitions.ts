// The objects that a statement defines, for the rooms that read statements. The words of kinds are in words.ts.
import { asText, child, children, type Node, namesOf, rangeName } from './node.ts';
import { referenceTo } from './objects.ts';
import type { ParsedStatement } from './parser.ts';
import { beside, columnParts, constraintParts } from './table-elements.ts';
import { type Definition, namespaceOf, type Reference, type StatementWords, type Words } from './words.ts';

/**
 * The objects that a statement defines, with the names in its text: PostgreSQL looks for an unqualified name in the
 * search path.
 */
export function definitions(statement: ParsedStatement, words: Words): readonly Definition[] {
  return definitionsOf(statement.type, statement.node, statement.start, words);
}

/** The objects that a statement within another one defines, as in CREATE SCHEMA. */
export function definitionsOf(type: string, node: Node, at: number, words: Words): readonly Definition[] {
  const reader = words.statements.get(type)?.defines ?? SHARED[type];
  return reader?.(node, at, words) ?? [];
}

/** A definition as a reference, for comparison with the references of other statements. */
export function definedName(definition: Definition, words: Words): Reference {
  const { type, name, on } = definition;
  return on === undefined ? referenceTo(namespaceOf(words, type), name) : referenceTo(type, [...on, ...name], 2);
}

type Reader = NonNullable<StatementWords['defines']>;

const SHARED: Readonly<Record<string, Reader>> = {
  DefineStmt: (node, at, words) => {
    const type = words.objectTypes.get(asText(node['kind']));
    return type === undefined ? [] : [{ type, name: namesOf(node['defnames']), at }];
  },
  AlterTableStmt: alterTable,
  RenameStmt: rename,
  AlterObjectSchemaStmt: moved,
};

function alterTable(node: Node, at: number): readonly Definition[] {
  const on = rangeName(node['relation']);
  return children(node['cmds'], 'AlterTableCmd').flatMap((command): readonly Definition[] => {
    if (command['subtype'] === 'AT_AttachPartition') return [{ type: 'partition', name: on, at }];
    const column = child(command['def'], 'ColumnDef');
    const constraint = child(command['def'], 'Constraint');
    if (command['subtype'] === 'AT_AddColumn' && column !== undefined) return columnParts(on, column, at);
    if (command['subtype'] !== 'AT_AddConstraint' || constraint === undefined) return [];
    return constraintParts(on, constraint, [], at);
  });
}

function rename(node: Node, at: number, words: Words): readonly Definition[] {
  const type = words.objectTypes.get(asText(node['renameType']));
  if (type === undefined) return [];
  const name = [asText(node['newname'])];
  const relation = node['relation'] === undefined ? undefined : rangeName(node['relation']);
  if (relation === undefined) return [{ type, name: beside(namesOf(node['object']), name[0] ?? ''), at }];
  if (namespaceOf(words, type) === 'relation') return [{ type, name: beside(relation, name[0] ?? ''), at }];
  return [{ type, name, on: relation, at }];
}

function moved(node: Node, at: number, words: Words): readonly Definition[] {
  const type = words.objectTypes.get(asText(node['objectType']));
  const name = node['relation'] === undefined ? namesOf(node['object']) : rangeName(node['relation']);
  return type === undefined || name.length === 0
    ? []
    : [{ type, name: [asText(node['newschema']), name.at(-1) ?? ''], at }];
}
