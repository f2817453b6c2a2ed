import type { AnswerEvent, AnswerInput } from "@besunny/ai/ai";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { answerTo } from "../../test/asking";
import { aColleague, aContext, inBackground } from "../../test/contexts";
import { anIndex, anUpload, wordVectors } from "../../test/documents";
import { aReadyTakenFile, asSource, aTakenFile } from "../../test/sources";
import { listAuditEntries } from "../audit/list-audit-entries";
import { createReprocessBatch } from "../batches/create-reprocess-batch";
import type { WorkspaceContext } from "../context";
import { drillMetric } from "../metrics/drill-metric";
import { createProject } from "../projects/create-project";
import { findPassages } from "../search/find-passages";
import { syncIndexRange } from "../search/sync-index-range";
import { shareDocument } from "../sharing/share-document";
import { explainAccess } from "./access/explain-access";
import { changeGrantees } from "./contract/taking/change-grantees";
import { restoreFromSource, trashFromSource } from "./contract/taking/trash-from-source";
import { countDocuments } from "./count-documents";
import { deleteDocuments } from "./delete-documents";
import { fileDocuments } from "./file-documents";
import { getDocument } from "./get-document";
import { listDocuments } from "./list-documents";
import { exportList } from "./many/export-list";
import { renameDocument } from "./rename-document";
import { trashDocuments } from "./trash-documents";
import { uploadDocument } from "./upload-document";

const { index, close } = await anIndex();
afterAll(close);

/** Quotes every passage that it is given. */
const quoting = {
  ...wordVectors,
  async *answer(input: AnswerInput): AsyncGenerator<AnswerEvent> {
    const citations = input.passages.map(({ text: quote }, at) => ({
      ...{ n: at + 1, passage: at + 1, quote },
      span: [0, quote.length] as [number, number],
    }));
    yield { kind: "text", text: citations.map(({ n, quote }) => `${quote} [${n}]`).join(" ") };
    yield {
      ...{ kind: "done", found: citations.length > 0, citations, sent: null },
      producedBy: { kind: "local", model: "a-test", release: "1" },
      cost: { inputTokens: 0, outputTokens: 0, microUsd: 0 },
    };
  },
};

const text = (word: string) => `The ${word} rent is due on the first Monday of the month.`;
type Name = "owner" | "admin" | "mailer" | "member" | "viewer" | "insider";
const everybody: readonly Name[] = ["owner", "admin", "mailer", "member", "viewer", "insider"];
/** The documents that each person sees, as the table in ARCHITECTURE.md says it. */
const sees: Record<string, readonly Name[]> = {
  mail: ["mailer"],
  hers: ["member"],
  granted: ["member", "viewer"],
  hidden: [],
  everybodys: everybody,
  shared: ["mailer", "insider"],
  handed: ["mailer", "insider"],
  opened: everybody,
  filed: ["owner", "admin", "mailer", "insider"],
};
const people = new Map<Name, WorkspaceContext & { actor: { kind: "user"; id: string } }>();
const documents = new Map<string, string>();
const as = (name: Name) => people.get(name) ?? fail(name);
const the = (name: string) => documents.get(name) ?? fail(name);
const pairs = Object.keys(sees).flatMap((document) =>
  everybody.map((person) => [person, document, sees[document]?.includes(person) ?? false] as const),
);

function fail(name: string): never {
  throw new Error(`There is no ${name}`);
}

/** Brings the index after what was announced, as the job does. */
async function follow(ctx: WorkspaceContext) {
  const job = inBackground(ctx, undefined, "sync-index");
  await syncIndexRange(job, { fromSeq: 0, toSeq: Number.MAX_SAFE_INTEGER });
}

beforeAll(async () => {
  const owner = await aContext({ role: "owner", index, ai: quoting });
  const secret = await createProject(owner, { name: "Secret", isRestricted: true });
  const open = await createProject(owner, { name: "Open" });
  const inSecret = { projects: [{ id: secret.id, role: "lead" as const }] };
  people.set("owner", owner);
  people.set("admin", await aColleague(owner, { role: "admin" }));
  people.set("mailer", await aColleague(owner, inSecret));
  people.set("member", await aColleague(owner));
  people.set("viewer", await aColleague(owner, { role: "viewer" }));
  people.set("insider", await aColleague(owner, inSecret));
  const [mailer, member] = [as("mailer"), as("member")];
  const take = async (
    name: string,
    given: Parameters<typeof aReadyTakenFile>[2] = {},
    by = mailer,
  ) => {
    documents.set(name, await aReadyTakenFile(by, text(name), { title: `The ${name}`, ...given }));
    return the(name);
  };
  const source = { visibility: "source" as const };
  await take("mail");
  await take("hers", {}, member);
  await take("granted", { ...source, grantees: [as("viewer").actor.id, member.actor.id] });
  await take("hidden", { ...source, grantees: [] });
  await take("everybodys", { ...source, grantees: ["ws"] });
  await take("shared");
  await shareDocument(mailer, { id: the("shared"), with: [{ userId: as("insider").actor.id }] });
  await take("handed");
  await fileDocuments(mailer, { projectId: secret.id, add: [the("handed")] });
  await take("opened");
  await fileDocuments(mailer, { projectId: open.id, add: [the("opened")], isConfirmed: true });
  await take("filed", { visibility: "filed", projectIds: [secret.id] });
  await follow(owner);
}, 60_000);

describe.each(pairs)("%s and the document %s", (person, name, isSeen) => {
  test(isSeen ? "see each other everywhere" : "see each other nowhere", async () => {
    const ctx = as(person);
    const id = the(name);
    const found = getDocument(ctx, { id }).then(
      () => true,
      () => false,
    );
    expect(await found, "by its id").toBe(isSeen);
    const listed = (await listDocuments(ctx, { limit: 100 })).items.map((each) => each.id);
    expect(listed.includes(id), "in the list").toBe(isSeen);
    const hits = (await findPassages(ctx, { q: `${name} rent` })).items;
    expect(hits.map(({ document }) => document.id).includes(id), "in search").toBe(isSeen);
    const { citations } = await answerTo(ctx, `When is the ${name} rent due?`);
    const cited = citations.map(({ documentId }) => documentId);
    expect(cited.includes(id), "in an answer").toBe(isSeen);
  });
});

describe.each(everybody)("%s", (person) => {
  const mine = Object.keys(sees).filter((name) => sees[name]?.includes(person));

  test("counts, lists, exports and processes exactly what they see", async () => {
    const ctx = as(person);
    const { total } = await countDocuments(ctx, {});
    expect(total).toBe(mine.length);
    let csv = "";
    for await (const chunk of exportList(ctx, {})) csv += chunk;
    for (const name of Object.keys(sees))
      expect(csv.includes(the(name)), name).toBe(mine.includes(name));
    const { table } = await answerTo(ctx, "Which documents are contracts?");
    expect(table?.rows.map(({ documentId }) => documentId).toSorted()).toEqual(
      mine.map(the).toSorted(),
    );
  });
});

test("neither owners nor admins are told a word of a private document by figures", async () => {
  for (const person of ["owner", "admin"] as const) {
    const rows = await drillMetric(as(person), {
      query: { metric: "documents.received", from: new Date(0), to: new Date(Date.now() + 60_000) },
    });
    const told = JSON.stringify(rows);
    for (const name of ["mail", "hers", "granted", "hidden", "shared", "handed"])
      expect(told, name).not.toMatch(new RegExp(`The ${name}|${the(name)}`));
    expect(told).toContain("The opened");
  }
});

test("the audit log tells admins that something was done, and not with which words", async () => {
  const { documentId: id } = await aTakenFile(as("mailer"), text("divorce"), { title: "Divorce" });
  await renameDocument(as("mailer"), { id, title: "The divorce papers" });

  const { items } = await listAuditEntries(as("admin"), { subject: id });
  expect(items.map(({ operation }) => operation)).toEqual([
    "documents.rename-document",
    "tests.sync-source",
  ]);
  expect(items[0]).toMatchObject({ input: {}, changes: [], named: [] });
  expect(items[1]).toMatchObject({ actor: { kind: "source", id: "src_test" }, input: {} });
  expect(JSON.stringify(items)).not.toMatch(/ivorce|Words of/);
});

test("nobody but its owner may hand a private document on, and readers read it", async () => {
  const [insider, member] = [as("insider"), as("member")];
  const ids = [the("shared")];
  const to = { with: [{ userId: member.actor.id }] };
  await expect(renameDocument(insider, { id: the("shared"), title: "Mine" })).rejects.toThrow(
    /is private: you may only read it/,
  );
  await expect(trashDocuments(insider, { ids })).rejects.toMatchObject({ code: "FORBIDDEN" });
  await expect(shareDocument(insider, { id: the("shared"), ...to })).rejects.toMatchObject({
    code: "FORBIDDEN",
  });
  await expect(shareDocument(member, { id: the("granted"), ...to })).rejects.toMatchObject({
    code: "FORBIDDEN",
  });
  await expect(shareDocument(as("owner"), { id: the("mail"), ...to })).rejects.toMatchObject({
    code: "NOT_FOUND",
  });
  const seen = await explainAccess(as("mailer"), { id: the("mail") });
  expect(seen.people.map(({ id }) => id)).toEqual([as("mailer").actor.id]);
});

test("an upload of the same bytes is a document of its own, whoever uploads it", async () => {
  const contentHash = anUpload().contentHash;
  const { documentId } = await aTakenFile(as("mailer"), "x", { contentHash });
  const { documentId: second } = await aTakenFile(as("member"), "x", { contentHash });
  for (const person of ["mailer", "owner"] as const) {
    const uploaded = await uploadDocument(as(person), anUpload({ contentHash }));
    expect([documentId, second]).not.toContain(uploaded.document.id);
  }
});

test("admins cannot throw away, delete or process what they do not see", async () => {
  const admin = as("admin");
  const ids = [the("mail"), the("hidden")];
  expect(await trashDocuments(admin, { ids })).toEqual({ ids: [] });
  await asSource(as("mailer"), (tools) =>
    trashFromSource(tools, { documentIds: ids, reason: "deleted-there" }),
  );
  const trashed = await listDocuments(admin, { trashed: true, limit: 100 });
  expect(trashed.items.filter(({ id }) => ids.includes(id))).toEqual([]);
  await deleteDocuments(admin, { ids }).catch(() => undefined);
  const back = await asSource(as("mailer"), (tools) =>
    restoreFromSource(tools, { documentIds: ids }),
  );
  expect(back.toSorted()).toEqual(ids.toSorted());
  await expect(createReprocessBatch(admin, { ids })).rejects.toThrow();
  expect((await getDocument(as("mailer"), { id: the("mail") })).title).toBe("The mail");
});

test("who is unshared at the source loses it in the same moment, also in the index", async () => {
  const [member, viewer] = [as("member"), as("viewer")];
  const id = the("granted");
  const found = async (ctx: WorkspaceContext) =>
    (await findPassages(ctx, { q: "granted rent" })).items.some(
      ({ document }) => document.id === id,
    );
  const grant = (grantees: string[]) =>
    asSource(as("mailer"), (tools) =>
      changeGrantees(tools, [{ documentIds: [id], visibility: "source", grantees }]),
    );

  expect(await grant([member.actor.id])).toEqual([id]);
  expect(await found(viewer)).toBe(false);
  await follow(viewer);
  expect([await found(member), await found(viewer)]).toEqual([true, false]);
  expect(await grant([member.actor.id])).toEqual([]);
  await grant([viewer.actor.id, member.actor.id]);
  await follow(viewer);
  expect(await found(viewer)).toBe(true);
});
