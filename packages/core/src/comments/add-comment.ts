import { z } from "zod";

import { personOf } from "../access/person-of";
import { notFound } from "../errors";
import { documentId } from "../ids";
import { tell } from "../notifications/contract/tell";
import { command } from "../operation/command";
import { Comment, commentOf, words } from "./contract";
import { mustSee } from "./must-see";

/** The number of earlier comments whose authors are notified. */
const MOST_HEARD = 200;

/** Adds a comment to a document. Tells those whom it mentions, who uploaded the document, and who commented on it before. */
export const addComment = command("comments.add-comment", {
  title: "Comment on a document",
  permission: "comment.write",
  input: z.object({ documentId, ...words }),
  output: Comment,
  doors: ["web"],

  async handle(tools, { documentId: id, text, mentionedIds: given }) {
    const { documents, comments, members, actor } = tools;
    const { id: authorId } = personOf(actor);
    const document = (await documents.find(id)) ?? notFound("Document", id);
    const mentionedIds = [...new Set(given)];
    await mustSee(tools, document, mentionedIds);
    const comment = await comments.create({ documentId: id, authorId, text, mentionedIds });
    const about = { documentId: id, commentId: comment.id, byId: authorId };
    const mentioned = mentionedIds.filter((userId) => userId !== authorId);
    const readers = new Set(
      (await members.listReaders(document.access)).map((each) => each.userId),
    );
    const said = (await comments.list(id, MOST_HEARD)).flatMap((each) => each.authorId ?? []);
    const concerned = new Set([...(document.uploadedById ? [document.uploadedById] : []), ...said]);
    await tell(tools, [
      ...mentioned.map((userId) => ({ userId, kind: "mention" as const, ...about })),
      ...[...concerned]
        .filter((userId) => userId !== authorId && !mentioned.includes(userId))
        .filter((userId) => readers.has(userId))
        .map((userId) => ({ userId, kind: "comment" as const, ...about })),
    ]);
    return commentOf(comment);
  },
});
