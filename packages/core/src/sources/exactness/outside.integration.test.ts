import { mailOf } from "@besunny/connectors/doubles/seed-bytes";
import type { SourceKind } from "@besunny/connectors/sources/source-words";
import { afterEach, beforeEach, expect, it } from "vitest";

import { aContext, database } from "../../../test/contexts";
import {
  type AtDoubles,
  atDoubles,
  connect,
  pump,
  sync,
} from "../../../test/sources/source-doubles";
import { listDocuments } from "../../documents/list-documents";
import { addSource } from "../add-source";
import { compareSource } from "../compare-source";
import { getSource } from "../get-source";
import { listItems } from "../list-items";
import { lookNow } from "../look-now";

const ANA = "ana@harbour.example";
/** Outlook has folders, whose ids are made of their names; Gmail has labels. */
const OUTLOOK_INBOX = `fld-${Buffer.from("INBOX").toString("base64url")}`;

type Place = { root: Record<string, string>; takeOut(): void; putBack(): void };

let at: AtDoubles;
beforeEach(async () => {
  at = await atDoubles();
  at.world.addPerson(ANA, "Ana Ferreira");
});
afterEach(() => at.doubles.close());

function aMail(label: string): Omit<Place, "root"> {
  const mail = (subject: string) =>
    at.world.deliver({
      mailbox: ANA,
      labels: [label],
      raw: mailOf({
        from: "Ben <ben@harbour.example>",
        to: ANA,
        subject,
        text: `About ${subject}.`,
        at: at.world.now(),
        messageId: `${subject}@harbour.example`,
        attachments: [],
      }),
    }).id;
  const id = mail("Tide");
  mail("Crane");
  return {
    takeOut: () => at.world.relabel(id, ["Elsewhere"]),
    putBack: () => at.world.relabel(id, [label]),
  };
}

function aFileInAFolder(): Place {
  const driveId = at.world.addDrive({ service: "google", name: "My Drive", owner: ANA }).id;
  const chosen = at.world.addFolder({ driveId, name: "Chosen" }).id;
  const { id } = at.world.addFile({ driveId, parentId: chosen, name: "Tide.txt" });
  at.world.addFile({ driveId, parentId: chosen, name: "Crane.txt" });
  return {
    root: { type: "folder", folder: chosen },
    takeOut: () => at.world.moveFile(id, null),
    putBack: () => at.world.moveFile(id, chosen),
  };
}

const places: [SourceKind, () => Place][] = [
  ["gmail", () => ({ root: { label: "Label_quay" }, ...aMail("Label_quay") })],
  ["outlook", () => ({ root: { kind: "outlook", folder: OUTLOOK_INBOX }, ...aMail("INBOX") })],
  ["drive", aFileInAFolder],
];

it.each(places)(
  "what leaves the choice in %s goes to the trash as left out, and comes back with its document",
  async (kind, begin) => {
    const { root, takeOut, putBack } = begin();
    const { sources, clock } = at;
    const ctx = { ...(await aContext({ role: "owner", sources })), clock };
    const connectionId = await connect(ctx, { kind, address: ANA });
    const { id } = await addSource(ctx, { connectionId, kind, root, name: "Chosen" });
    const follow = async () => {
      at.world.advance(20 * 60_000);
      await lookNow(ctx, { id });
      await sync(ctx, id);
      await pump(ctx, id);
    };
    await sync(ctx, id);
    expect(await pump(ctx, id)).toBe(2);
    const { items: before } = await listDocuments(ctx, { limit: 10 });
    const tide = before.find(({ title }) => title.includes("Tide"));

    takeOut();
    await follow();
    const { items: gone } = await listItems(ctx, { id, state: "gone" });
    expect(gone).toMatchObject([{ reason: "outside", documentId: tide?.id }]);
    expect((await getSource(ctx, { id })).source.counts).toMatchObject({ total: 1, processing: 1 });
    const scope = { workspaceId: ctx.workspaceId, principals: [] };
    const stored = () =>
      database.read(scope, ({ takenFiles }) => takenFiles.find(`${id}/${gone[0]?.id}`));
    expect(await stored()).toMatchObject({ trashReason: "left-out", visibility: "owner" });

    // A comparison says the same as the change did.
    await compareSource(ctx, { id });
    await sync(ctx, id);
    expect((await listItems(ctx, { id, state: "gone" })).items).toEqual(gone);

    putBack();
    await follow();
    const { items: after } = await listDocuments(ctx, { limit: 10 });
    expect(after.map(({ id: documentId }) => documentId).sort()).toEqual(
      before.map(({ id: documentId }) => documentId).sort(),
    );
    expect(await stored()).toMatchObject({ trashedAt: null, version: 1 });
  },
);
