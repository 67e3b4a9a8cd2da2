import type { ValidityWindow } from './validity-window.js';

/** What the audit log keeps of how long something was given. */
export const auditedWindow = ({ validFrom, validUntil }: Required<ValidityWindow>) => ({
  validFrom,
  validUntil,
});
