// @ts-check
// The rule that makes a new kind one file: the words that a kind declares stand in no other room.
import { KINDS } from '#src/kinds/index.js';
import { OWN_WORDS, WORD_EXCEPTIONS } from './rooms.mjs';

/** @typedef {import('./imports.mjs').File} File */
/** @typedef {import('#src/sql/words.js').KindWords} KindWords */

/** Parse nodes, ObjectType values and catalogs: unmistakable wherever they stand. @param {readonly KindWords[]} kinds */
const namesIn = (kinds) =>
  kinds.flatMap(({ statements = {}, types = {}, catalogs = {} }) => [
    ...Object.keys(statements),
    ...Object.values(types).flatMap(({ objectTypes = [] }) => objectTypes),
    ...Object.keys(catalogs),
  ]);

/** Type words are English: they count where statements are read and a string is nothing but the word. @param {readonly KindWords[]} kinds */
const typesIn = (kinds) => kinds.flatMap(({ types = {} }) => Object.keys(types));

/**
 * Where words stand in a file.
 * @param {File} file
 * @param {readonly KindWords[]} kinds
 * @returns {{ word: string, line: number }[]}
 */
function wordsIn(file, kinds) {
  const names = new Set(namesIn(kinds));
  const types = new Set(OWN_WORDS.includes(file.room) ? typesIn(kinds) : []);
  const parts = [
    ...file.strings,
    ...file.patterns,
    ...file.code.split('\n').map((text, at) => ({ text, line: at + 1 })),
  ];
  return parts.flatMap(({ text, line }) => [
    ...(types.has(text) ? [{ word: text, line }] : []),
    ...[...text.matchAll(/\w+/g)]
      .filter(([word]) => names.has(word))
      .map((match) => ({ word: match[0], line: line + text.slice(0, match.index).split('\n').length - 1 })),
  ]);
}

/** @param {string} place a room, or the name of a file @param {File} file */
const isPlace = (place, file) => place === file.room || file.path.endsWith(`/${place}`);

/** @param {{ readonly in?: readonly string[] }} exception @param {File} file */
const covers = ({ in: places }, file) => places === undefined || places.some((place) => isPlace(place, file));

/**
 * @param {File[]} files
 * @param {readonly KindWords[]} kinds
 */
export function wordProblems(files, kinds = KINDS.map(({ words }) => words)) {
  return files
    .filter((file) => file.room !== 'kinds')
    .flatMap((file) => {
      const excepted = WORD_EXCEPTIONS.filter((exception) => covers(exception, file)).flatMap(({ words }) => words);
      return wordsIn(file, kinds)
        .filter(({ word }) => !excepted.includes(word))
        .map(
          ({ word, line }) =>
            `src/${file.path}:${line} says '${word}', a word of one kind: take it from the table of words (src/sql/words.ts), or say in WORD_EXCEPTIONS why it must stand here.`,
        );
    });
}

/** Exceptions for what is no longer there would let it come back. @param {File[]} files */
export function staleExceptionProblems(files) {
  const kinds = KINDS.map(({ words }) => words);
  const said = files
    .filter((file) => file.room !== 'kinds')
    .map((file) => ({ file, words: new Set(wordsIn(file, kinds).map(({ word }) => word)) }));
  return WORD_EXCEPTIONS.flatMap((exception) => {
    const covered = said.filter(({ file }) => covers(exception, file));
    const idle = exception.words.filter((word) => !covered.some(({ words }) => words.has(word)));
    const empty = (exception.in ?? []).filter(
      (place) =>
        !covered.some(({ file, words }) => isPlace(place, file) && exception.words.some((word) => words.has(word))),
    );
    return [
      ...idle.map((word) => `WORD_EXCEPTIONS excepts '${word}' where it does not stand: take it out.`),
      ...empty.map((place) => `WORD_EXCEPTIONS excepts ${place}, which says none of the words: take it out.`),
    ];
  });
}
