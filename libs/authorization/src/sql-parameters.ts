import type { SqlCondition } from './visibility-condition.js';

/** The parameters of one statement, numbered as they come. */
export class SqlParameters {
  readonly values: unknown[] = [];

  /** Takes a value and gives the `$n` that stands for it. */
  add(value: unknown): string {
    return `$${this.values.push(value)}`;
  }

  /** Takes a condition with parameters of its own, numbered from `$1`, and gives its text with their new numbers. */
  addCondition({ text, values }: SqlCondition): string {
    const before = this.values.length;
    this.values.push(...values);
    return text.replace(/\$(\d+)/g, (_, number: string) => `$${before + Number(number)}`);
  }
}
