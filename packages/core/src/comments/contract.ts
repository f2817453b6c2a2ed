import type { Comment as Stored } from "@besunny/db/workspace/comments";
import { z } from "zod";

import { commentId } from "../ids";
import { idIn, instant } from "../shapes";

export const ofComment = z.object({ id: commentId });

/** The words of a comment, and the people whom they mention. */
export const words = {
  text: z.string().trim().min(1, "Write something").max(4000),
  mentionedIds: z.array(z.string().max(64)).max(20).default([]),
};

/** A comment on a document. */
export const Comment = z
  .object({
    id: idIn("cmt"),
    text: z.string(),
    author: z.object({ id: idIn("usr"), name: z.string() }).nullable(),
    mentionedIds: z.array(idIn("usr")),
    createdAt: instant,
    editedAt: instant.nullable(),
  })
  .meta({ id: "Comment" });

export function commentOf({
  id,
  text,
  author,
  authorId,
  ...rest
}: Stored): z.output<typeof Comment> {
  const { mentionedIds, createdAt, editedAt } = rest;
  return {
    id,
    text,
    author: author && authorId ? { id: authorId, name: author.name } : null,
    mentionedIds,
    createdAt,
    editedAt,
  };
}
