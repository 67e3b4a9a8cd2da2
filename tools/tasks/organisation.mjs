/** A sales company with regions, small enough to know by heart. */

const SALES = ['task:read', 'task:create', 'task:update', 'task:delete', 'task:comment'];

export const roles = [
  { name: 'Sales', description: 'Works on tasks of their own', permissions: SALES },
  {
    name: 'Sales lead',
    description: 'Works on all tasks that they see, and says who sees theirs',
    permissions: [...SALES, 'task:update_any', 'task:delete_any', 'task:change_visibility'],
  },
];

/** Each below the one that it names, which stands before it. */
export const groups = [
  { name: 'Head office', above: null },
  { name: 'North', above: 'Head office' },
  { name: 'Hamburg', above: 'North' },
  { name: 'South', above: 'Head office' },
  { name: 'Munich', above: 'South' },
];

export const people = [
  {
    name: 'Dana',
    group: 'Head office',
    role: 'Sales lead',
    shown: 'is in the head office, above all regions',
  },
  { name: 'Nora', group: 'North', role: 'Sales lead' },
  { name: 'Hugo', group: 'Hamburg', role: 'Sales', shown: 'sells in Hamburg, in the north' },
  { name: 'Hanna', group: 'Hamburg', role: 'Sales' },
  { name: 'Sami', group: 'South', role: 'Sales lead', shown: 'leads the south, with Munich below' },
  { name: 'Mila', group: 'Munich', role: 'Sales' },
];

/** Levels: 1 owner, 3 group (the default), 5 group and below, 7 everyone. Who is in a group above sees all of it. */
export const tasks = [
  { owner: 'Dana', title: 'Plan the coming year', visibleTo: 1 },
  { owner: 'Dana', title: 'Fill in the holiday calendar', visibleTo: 5 },
  { owner: 'Nora', title: 'Learn the new prices of the north', visibleTo: 5 },
  { owner: 'Hugo', title: 'Call the shipyard' },
  { owner: 'Hanna', title: 'Send Elbe Logistics their offer', follower: 'Mila' },
  { owner: 'Sami', title: 'Prepare the trade fair', visibleTo: 7 },
  { owner: 'Sami', title: 'Talk to Mila about her goals', visibleTo: 1 },
  { owner: 'Mila', title: 'Visit the brewery' },
];
