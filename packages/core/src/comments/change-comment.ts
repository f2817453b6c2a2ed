import { personOf } from "../access/person-of";
import { forbidden, notFound } from "../errors";
import { tell } from "../notifications/contract/tell";
import { command } from "../operation/command";
import { Comment, commentOf, ofComment, words } from "./contract";
import { mustSee } from "./must-see";

/** Changes the words of one's own comment. Tells those whom it mentions now and did not before. */
export const changeComment = command("comments.change-comment", {
  title: "Change a comment of one's own",
  permission: "comment.write",
  input: ofComment.extend(words),
  output: Comment,
  doors: ["web"],

  async handle(tools, { id, text, mentionedIds: given }) {
    const { documents, comments, actor, clock, changed } = tools;
    const comment = (await comments.find(id)) ?? notFound("Comment", id);
    const byId = personOf(actor).id;
    if (comment.authorId !== byId) forbidden("changing what somebody else wrote");
    const { documentId } = comment;
    const document = (await documents.find(documentId)) ?? notFound("Document", documentId);
    const mentionedIds = [...new Set(given)];
    await mustSee(tools, document, mentionedIds);
    const after = await comments.update(id, { text, mentionedIds, editedAt: clock() });
    await tell(
      tools,
      mentionedIds
        .filter((userId) => userId !== byId && !comment.mentionedIds.includes(userId))
        .map((userId) => ({ userId, kind: "mention" as const, documentId, commentId: id, byId })),
    );
    changed({ subject: id, before: { text: comment.text }, after: { text } });
    return commentOf(after);
  },
});
