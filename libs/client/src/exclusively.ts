/** Runs tasks one after the other, among all who share whatever it stands for. */
export type Exclusively = <T>(task: () => Promise<T>) => Promise<T>;

/** Within this page or process. */
export function inTurn(): Exclusively {
  let last: Promise<unknown> = Promise.resolve();
  return (task) => {
    const mine = last.then(task, task);
    last = mine;
    return mine;
  };
}
