/** `LOG_LEVEL` as `logLevel`. */
export type CamelCase<Name extends string> = Name extends `${infer Head}_${infer Tail}`
  ? `${Lowercase<Head>}${Capitalize<CamelCase<Tail>>}`
  : Lowercase<Name>;

/** Turns a setting's environment name into its name in the configuration. */
export const camelCase = <Name extends string>(name: Name): CamelCase<Name> =>
  name.toLowerCase().replace(/_(.)/g, (_, letter: string) => letter.toUpperCase()) as CamelCase<Name>;
