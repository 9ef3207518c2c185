/**
 * PostgreSQL does not read back every expression as it wrote it. `ARRAY[…]::text[]` pushes the cast into the elements
 * (transformArrayExpr), so the coercion that ruleutils prints for `varchar IN (…)` comes back in another shape. With
 * the array's own type spelled inside, text and tree agree.
 */
export function stableText(sql: string): string {
  return sql.replace(ARRAY_CAST, (whole, elements: string, type: string) => {
    const element = /::(character varying(?:\(\d+\))?|bpchar|name)(?=,|$)/.exec(elements)?.[1];
    return element === undefined || type === element ? whole : `(ARRAY[${elements}]::${element}[])::${type}[]`;
  });
}

const ARRAY_CAST = /\(ARRAY\[((?:'(?:[^']|'')*'|[^'[\]])*)\]\)::(text)\[\]/g;
