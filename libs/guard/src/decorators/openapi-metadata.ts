/** The keys under which @nestjs/swagger looks. It need not be installed: what nobody reads does no harm. */
const SECURITY = 'swagger/apiSecurity';
const RESPONSE = 'swagger/apiResponse';

type Responses = Readonly<Record<number, { readonly description: string }>>;

/** Fills in the OpenAPI document as `ApiBearerAuth` and `ApiResponse` would; what is there already stays. */
export const describeInOpenApi =
  (responses: Responses): ClassDecorator & MethodDecorator =>
  (target: object, _key?: string | symbol, descriptor?: PropertyDescriptor): void => {
    const place = (descriptor?.value ?? target) as object;
    const security = (Reflect.getMetadata(SECURITY, place) ?? []) as { readonly bearer?: unknown }[];
    if (!security.some(({ bearer }) => bearer !== undefined))
      Reflect.defineMetadata(SECURITY, [...security, { bearer: [] }], place);
    const described = Reflect.getMetadata(RESPONSE, place) as Responses | undefined;
    Reflect.defineMetadata(RESPONSE, { ...responses, ...described }, place);
  };
