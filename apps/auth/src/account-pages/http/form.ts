import type { Type } from '@nestjs/common';
import { AppError } from '../../core/errors/index.js';
import { RequestValidation } from '../../core/http/index.js';
import type { Answer, Page } from './page.js';

const validation = new RequestValidation();

/**
 * Reads a form that was sent.
 *
 * @throws AppError `invalid_request`, naming the fields
 */
export async function readForm<T extends object>(type: Type<T>, body: unknown): Promise<T> {
  return (await validation.transform(body ?? {}, { type: 'body', metatype: type })) as T;
}

/** What a form shows beside its empty fields. */
export interface FormState {
  /** What was typed before; never a password. */
  readonly values?: Readonly<Record<string, string | undefined>>;
  /** Why it was refused. */
  readonly refusal?: AppError;
}

/** Answers a form; what the caller can mend is shown in the form again, with what was typed. */
export async function answerForm(
  work: () => Promise<Answer>,
  body: unknown,
  form: (state: FormState, status: number) => Page | Promise<Page>,
): Promise<Answer> {
  try {
    return await work();
  } catch (thrown) {
    if (!(thrown instanceof AppError) || thrown.status >= 500) throw thrown;
    return form({ values: typed(body), refusal: thrown }, thrown.status);
  }
}

function typed(body: unknown): Record<string, string> {
  const entries = Object.entries(body ?? {}).filter(([name]) => !/password|code|token/i.test(name));
  return Object.fromEntries(
    entries.flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])),
  );
}
