import { IsText } from '../http/is-text.js';

/** A new comment. */
export class CreateCommentRequest {
  @IsText(1, 5000)
  text!: string;
}

/** What somebody says of a task. */
export class CommentResponse {
  id!: string;
  taskId!: string;
  authorId!: string;
  text!: string;
  createdAt!: Date;
}

/** The first comments on a task, oldest first. */
export class CommentList {
  items!: CommentResponse[];
}
