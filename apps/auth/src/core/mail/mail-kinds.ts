import { Injectable } from '@nestjs/common';

/** What a mail's templates may show. */
export type MailValues = Readonly<Record<string, string>>;

/** A mail put together. */
export interface ComposedMail {
  /** Another template than that of the kind. */
  readonly template?: string;
  /** BCP 47 language tag of the reader. */
  readonly locale?: string;
  readonly values: MailValues;
}

/** A kind of mail, as the module that sends it declares it. */
export interface MailKind {
  /** Also the name of its templates, for example `password-reset`. */
  readonly name: string;
  /**
   * Puts together what the mail says, at the moment it is sent; makes the link, where there is one.
   *
   * @param recipient - address, in lower case
   * @param data - as it was queued
   * @returns null when there is nothing to send (any more)
   */
  compose(recipient: string, data: MailValues): Promise<ComposedMail | null>;
  /** Values for the preview. */
  readonly sample: MailValues;
}

/** The kinds of mail that the modules declared. */
@Injectable()
export class MailKinds {
  private readonly kinds = new Map<string, MailKind>();

  declare(...kinds: readonly MailKind[]): void {
    for (const kind of kinds) {
      if (this.kinds.has(kind.name)) throw new Error(`mail ${kind.name} is declared twice`);
      this.kinds.set(kind.name, kind);
    }
  }

  find(name: string): MailKind | undefined {
    return this.kinds.get(name);
  }

  all(): MailKind[] {
    return [...this.kinds.values()];
  }
}
