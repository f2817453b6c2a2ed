import { z } from "zod";

import { can } from "../access/policy";
import { notFound } from "../errors";
import { documentId } from "../ids";
import { query } from "../operation/query";
import { idIn } from "../shapes";
import { Comment, commentOf } from "./contract";

const MOST_LISTED = 500;

/** Lists the comments on a document, the oldest first, and the people who can be mentioned: those who may see it. */
export const listComments = query("comments.list-comments", {
  title: "List the comments on a document",
  permission: "comment.read",
  input: z.object({ documentId }),
  output: z.object({
    items: z.array(Comment.extend({ mayChange: z.boolean(), mayDelete: z.boolean() })),
    people: z.array(z.object({ userId: idIn("usr"), name: z.string() })),
  }),
  doors: ["web"],

  async handle({ documents, comments, members, actor }, { documentId: id }) {
    const { access } = (await documents.find(id)) ?? notFound("Document", id);
    const found = await comments.list(id, MOST_LISTED);
    const isModerator = actor.kind === "user" && can(actor.role, "comment.moderate");
    const isOwn = (authorId: string | null) => actor.kind === "user" && authorId === actor.id;
    return {
      items: found.map((comment) => ({
        ...commentOf(comment),
        mayChange: isOwn(comment.authorId),
        mayDelete: isOwn(comment.authorId) || isModerator,
      })),
      people: await members.listReaders(access),
    };
  },
});
