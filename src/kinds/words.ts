// The words of all kinds, for the rooms that read statements and may not know which kinds there are.
import { type Words, wordsOf } from '../sql/words.ts';
import { KINDS } from './index.ts';

export const WORDS: Words = wordsOf(KINDS.map(({ words }) => words));
