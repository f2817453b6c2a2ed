import { z } from "zod";

import { announceChange } from "../documents/contract/announce-change";
import { notFound } from "../errors";
import { tell } from "../notifications/contract/tell";
import { command } from "../operation/command";
import { nothing } from "../shapes";
import { ofDocument, Target } from "./contract";
import { familyToShare } from "./family-to-share";

/** Shows a document and its attachments to people and groups, who may read it from then on and not change it. */
export const shareDocument = command("sharing.share-document", {
  title: "Share a document with people or groups",
  permission: "document.share",
  input: ofDocument.extend({ with: z.array(Target).min(1).max(50) }),
  output: nothing,
  doors: ["web"],

  async handle(tools, { id, with: targets }) {
    const { documentShares, filing, members, groups, actor, changed } = tools;
    const family = await familyToShare(tools, id);
    for (const target of targets) {
      if ("userId" in target && !(await members.find(target.userId)))
        notFound("Member", target.userId);
      if ("groupId" in target && !(await groups.find(target.groupId)))
        notFound("Group", target.groupId);
    }
    await documentShares.add(family.id, targets, actor.kind === "user" ? actor.id : null);
    const byId = actor.kind === "user" ? actor.id : null;
    await tell(
      tools,
      targets.flatMap((target) =>
        "userId" in target && target.userId !== byId && !family.sharedWith.includes(target.userId)
          ? [{ userId: target.userId, kind: "share" as const, documentId: family.id, byId }]
          : [],
      ),
    );
    announceChange(tools, [await filing.writeAccess({ documentIds: [family.id] })]);
    const added = targets.map((target) => ("userId" in target ? target.userId : target.groupId));
    changed({
      subject: family.id,
      before: { sharedWith: family.sharedWith.toSorted() },
      after: { sharedWith: [...new Set([...family.sharedWith, ...added])].toSorted() },
    });
  },
});
