import { Body, Controller, HttpCode, Post, UseGuards } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { RequirePermission } from '../../../core/access/index.js';
import { previewView } from '../domain/previews/preview-view.js';
import { PreviewChange } from '../domain/queries/preview-change.js';
import { PreviewRequest, type PreviewResponse } from './preview.dto.js';
import { MinRevisionGuard } from './min-revision.guard.js';

@ApiTags('authorization')
@Controller('auth/v1/authorization')
@UseGuards(MinRevisionGuard)
export class PreviewController {
  constructor(private readonly previewChange: PreviewChange) {}

  /** Ask what a change of roles, teams or groups would do, for whom, and whether you would lock yourself out. */
  @Post('preview')
  @HttpCode(200)
  @RequirePermission('authorization:explain')
  async preview(@Body() change: PreviewRequest): Promise<PreviewResponse> {
    return previewView(await this.previewChange.execute(change));
  }
}
