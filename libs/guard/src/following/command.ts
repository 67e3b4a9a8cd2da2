import { WrongOption } from '../module/wrong-option.js';
import { describeError, ServiceRefusal } from './service-errors.js';

/** Where a command takes the guard's options from. */
const NAMES: Readonly<Record<string, string>> = {
  issuer: '--issuer',
  clientId: 'AUTH_CLIENT_ID',
  clientSecret: 'AUTH_CLIENT_SECRET',
};

const ADVICE: Readonly<Record<number, string>> = {
  401: 'Set AUTH_CLIENT_ID and AUTH_CLIENT_SECRET to a service account of the auth service.',
  403: 'Give the service account that permission.',
  404: 'Set --issuer to the address of the auth service, ending in /auth.',
};

/** Runs a command and sets its exit code: 2, with a sentence about it, for what goes wrong. */
export async function runCommand(run: () => Promise<number>): Promise<void> {
  try {
    process.exitCode = await run();
  } catch (error) {
    console.error(describe(error));
    process.exitCode = 2;
  }
}

function describe(error: unknown): string {
  if (error instanceof WrongOption) return `Set ${NAMES[error.option] ?? error.option} to ${error.advice}.`;
  const advice = error instanceof ServiceRefusal ? ADVICE[error.status] : undefined;
  return advice === undefined ? describeError(error) : `${describeError(error)}\n${advice}`;
}
