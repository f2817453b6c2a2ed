import { announceChange } from "../documents/contract/announce-change";
import { command } from "../operation/command";
import { nothing } from "../shapes";
import { ofDocument, Target } from "./contract";
import { familyToShare } from "./family-to-share";

/** Ends the share of a document with a person or a group, at once. */
export const unshareDocument = command("sharing.unshare-document", {
  title: "Stop sharing a document with a person or a group",
  permission: "document.share",
  input: ofDocument.extend({ with: Target }),
  output: nothing,
  doors: ["web"],

  async handle(tools, { id, with: target }) {
    const { documentShares, filing, changed } = tools;
    const family = await familyToShare(tools, id);
    await documentShares.remove(family.id, target);
    announceChange(tools, [await filing.writeAccess({ documentIds: [family.id] })]);
    const ended = "userId" in target ? target.userId : target.groupId;
    changed({
      subject: family.id,
      before: { sharedWith: family.sharedWith.toSorted() },
      after: { sharedWith: family.sharedWith.filter((each) => each !== ended).toSorted() },
    });
  },
});
