import { jest } from '@jest/globals';

/** A busy machine takes its time: what a test waits for in vain should fail it, not what comes late. */
const TEST_MS = 30_000;

jest.setTimeout(TEST_MS);
