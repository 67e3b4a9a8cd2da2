/** Lines for a shell that show what the same requests answer to different people. */
import { people } from './organisation.mjs';

const PRIVATE = 'Talk to Mila about her goals';

/** @returns the lines, with what they answer at the moment */
export async function examples(tasks, origin, tokens) {
  const shown = people.filter((person) => person.shown !== undefined);
  const curl = (name, path, more = '') =>
    `curl -s -H "authorization: Bearer $${name.toUpperCase()}" ${more}${origin}${path}`;
  const lines = ['# Good for an hour:'];
  for (const { name } of shown) lines.push(`${name.toUpperCase()}=${tokens.get(name)}`);
  for (const { name, shown: where } of shown) {
    const { count } = await tasks.as(tokens.get(name)).get('/tasks/count');
    lines.push('', `# ${name} ${where}: ${count} tasks`, curl(name, '/tasks'));
  }
  const { items } = await tasks.as(tokens.get('Sami')).get(`/tasks?search=${encodeURIComponent(PRIVATE)}`);
  const path = `/tasks/${items[0]?.id}`;
  const open = `-X POST -H 'content-type: application/json' -d '{"title":"Tell everyone","visibleTo":7}' `;
  lines.push(
    '',
    "# Sami's own task: there for him and for Dana above him, not there for Hugo (404)",
    ...['Sami', 'Dana', 'Hugo'].map((name) => curl(name, path)),
    '',
    '# Another level than the default: not for Hugo (403), who lacks task:change_visibility',
    curl('Hugo', '/tasks', open),
    curl('Dana', '/tasks', open),
    '',
  );
  return lines.join('\n');
}
