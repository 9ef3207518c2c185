// @ts-check
// TypeScript text taken apart as far as the house rules need: code without comments and strings, and the strings.

/**
 * @typedef {object} Source
 * @property {string} code the text with comments and the insides of strings blanked; lines stay where they are
 * @property {readonly { readonly text: string, readonly line: number }[]} strings
 * @property {readonly { readonly text: string, readonly line: number }[]} patterns regular expressions
 */

/** What can stand before a regular expression, where a division can't be meant. */
const BEFORE_REGEXP = /(?:^|[(,=:[!&|?{};+\n]|\breturn|=>)\s*$/;

/**
 * @param {string} text
 * @returns {Source}
 */
export function readSource(text) {
  /** @type {{ text: string, line: number }[]} */
  const strings = [];
  /** @type {{ text: string, line: number }[]} */
  const patterns = [];
  let code = '';
  let at = 0;
  /** Depths of braces at which a template goes on. @type {number[]} */
  const templates = [];
  let depth = 0;

  const blank = (/** @type {number} */ end) => {
    code += text.slice(at, end).replace(/[^\n]/g, ' ');
    at = end;
  };
  const line = (/** @type {number} */ position) => text.slice(0, position).split('\n').length;
  const endOf = (/** @type {RegExp} */ pattern) => {
    pattern.lastIndex = at;
    const found = pattern.exec(text);
    return found === null ? text.length : found.index + found[0].length;
  };
  /** From inside a template to its end, or to the next `${`. */
  const template = () => {
    const start = at;
    while (at < text.length) {
      if (text[at] === '\\') blank(at + 2);
      else if (text[at] === '`') {
        strings.push({ text: text.slice(start, at), line: line(start) });
        return blank(at + 1);
      } else if (text.startsWith('${', at)) {
        strings.push({ text: text.slice(start, at), line: line(start) });
        blank(at + 2);
        templates.push(depth);
        return undefined;
      } else blank(at + 1);
    }
    return undefined;
  };

  while (at < text.length) {
    const two = text.slice(at, at + 2);
    const one = text[at] ?? '';
    if (two === '//') blank(endOf(/(?=\n)/g));
    else if (two === '/*') blank(endOf(/\*\//g));
    else if (one === "'" || one === '"') {
      const start = at;
      const end = endOf(one === "'" ? /'(?:[^'\\\n]|\\[\s\S])*'/y : /"(?:[^"\\\n]|\\[\s\S])*"/y);
      strings.push({ text: text.slice(start + 1, end - 1), line: line(start) });
      blank(end);
      // The closing quote stays: a type that ends with a literal is no open `|`.
      code = `${code.slice(0, -1)}'`;
    } else if (one === '`') {
      blank(at + 1);
      template();
    } else if (one === '}' && templates.at(-1) === depth) {
      templates.pop();
      blank(at + 1);
      template();
    } else if (one === '/' && BEFORE_REGEXP.test(code)) {
      const end = endOf(/\/(?:[^/\\[\n]|\\.|\[(?:[^\]\\\n]|\\.)*\])+\/[a-z]*/g);
      patterns.push({ text: text.slice(at, end), line: line(at) });
      blank(end);
    } else {
      if (one === '{') depth += 1;
      if (one === '}') depth -= 1;
      code += one;
      at += 1;
    }
  }
  return { code, strings, patterns };
}

/**
 * Functions with a body and the lines it takes, header included. Approximate: it counts braces, and knows no grammar.
 * @param {string} code as `readSource` leaves it
 * @returns {{ name: string, line: number, lines: number }[]}
 */
export function functionsIn(code) {
  const found = [];
  for (const match of code.matchAll(/\bfunction\s*\*?\s*(\w*)|=>\s*\{/g)) {
    const open = match[0].startsWith('=') ? match.index + match[0].length - 1 : bodyOf(code, match.index);
    if (open < 0) continue;
    const line = code.slice(0, match.index).split('\n').length;
    const lines = code.slice(match.index, matching(code, open)).split('\n').length;
    const before = /(\w+)\s*(?::[^=;]*)?=\s*(?:async\s*)?\([^()]*\)[^()]*$/.exec(code.slice(0, match.index))?.[1];
    found.push({ name: match[1] || before || 'a function', line, lines });
  }
  return found;
}

/** The brace that opens the body of the function at `start`: the one after the parameters and the type of the result. */
function bodyOf(/** @type {string} */ code, /** @type {number} */ start) {
  let at = matching(code, code.indexOf('(', start));
  for (; at < code.length; at += 1) {
    if (code[at] === ';') return -1;
    if (code[at] !== '{') continue;
    if (!/[:|&<,]\s*$|readonly\s*$/.test(code.slice(0, at))) return at;
    at = matching(code, at) - 1;
  }
  return -1;
}

/** Just after the bracket that closes the one at `open`. */
function matching(/** @type {string} */ code, /** @type {number} */ open) {
  let depth = 0;
  for (let at = open; at < code.length; at += 1) {
    if ('({['.includes(code[at] ?? '')) depth += 1;
    else if (')}]'.includes(code[at] ?? '')) depth -= 1;
    if (depth === 0) return at + 1;
  }
  return code.length;
}
