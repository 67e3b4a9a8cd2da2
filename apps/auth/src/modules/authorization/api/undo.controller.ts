import { Controller, HttpCode, Post, UseGuards } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { RequirePermission } from '../../../core/access/index.js';
import { UuidParam } from '../../../core/http/index.js';
import { UndoChange } from '../domain/commands/undo-change.js';
import { previewView } from '../domain/previews/preview-view.js';
import { FindUndo } from '../domain/queries/find-undo.js';
import { PreviewChange } from '../domain/queries/preview-change.js';
import { MinRevisionGuard } from './min-revision.guard.js';
import type { UndoPreviewResponse } from './preview.dto.js';

@ApiTags('audit log')
@Controller('auth/v1/audit-log/:id/undo')
@UseGuards(MinRevisionGuard)
export class UndoController {
  constructor(
    private readonly findUndo: FindUndo,
    private readonly undoChange: UndoChange,
    private readonly previewChange: PreviewChange,
  ) {}

  /** Take back a change of a role, a team or a group that the log tells of, its deletion too. Needs what making the inverse change needs. */
  @Post()
  @HttpCode(204)
  @RequirePermission('audit:read')
  undo(@UuidParam() id: string): Promise<void> {
    return this.undoChange.execute(id);
  }

  /** Ask what taking a change back would do. */
  @Post('preview')
  @HttpCode(200)
  @RequirePermission('authorization:explain')
  async preview(@UuidParam() id: string): Promise<UndoPreviewResponse> {
    const { changes, notRestored } = await this.findUndo.execute(id);
    return {
      ...previewView(await this.previewChange.execute(...changes)),
      notRestored: notRestored.map(({ ids, ...lost }) => ({ ...lost, ids: [...ids] })),
    };
  }
}
