import type { ServiceAccountView } from './service-account.view.js';

/** What the audit log keeps of a service account. */
export function auditedServiceAccount({
  name,
  description,
  permissions,
  status,
}: ServiceAccountView): object {
  return { name, description, permissions, status };
}
