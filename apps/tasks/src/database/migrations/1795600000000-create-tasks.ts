import { addVisibility } from '@auth-service/guard';
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateTasks1795600000000 implements MigrationInterface {
  readonly name = 'CreateTasks1795600000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE "task" (
        id uuid CONSTRAINT task_pkey PRIMARY KEY,
        title text NOT NULL,
        description text NOT NULL,
        is_done boolean NOT NULL DEFAULT false,
        owner_id uuid NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now(),
        updated_at timestamptz NOT NULL DEFAULT now()
      );

      CREATE TABLE task_follower (
        task_id uuid NOT NULL CONSTRAINT task_follower_task_id_fkey REFERENCES "task" (id) ON DELETE CASCADE,
        user_id uuid NOT NULL,
        CONSTRAINT task_follower_pkey PRIMARY KEY (task_id, user_id)
      );

      CREATE TABLE task_comment (
        id uuid CONSTRAINT task_comment_pkey PRIMARY KEY,
        task_id uuid NOT NULL CONSTRAINT task_comment_task_id_fkey REFERENCES "task" (id) ON DELETE CASCADE,
        author_id uuid NOT NULL,
        text text NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now()
      );
      CREATE INDEX task_comment_task_id_idx ON task_comment (task_id, created_at, id);
    `);
    const table = { name: 'task', followers: { name: 'task_follower', item: 'task_id' } };
    await addVisibility(runner, table, null);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE task_comment, task_follower, "task"');
  }
}
