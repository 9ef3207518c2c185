// The words of all kinds in one table, for the rooms that read statements and may not import kinds.
import { type Words, wordsOf } from '../sql/words.ts';
import { KINDS } from './index.ts';

export const WORDS: Words = wordsOf(KINDS.map(({ words }) => words));
