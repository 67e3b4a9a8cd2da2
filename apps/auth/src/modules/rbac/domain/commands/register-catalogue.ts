import { Injectable } from '@nestjs/common';
import type { PermissionName } from '@auth-service/authorization';
import { AuthorizationChanges } from '../../../../core/access/index.js';
import { newId, Transactional } from '../../../../core/database/index.js';
import { AppError } from '../../../../core/errors/index.js';
import { RecordAuditEvent } from '../../../audit/index.js';
import { CatalogueRepository } from '../catalogue.repository.js';
import {
  type CatalogueDifference,
  compareCatalogue,
  type DeclaredResource,
  OWN_SERVICE,
} from '../service-catalogue.js';

/** What a registration has changed: nothing, when the code is the same as at the last one. */
export interface CatalogueRegistration {
  readonly registered: readonly PermissionName[];
  /** No code declares them any more. They go on counting until somebody deletes them. */
  readonly deprecated: readonly PermissionName[];
  /** Deprecated before, and declared again. */
  readonly restored: readonly PermissionName[];
}

/**
 * Takes over what a service's code declares. May be repeated: a service does it at every start. What it no longer declares
 * is marked, never dropped, since roles may name it.
 */
@Injectable()
export class RegisterCatalogue {
  constructor(
    private readonly catalogue: CatalogueRepository,
    private readonly changes: AuthorizationChanges,
    private readonly audit: RecordAuditEvent,
  ) {}

  /** @throws AppError `already_exists` for a resource of another service and for this one, `invalid_request` for one named twice */
  async execute(service: string, declared: readonly DeclaredResource[]): Promise<CatalogueRegistration> {
    if (service === OWN_SERVICE)
      throw AppError.forField(
        'already_exists',
        'service',
        'This service registers its own catalogue itself.',
      );
    assertDistinct(declared);
    // Most starts change nothing, and then nobody has to wait.
    const difference = await this.differenceOf(service, declared);
    return isEmpty(difference) ? namesOf(difference) : this.register(service, declared);
  }

  @Transactional()
  protected async register(
    service: string,
    declared: readonly DeclaredResource[],
  ): Promise<CatalogueRegistration> {
    await this.changes.serialize();
    const difference = await this.differenceOf(service, declared);
    for (const { key, description = '' } of difference.missingResources)
      await this.catalogue.insertResource({ id: newId(), key, service, description });
    await this.catalogue.insertPermissions(
      difference.missing.map((permission) => ({ id: newId(), ...permission })),
    );
    await this.catalogue.markDeprecated(idsOf(difference.stale), true);
    await this.catalogue.markDeprecated(idsOf(difference.returned), false);
    if (difference.missing.length > 0) await this.changes.note('catalogue');
    const registration = namesOf(difference);
    if (!isEmpty(difference))
      await this.audit.execute({
        action: 'catalogue.registered',
        subjectType: 'catalogue',
        subjectId: null,
        after: { service, ...registration },
      });
    return registration;
  }

  private async differenceOf(
    service: string,
    declared: readonly DeclaredResource[],
  ): Promise<CatalogueDifference> {
    const known = await this.catalogue.listForService(
      service,
      declared.map(({ key }) => key),
    );
    for (const [index, { key }] of declared.entries()) {
      const owner = known.find((resource) => resource.key === key)?.service ?? service;
      if (owner !== service)
        throw AppError.forField(
          'already_exists',
          `resources.${index}.key`,
          `The resource ${key} belongs to another service.`,
        );
    }
    return compareCatalogue(declared, known);
  }
}

const idsOf = (permissions: readonly { readonly id: string }[]) => permissions.map(({ id }) => id);

const isEmpty = (difference: CatalogueDifference): boolean =>
  Object.values(difference).every((part: readonly unknown[]) => part.length === 0);

const namesOf = ({ missing, stale, returned }: CatalogueDifference): CatalogueRegistration => ({
  registered: missing.map(({ name }) => name),
  deprecated: stale.map(({ name }) => name),
  restored: returned.map(({ name }) => name),
});

function assertDistinct(declared: readonly DeclaredResource[]): void {
  const keys = new Set<string>();
  for (const [index, { key, actions }] of declared.entries()) {
    const names = new Set(actions.map(({ name }) => name));
    if (keys.has(key) || names.size < actions.length)
      throw AppError.forField(
        'invalid_request',
        `resources.${index}`,
        `${key} or an action of it is there twice.`,
      );
    keys.add(key);
  }
}
