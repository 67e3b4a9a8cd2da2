/** The same page as many would write it: no group at the task, the tree walked by the query, joined through the users. */
export function recursivePage({ id, group, managed }, limit) {
  return {
    text: `
      WITH RECURSIVE below AS (
        SELECT number FROM groups WHERE parent = $2 OR number = ANY($3::int[])
        UNION SELECT groups.number FROM groups JOIN below ON groups.parent = below.number
      ), above AS (
        SELECT parent AS number FROM groups WHERE number = $2
        UNION SELECT groups.parent FROM groups JOIN above ON groups.number = above.number
      )
      SELECT task.* FROM task JOIN users ON users.id = task.owner_id
      WHERE task.visible_to = 7 OR task.owner_id = $1
        OR (users.vg = $2 AND task.visible_to IN (3, 5))
        OR users.vg IN (SELECT number FROM below)
        OR (users.vg IN (SELECT number FROM above WHERE number IS NOT NULL) AND task.visible_to = 5)
        OR EXISTS (SELECT 1 FROM task_follower WHERE task_follower.task_id = task.id AND task_follower.user_id = $1)
      ORDER BY task.created_at DESC, task.id DESC LIMIT ${limit}`,
    values: [id, group, managed],
  };
}
