/** An option that the guard cannot work with. */
export class WrongOption extends Error {
  override readonly name = 'WrongOption';

  /** @param advice - to what it has to be set */
  constructor(
    readonly option: string,
    readonly advice: string,
  ) {
    super(`AuthGuardModule: set \`${option}\` to ${advice}.`);
  }
}
