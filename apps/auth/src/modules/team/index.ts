/** Owns teams and their members. So far their tables alone: roles of teams count, but no route changes them yet. */
export { Team } from './domain/team.entity.js';
export { TeamMember } from './domain/team-member.entity.js';
