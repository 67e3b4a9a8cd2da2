import { Injectable } from '@nestjs/common';
import { IdentityProviders } from '../identity-providers.js';

/** A provider, as people see it. */
export interface ProviderView {
  readonly name: string;
  readonly label: string;
}

/** The providers with which people may log in. */
@Injectable()
export class ListProviders {
  constructor(private readonly providers: IdentityProviders) {}

  execute(): ProviderView[] {
    return this.providers.all().map(({ name, label }) => ({ name, label }));
  }
}
