/** Owns the tree of visibility groups, their members and managers. So far their tables alone. */
export { VisibilityGroup } from './domain/visibility-group.entity.js';
export { VisibilityGroupManager } from './domain/visibility-group-manager.entity.js';
export { VisibilityGroupMember } from './domain/visibility-group-member.entity.js';
export { VisibilityGroupDefault } from './domain/visibility-group-default.entity.js';
