import { createInterface } from 'node:readline/promises';

/**
 * Asks before something that cannot be taken back.
 *
 * @param yes - `--yes` was said: nothing is asked
 * @throws Error when the answer is not `yes`, or nobody is there to ask
 */
export async function confirm(question: string, yes: boolean): Promise<void> {
  if (yes) return;
  if (!process.stdin.isTTY) throw new Error(`${question}\nNobody can be asked here: say it with --yes.`);
  const lines = createInterface({ input: process.stdin, output: process.stdout });
  const answer = await lines.question(`${question} (yes/no) `);
  lines.close();
  if (answer.trim().toLowerCase() !== 'yes') throw new Error('Nothing was changed.');
}
