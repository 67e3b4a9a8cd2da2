import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsString, Matches, MaxLength, ValidateNested } from 'class-validator';
import { IfPresent } from '../../../core/http/index.js';
import { PART, PART_MESSAGE } from './catalogue.dto.js';

/** Whose catalogue. */
export class ServiceNameParameter {
  /** The service's name. @example 'sales' */
  @Matches(/^[a-z][a-z0-9_-]{0,99}$/, {
    message: '$property must be of lower-case letters, digits, _ and -, beginning with a letter, at most 100',
  })
  service!: string;
}

/** What may be done with a declared resource. */
export class DeclaredActionRequest {
  /** @example 'read' */
  @IsString()
  @Matches(PART, { message: PART_MESSAGE })
  name!: string;

  @IfPresent()
  @IsString()
  @MaxLength(1000)
  description?: string;
}

/** A kind of thing that a service protects. */
export class DeclaredResourceRequest {
  /** @example 'deal' */
  @IsString()
  @Matches(PART, { message: PART_MESSAGE })
  key!: string;

  @IfPresent()
  @IsString()
  @MaxLength(1000)
  description?: string;

  @IsArray()
  @ArrayMaxSize(200)
  @ValidateNested({ each: true })
  @Type(() => DeclaredActionRequest)
  actions!: DeclaredActionRequest[];
}

/** All that a service's code declares. */
export class RegisterCatalogueRequest {
  @IsArray()
  @ArrayMaxSize(200)
  @ValidateNested({ each: true })
  @Type(() => DeclaredResourceRequest)
  resources!: DeclaredResourceRequest[];
}

/** What a registration has changed: nothing, when the code is the same as at the last one. */
export class CatalogueRegistrationResponse {
  registered!: string[];
  /** No code declares them any more. They go on counting until somebody deletes them. */
  deprecated!: string[];
  /** Deprecated before, and declared again. */
  restored!: string[];
}
