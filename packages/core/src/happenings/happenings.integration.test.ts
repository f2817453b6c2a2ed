import { expect, test } from "vitest";

import { aColleague, aContext, aJobAcross } from "../../test/contexts";
import { aDocument } from "../../test/documents";
import { aTakenFile } from "../../test/sources";
import type { WorkspaceContext } from "../context";
import { deleteDocuments } from "../documents/delete-documents";
import { trashDocuments } from "../documents/trash-documents";
import { documentFailed } from "../events";
import { happeningsOf } from "../happenings";
import { relayOutbox } from "../platform/relay-outbox";
import { listHappenings } from "./list-happenings";

const relay = () => relayOutbox(aJobAcross({}, "relay-outbox"), { send: async () => undefined });
const namesOf = async (ctx: WorkspaceContext) =>
  (await listHappenings(ctx, { since: 0 })).items.map(({ name, data }) => [name, data.documentId]);

test("what happened is told once, in order, to those who see it, and goes with its document", async () => {
  const owner = await aContext({ role: "owner" });
  const member = await aColleague(owner);
  const { id } = await aDocument(owner);
  const { documentId: mail } = await aTakenFile(member, "mail");
  await trashDocuments(owner, { ids: [id] });
  await trashDocuments(member, { ids: [mail] });
  await relay();
  await relay();

  expect(await namesOf(owner)).toEqual([["document.trashed", id]]);
  const all = await listHappenings(member, { since: 0 });
  expect(all.items.map(({ data }) => data.documentId)).toEqual([id, mail]);
  const later = await listHappenings(member, { since: all.items[0]?.seq ?? 0 });
  expect(later.items.map(({ data }) => data.documentId)).toEqual([mail]);
  expect(await listHappenings(member, { since: all.latest })).toEqual({
    items: [],
    latest: all.latest,
  });
  expect((await listHappenings(await aContext(), { since: 0 })).items).toEqual([]);

  await deleteDocuments(owner, { ids: [id] });
  expect(await namesOf(member)).toEqual([["document.trashed", mail]]);
});

test("an event that is relayed again adds nothing", async () => {
  const owner = await aContext({ role: "owner" });
  const { id: documentId } = await aDocument(owner);
  const { workspaceId } = owner;
  const { data, name } = documentFailed.of({ workspaceId, documentId, code: "CORRUPT" });
  const rows = happeningsOf({ id: `evt_${documentId}`, name, data, createdAt: new Date() });
  const { happenings } = aJobAcross().db.platform;
  await happenings.add(rows);
  await happenings.add([...rows, ...rows]);
  const { items } = await listHappenings(owner, { since: 0 });
  expect(items).toMatchObject([{ name: "document.failed", data: { documentId, code: "CORRUPT" } }]);
});
