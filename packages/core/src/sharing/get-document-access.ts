import { may } from "../access/policy";
import { notFound } from "../errors";
import { query } from "../operation/query";
import { DocumentAccess, ofDocument } from "./contract";
import { mayShare } from "./family-to-share";

export const getDocumentAccess = query("sharing.get-document-access", {
  title: "Show who sees a document",
  permission: "member.read",
  input: ofDocument,
  output: DocumentAccess,
  doors: ["web"],

  async handle({ documents, families, documentShares, documentLinks, actor, clock }, { id }) {
    const document = (await documents.find(id)) ?? notFound("Document", id);
    const shares = await documentShares.list((await families.rootOf(id)) ?? id);
    const isSharer = may(actor, "document.share") && mayShare(actor, document);
    const links = isSharer ? await documentLinks.list(id, clock()) : [];
    return {
      mayShare: isSharer,
      links: links.map(({ createdBy, documentId: _of, ...link }) => ({
        ...link,
        byName: createdBy?.name ?? null,
      })),
      isOpen: document.access.includes("ws"),
      projects: document.projects.filter(({ isRestricted }) => isRestricted),
      people: shares.flatMap(({ userId, membership, createdAt: sharedAt }) =>
        userId && membership ? [{ userId, ...membership.user, sharedAt }] : [],
      ),
      groups: shares.flatMap(({ groupId, group, createdAt: sharedAt }) =>
        groupId && group ? [{ groupId, name: group.name, sharedAt }] : [],
      ),
    };
  },
});
