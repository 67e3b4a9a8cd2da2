import { Body, Controller, Delete, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { RequirePermission } from '../../../core/access/index.js';
import { RemoveSigningKey } from '../domain/commands/remove-signing-key.js';
import { RotateSigningKey } from '../domain/commands/rotate-signing-key.js';
import { ListSigningKeys } from '../domain/queries/list-signing-keys.js';
import { RotationRequest, type SigningKeyList, type SigningKeyResponse } from './signing-key.dto.js';

@ApiTags('signing keys')
@Controller('auth/v1/signing-keys')
export class SigningKeyController {
  constructor(
    private readonly listSigningKeys: ListSigningKeys,
    private readonly rotateSigningKey: RotateSigningKey,
    private readonly removeSigningKey: RemoveSigningKey,
  ) {}

  /** List the signing keys, the active one first. */
  @Get()
  @RequirePermission('signing_key:read')
  async list(): Promise<SigningKeyList> {
    return { items: await this.listSigningKeys.execute() };
  }

  /** Replace the signing key. Tokens of the old one stay good until they expire. */
  @Post()
  @RequirePermission('signing_key:rotate')
  rotate(@Body() rotation: RotationRequest): Promise<SigningKeyResponse> {
    return this.rotateSigningKey.execute(rotation);
  }

  /** Remove a key in an emergency: all tokens that it signed die at once. */
  @Delete(':id')
  @HttpCode(204)
  @RequirePermission('signing_key:remove')
  remove(@Param('id') id: string): Promise<void> {
    return this.removeSigningKey.execute(id);
  }
}
