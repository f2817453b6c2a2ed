import { z } from "zod";

import { personOf } from "../access/person-of";
import { notFound } from "../errors";
import { documentId } from "../ids";
import { command } from "../operation/command";
import { Comment, commentOf, words } from "./contract";
import { mustSee } from "./must-see";

/** Adds a comment to a document and tells those whom it mentions. */
export const addComment = command("comments.add-comment", {
  title: "Comment on a document",
  permission: "comment.write",
  input: z.object({ documentId, ...words }),
  output: Comment,
  doors: ["web"],

  async handle(tools, { documentId: id, text, mentionedIds: given }) {
    const { documents, comments, notices, actor } = tools;
    const { id: authorId } = personOf(actor);
    const document = (await documents.find(id)) ?? notFound("Document", id);
    const mentionedIds = [...new Set(given)];
    await mustSee(tools, document, mentionedIds);
    const comment = await comments.create({ documentId: id, authorId, text, mentionedIds });
    await notices.add(
      mentionedIds
        .filter((userId) => userId !== authorId)
        .map((userId) => ({
          userId,
          kind: "mention" as const,
          documentId: id,
          commentId: comment.id,
          byId: authorId,
        })),
    );
    return commentOf(comment);
  },
});
