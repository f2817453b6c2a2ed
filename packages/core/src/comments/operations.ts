import { addComment } from "./add-comment";
import { changeComment } from "./change-comment";
import { deleteComment } from "./delete-comment";
import { listComments } from "./list-comments";

/** Every operation of the slice. */
export const commentsOperations = [addComment, changeComment, deleteComment, listComments] as const;
