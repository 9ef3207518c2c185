// The golden cases that a real server is not given, and that there is a reason.
import { testLeftOut } from '../support/cases/on-servers.ts';

testLeftOut();
