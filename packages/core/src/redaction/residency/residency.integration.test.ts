import { expect, test } from "vitest";

import { aColleague, aContext } from "../../../test/contexts";
import { aDocument } from "../../../test/documents";
import { sql } from "../../../test/models/releases";
import { listDocumentPlaces } from "../../costs/list-document-places";
import { changeRegion } from "./change-region";
import { getResidency } from "./get-residency";
import { putProvider } from "./put-provider";

const allowed = { host: "models.example", region: null, isAllowed: true, reason: "It is ours" };

test("a region and what is allowed outside of it hold for their workspace alone", async () => {
  const [owner, neighbour] = [await aContext({ role: "owner" }), await aContext({ role: "owner" })];
  await changeRegion(owner, { region: "eu" });
  await putProvider(owner, { ...allowed, isAllowed: false });

  expect(await getResidency(owner, {})).toMatchObject({
    region: "eu",
    providers: [{ host: "models.example", mayBeUsed: false }],
  });
  await putProvider(owner, allowed);
  expect(await getResidency(owner, {})).toMatchObject({
    providers: [{ host: "models.example", isAllowed: true, mayBeUsed: true, reason: "It is ours" }],
  });
  expect(await getResidency(neighbour, {})).toEqual({ region: null, providers: [] });
});

test("a member may not change them, and a rule needs a reason and the name of a server", async () => {
  const owner = await aContext({ role: "owner" });
  const member = await aColleague(owner);

  for (const refused of [changeRegion(member, { region: "us" }), putProvider(member, allowed)])
    await expect(refused).rejects.toMatchObject({ code: "FORBIDDEN" });
  for (const wrong of [{ reason: "" }, { host: "https://models.example/v1" }])
    await expect(putProvider(owner, { ...allowed, ...wrong })).rejects.toMatchObject({
      code: "INVALID_INPUT",
    });
});

test("a document shows the servers that got something of it, to those who see it", async () => {
  const owner = await aContext({ role: "owner" });
  const [sent, kept] = [await aDocument(owner), await aDocument(owner)];
  await sql(
    `insert into model_calls (id, workspace_id, document_id, operation, kind, provider, server, model, lane, state, reserved_until, created_at)
     values ('mdc_${sent.id}', '${owner.workspaceId}', '${sent.id}', 'processing.understand-document', 'chat', 'openai',
       'https://eu.api.openai.com/v1', 'tern-1', 'live', 'ok', now(), now())`,
  );

  expect(await listDocumentPlaces(owner, { id: sent.id })).toMatchObject({
    items: [{ host: "eu.api.openai.com", region: "eu", isOwn: false, model: "tern-1", calls: 1 }],
  });
  expect(await listDocumentPlaces(owner, { id: kept.id })).toEqual({ items: [] });
  const stranger = await aContext({ role: "owner" });
  await expect(listDocumentPlaces(stranger, { id: sent.id })).rejects.toMatchObject({
    code: "NOT_FOUND",
  });
});
