import type { DataSource } from 'typeorm';
import { inOwnTransaction, type SetTransaction, Transaction } from './transaction.js';

/** For so long they wait together for a row that somebody else has locked; then each does by itself. */
const LOCK_TIMEOUT = "SET LOCAL lock_timeout = '250ms'";

/** Those who share a transaction, and how far they are. */
class Group {
  size = 0;
  /** Settles as soon as all have come that come in this turn of the event loop. */
  readonly begun: Promise<Transaction>;
  private readonly ended: Promise<boolean>;
  private end: (ending: Promise<boolean>) => void = () => undefined;
  private settled = 0;
  private failed = false;

  constructor(begin: () => Promise<Transaction>) {
    this.begun = new Promise((resolve) => setImmediate(() => resolve(begin())));
    this.ended = new Promise((resolve) => (this.end = resolve));
  }

  /**
   * One of them has done its part.
   *
   * @returns once all have: whether what they did is committed, rather than taken back
   */
  async settle(transaction: Transaction, succeeded: boolean): Promise<boolean> {
    this.failed ||= !succeeded;
    if (++this.settled === this.size) this.end(this.failed ? takeBack(transaction) : keep(transaction));
    return this.ended;
  }
}

async function takeBack(transaction: Transaction): Promise<false> {
  await transaction.rollback();
  return false;
}

async function keep(transaction: Transaction): Promise<boolean> {
  try {
    await transaction.commit();
  } catch {
    return false;
  }
  await transaction.doAfterCommit();
  return true;
}

/**
 * Lets short transactions that begin in the same turn of the event loop be one: of many logins at once all are then
 * written by one begin, one commit and one wait for the disk.
 *
 * Each part works in the context of its own request. When one of them or the commit fails, or waits for a lock, what all did
 * is taken back, and each is done once more by itself. So none suffers by another, and each must bear to be done twice.
 */
export class SharedTransactions {
  private gathering: Group | undefined;

  constructor(private readonly dataSource: DataSource) {}

  async run(work: () => Promise<unknown>, setTransaction: SetTransaction): Promise<unknown> {
    const group = (this.gathering ??= new Group(() => this.begin()));
    group.size++;
    const transaction = await group.begun;
    setTransaction(transaction.manager);
    const [outcome] = await Promise.allSettled([work()]);
    setTransaction(undefined);
    const committed = await group.settle(transaction, outcome.status === 'fulfilled');
    if (outcome.status === 'rejected' && group.size === 1) throw outcome.reason;
    if (outcome.status === 'fulfilled' && committed) return outcome.value;
    return inOwnTransaction(this.dataSource, work, setTransaction);
  }

  private async begin(): Promise<Transaction> {
    this.gathering = undefined;
    const transaction = await Transaction.begin(this.dataSource);
    // Travels with what they ask first; what fails here fails there too.
    transaction.connection.query(LOCK_TIMEOUT).catch(() => undefined);
    return transaction;
  }
}
