/**
 * Runs a command of the command line to its end: a fault is told in one line, and the process ends with 1.
 *
 * @param usage - how the command is called: told with `--help`, and beside a fault of the call itself
 * @param command - does the work; its error's message is meant for people
 */
export async function runCommand(usage: string, command: () => Promise<void>): Promise<void> {
  try {
    if (process.argv.includes('--help')) console.log(usage);
    else await command();
    process.exit(0);
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    if (isParseError(error)) console.error(`\n${usage}`);
    process.exit(1);
  }
}

/** What `parseArgs` of Node.js throws. */
const isParseError = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS');
