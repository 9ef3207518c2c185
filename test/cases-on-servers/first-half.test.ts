// One half of the golden cases on real servers; the other half is in the file beside it.
import { testHalf } from '../support/cases/on-servers.ts';

testHalf(0);
