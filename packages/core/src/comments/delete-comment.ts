import { personOf } from "../access/person-of";
import { can } from "../access/policy";
import { forbidden, notFound } from "../errors";
import { command } from "../operation/command";
import { nothing } from "../shapes";
import { ofComment } from "./contract";

/** Deletes one's own comment; owners and admins delete everybody's. */
export const deleteComment = command("comments.delete-comment", {
  title: "Delete a comment",
  permission: "comment.write",
  input: ofComment,
  output: nothing,
  doors: ["web"],

  async handle({ comments, actor, changed }, { id }) {
    const comment = (await comments.find(id)) ?? notFound("Comment", id);
    const person = personOf(actor);
    if (comment.authorId !== person.id && !can(person.role, "comment.moderate"))
      forbidden("deleting what somebody else wrote");
    await comments.remove(id);
    changed({ subject: comment.documentId, before: { comment: id }, after: { comment: null } });
  },
});
