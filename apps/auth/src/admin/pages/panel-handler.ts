import type { PermissionName } from '@auth-service/authorization';
import { z } from 'zod';
import { AppError } from '../../core/errors/index.js';
import type { PanelAdmin } from '../adminjs/panel-admin.js';
import type { PanelHandler } from './panel-page.types.js';

interface HandlerOptions<Input extends z.ZodRawShape> {
  /** Needed beside the page's own permission. */
  readonly permission?: PermissionName;
  /** The fields that may be sent, and what they have to be; none when nothing is said. */
  readonly input?: Input;
  readonly run: (input: z.output<z.ZodObject<Input>>, admin: PanelAdmin) => Promise<unknown>;
}

/** Describes what a page reads or does. */
export function handler<Input extends z.ZodRawShape>({
  permission,
  input,
  run,
}: HandlerOptions<Input>): PanelHandler {
  return {
    ...(permission !== undefined && { permission }),
    input: z.strictObject(input ?? {}),
    run: run as PanelHandler['run'],
  };
}

/**
 * Checks what was sent.
 *
 * @throws AppError `invalid_request` naming the fields that are at fault
 */
export function checkedInput({ input }: PanelHandler, sent: unknown): unknown {
  const checked = input.safeParse(sent);
  if (checked.success) return checked.data;
  const errors = checked.error.issues.map(({ path, message }) => ({ field: path.join('.'), message }));
  throw new AppError('invalid_request', { errors });
}
