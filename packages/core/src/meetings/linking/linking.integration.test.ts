import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { aCalendar, invited, putEvents } from "../../../test/calendar";
import { aColleague, aContext, auditOf } from "../../../test/contexts";
import { anIndex, aReadyDocument, aRestrictedProject } from "../../../test/documents";
import { aMeeting, connect } from "../../../test/meetings";
import type { WorkspaceContext } from "../../context";
import { trashDocuments } from "../../documents/trash-documents";
import { createProject } from "../../projects/create-project";
import { getMeeting } from "../get-meeting";
import { confirmLink } from "./confirm-link";
import { linkDocument } from "./link-document";
import { listLinks } from "./list-links";
import { listOfDocument } from "./list-of-document";
import { removeLink } from "./remove-link";

const lines = [
  "Ann Berg: Good morning, let us talk about the office in Hamburg and what it costs us.",
  "Ben Cole: I read the Lease amendment No 1 yesterday evening. It gives us the cellar from April.",
  "Ann Berg: Good, then I sign it tomorrow and send it to the landlord in the afternoon.",
  "Ben Cole: And the lease itself stays as it is for two more years, nobody wants to move.",
];
const absent = { code: "NOT_FOUND" };
const forbidden = { code: "FORBIDDEN" };

let index: Awaited<ReturnType<typeof anIndex>>;
beforeAll(async () => {
  index = await anIndex();
});
afterAll(() => index.close());
const anOwner = () => aContext({ role: "owner", index: index.index });

/** A meeting of 3 March 2026 in a project, with the amendment that it names and another document. */
async function aTalk() {
  const ctx = await anOwner();
  const { id: projectId } = await createProject(ctx, { name: "The move" });
  const inProject = { projectIds: [projectId] };
  const amendment = await aReadyDocument(ctx, "The cellar.", {
    title: "Lease amendment No 1",
    ...inProject,
  });
  const other = await aReadyDocument(ctx, "The floor plan.", { title: "Floor plan", ...inProject });
  const { id, documentId } = await aMeeting(ctx, lines, inProject);
  await connect(ctx, documentId);
  return { ctx, id, documentId, amendment, other, projectId };
}

const linksOf = async (ctx: WorkspaceContext, id: string) => (await listLinks(ctx, { id })).items;
const idsOf = async (ctx: WorkspaceContext, id: string) =>
  (await linksOf(ctx, id)).map(({ document }) => document.id);

describe("the documents of a meeting", () => {
  test("are those that the talk names, with the sentence, the turn and the second", async () => {
    const { ctx, id, amendment } = await aTalk();
    const [link, ...more] = await linksOf(ctx, id);
    expect(more).toEqual([]);
    expect(link).toMatchObject({
      document: { id: amendment.id, title: "Lease amendment No 1" },
      reason: "named",
      confidence: 0.9,
      isConfirmed: false,
      evidence: [
        {
          quote: "I read the Lease amendment No 1 yesterday evening.",
          turns: [2],
          at: { startMs: 10_000, speaker: "Ben Cole" },
        },
      ],
    });
    expect((await getMeeting(ctx, { id })).documents).toEqual([link]);
    const { items } = await listOfDocument(ctx, { id: amendment.id });
    expect(items).toMatchObject([{ meeting: { id }, reason: "named", evidence: link?.evidence }]);
  });

  test("are found twice with the same result", async () => {
    const { ctx, id, documentId } = await aTalk();
    const before = await linksOf(ctx, id);
    await connect(ctx, documentId);
    expect(await linksOf(ctx, id)).toEqual(before);
  });

  test("are attached to its invitation, or were shared by its people in its project within a day", async () => {
    const ctx = await anOwner();
    const colleague = await aColleague(ctx);
    const { id: projectId } = await createProject(ctx, { name: "The move" });
    const inProject = { projectIds: [projectId] };
    const shared = await aReadyDocument(ctx, "Numbers.", { title: "Budget", ...inProject });
    await aReadyDocument(colleague, "Of others.", { title: "Others", ...inProject });
    await aReadyDocument(ctx, "Another thing.", { title: "Elsewhere" });
    const attached = await aReadyDocument(ctx, "Plan of the floor.", { fileName: "floor-2.txt" });
    const beganAt = new Date();
    const day = new Intl.DateTimeFormat("en-GB", { dateStyle: "long", timeZone: "UTC" });
    const title = `Weekly of ${day.format(beganAt)}`;
    const { id, documentId } = await aMeeting(ctx, lines, { title, ...inProject });
    const calendar = await aCalendar(ctx, { address: "ann.berg@mill.test" });
    await putEvents(calendar, [
      {
        id: "weekly",
        title: "Weekly",
        beganAt,
        zone: "UTC",
        attendees: [invited("ann.berg@mill.test", "Ann Berg")],
        attachments: [{ name: "floor-2.txt", url: "https://files.example/1", itemId: null }],
      },
    ]);
    await connect(ctx, documentId);
    const found = (await linksOf(ctx, id)).map(({ document, reason }) => [document.id, reason]);
    expect(found).toEqual([
      [attached.id, "attached"],
      [shared.id, "shared"],
    ]);
  });

  test("are confirmed, removed and linked by people, and what was removed never comes back", async () => {
    const { ctx, id, documentId, amendment, other } = await aTalk();
    await confirmLink(ctx, { id, documentId: amendment.id });
    await linkDocument(ctx, { id, documentId: other.id });
    expect(
      (await linksOf(ctx, id)).map(({ reason, isConfirmed }) => [reason, isConfirmed]),
    ).toEqual([
      ["person", true],
      ["named", true],
    ]);
    await removeLink(ctx, { id, documentId: amendment.id });
    await connect(ctx, documentId);
    expect(await idsOf(ctx, id)).toEqual([other.id]);
    await expect(confirmLink(ctx, { id, documentId: amendment.id })).rejects.toMatchObject(absent);
    await linkDocument(ctx, { id, documentId: amendment.id });
    expect(await idsOf(ctx, id)).toHaveLength(2);
    expect((await auditOf(ctx)).map(({ operation }) => operation)).toEqual(
      expect.arrayContaining(["meetings.confirm-link", "meetings.remove-link"]),
    );
    await expect(linkDocument(ctx, { id, documentId })).rejects.toMatchObject({
      code: "INVALID_INPUT",
    });
  });

  test("are shown to those who see them, and not from the trash", async () => {
    const { project, admin, insider, outsider } = await aRestrictedProject({ index: index.index });
    const secret = await aReadyDocument(admin, "The cellar.", {
      title: "Lease amendment No 1",
      projectIds: [project.id],
    });
    const { id, documentId } = await aMeeting(admin, lines);
    await connect(admin, documentId);
    expect(await idsOf(admin, id)).toEqual([secret.id]);
    expect(await idsOf(insider, id)).toEqual([secret.id]);
    expect(await idsOf(outsider, id)).toEqual([]);
    expect((await getMeeting(outsider, { id })).documents).toEqual([]);
    await expect(listOfDocument(outsider, { id: secret.id })).rejects.toMatchObject(absent);
    await expect(linkDocument(outsider, { id, documentId: secret.id })).rejects.toMatchObject(
      absent,
    );
    await expect(removeLink(outsider, { id, documentId: secret.id })).rejects.toMatchObject(absent);
    await trashDocuments(admin, { ids: [secret.id] });
    expect(await idsOf(admin, id)).toEqual([]);
  });

  test("of a meeting that somebody may not see are not told from the document", async () => {
    const { project, admin, outsider } = await aRestrictedProject({ index: index.index });
    const open = await aReadyDocument(admin, "The cellar.", { title: "Lease amendment No 1" });
    const { id, documentId } = await aMeeting(admin, lines, { projectIds: [project.id] });
    await connect(admin, documentId);
    expect((await listOfDocument(admin, { id: open.id })).items).toHaveLength(1);
    expect((await listOfDocument(outsider, { id: open.id })).items).toEqual([]);
    await expect(listLinks(outsider, { id })).rejects.toMatchObject(absent);
  });

  test("are not changed by viewers, and are not there next door", async () => {
    const { ctx, id, amendment } = await aTalk();
    const viewer = await aColleague(ctx, { role: "viewer" });
    const stranger = await anOwner();
    const link = { id, documentId: amendment.id };
    for (const change of [linkDocument, confirmLink, removeLink]) {
      await expect(change(viewer, link)).rejects.toMatchObject(forbidden);
      await expect(change(stranger, link)).rejects.toMatchObject(absent);
    }
    await expect(listLinks(stranger, { id })).rejects.toMatchObject(absent);
    await expect(listOfDocument(stranger, { id: amendment.id })).rejects.toMatchObject(absent);
  });
});
