import type { SqlCondition } from '@auth-service/authorization';

/** A condition with parameters as TypeORM names them. */
export interface NamedCondition {
  readonly text: string;
  readonly parameters: Record<string, unknown>;
}

/**
 * Gives parameters names instead of numbers.
 *
 * @param prefix - so that conditions on several tables of a query do not meet
 */
export function named({ text, values }: SqlCondition, prefix: string): NamedCondition {
  const name = (number: number) => `${prefix}_visible_${number}`;
  return {
    text: text.replace(/\$(\d+)/g, (_, number: string) => `:${name(Number(number))}`),
    parameters: Object.fromEntries(values.map((value, index) => [name(index + 1), value])),
  };
}
