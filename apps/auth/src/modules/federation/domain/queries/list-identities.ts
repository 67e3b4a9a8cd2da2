import { Injectable } from '@nestjs/common';
import { FederatedIdentityRepository, type FederatedIdentityView } from '../federated-identity.repository.js';
import { IdentityProviders } from '../identity-providers.js';

/** An identity, with what its provider is called. */
export type LinkedIdentity = FederatedIdentityView & { readonly label: string };

/** The identities that are linked to an account. */
@Injectable()
export class ListIdentities {
  constructor(
    private readonly identities: FederatedIdentityRepository,
    private readonly providers: IdentityProviders,
  ) {}

  async execute(userId: string): Promise<LinkedIdentity[]> {
    const providers = this.providers.all();
    const identities = await this.identities.list(userId);
    return identities.map((identity) => ({
      ...identity,
      label: providers.find(({ issuer }) => issuer === identity.issuer)?.label ?? identity.issuer,
    }));
  }
}
