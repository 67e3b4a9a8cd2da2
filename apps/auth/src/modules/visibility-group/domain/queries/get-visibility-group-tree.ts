import { Injectable } from '@nestjs/common';
import { VisibilityGroupRepository } from '../visibility-group.repository.js';
import type { VisibilityGroupNode } from '../visibility-group.view.js';

/** Reads the whole tree of visibility groups; those beside one another are in the order of their names. */
@Injectable()
export class GetVisibilityGroupTree {
  constructor(private readonly groups: VisibilityGroupRepository) {}

  /** @returns the groups at the top */
  async execute(): Promise<readonly VisibilityGroupNode[]> {
    const rows = await this.groups.listCounted();
    const nodes = new Map<string | null, VisibilityGroupNode>(
      rows.map(({ parentId: _, ...group }) => [group.id, { ...group, children: [] }]),
    );
    const tops: VisibilityGroupNode[] = [];
    for (const { id, parentId } of rows) {
      const node = nodes.get(id);
      if (node !== undefined) (nodes.get(parentId)?.children ?? tops).push(node);
    }
    return tops;
  }
}
