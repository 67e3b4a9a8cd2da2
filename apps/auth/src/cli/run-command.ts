/**
 * Runs a command of the command line to its end: a fault is told in one line, and the process ends with 1.
 *
 * @param command - does the work; its error's message is meant for people
 */
export async function runCommand(command: () => Promise<void>): Promise<void> {
  try {
    await command();
    process.exit(0);
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  }
}
