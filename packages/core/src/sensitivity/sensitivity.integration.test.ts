import { expect, test } from "vitest";
import { aColleague, aContext, auditOf, inBackground } from "../../test/contexts";
import { aDocument } from "../../test/documents";
import { catalogue } from "../catalogue";
import { fileDocuments } from "../documents/file-documents";
import { getDocument } from "../documents/get-document";
import { listDocuments } from "../documents/list-documents";
import { createProject } from "../projects/create-project";
import { addRule } from "./add-rule";
import { openingOperations } from "./contract/opening-operations";
import { getSensitivity } from "./get-sensitivity";
import { listRules } from "./list-rules";
import { removeRule } from "./remove-rule";

type Ctx = Awaited<ReturnType<typeof aContext>>;
const openingsOf = async (ctx: Ctx) =>
  (await auditOf(ctx)).filter(({ operation }) => operation === "documents.get-document");

test("each opening of a sensitive document leaves a row, with who and from where; of others, none", async () => {
  const owner = await aContext({ role: "owner" });
  const [secret, other] = [await aDocument(owner), await aDocument(owner)];
  await addRule(owner, { kind: "document", value: secret.id });
  const reader = {
    ...(await aColleague(owner)),
    from: { ip: "198.51.100.7", userAgent: "A test" },
  };

  await getDocument(reader, { id: secret.id });
  await getDocument(reader, { id: secret.id });
  await getDocument(reader, { id: other.id });
  await getDocument(inBackground(owner), { id: secret.id }).catch(() => undefined);

  expect(await openingsOf(owner)).toMatchObject([
    { actorId: reader.actor.id, subjects: [secret.id], ip: "198.51.100.7", outcome: "ok" },
  ]);
  const seen = await getSensitivity(owner, { id: secret.id });
  expect(seen).toMatchObject({ isSensitive: true, mayMark: true, rules: [{ kind: "document" }] });
  expect(seen.openings).toMatchObject([
    { operation: "documents.get-document", name: "Tess Tester" },
  ]);
  expect(await getSensitivity(reader, { id: secret.id })).toMatchObject({
    isSensitive: true,
    mayMark: false,
    openings: null,
  });
});

test("a rule holds for what is filed later, and the filter finds what it names, until it is removed", async () => {
  const owner = await aContext({ role: "owner" });
  const { id: project } = await createProject(owner, { name: "Deal" });
  const { id: ruleId } = await addRule(owner, { kind: "project", value: project });
  const { id } = await aDocument(owner);
  const found = async (q: string) => (await listDocuments(owner, { q })).items.map((d) => d.id);
  expect(await found("is:sensitive")).toEqual([]);

  await fileDocuments(owner, { projectId: project, add: [id] });
  expect(await found("is:sensitive")).toEqual([id]);
  expect(await found("-is:sensitive")).toEqual([]);
  expect((await listRules(owner, {})).items).toMatchObject([{ kind: "project", name: "Deal" }]);

  await removeRule(owner, { id: ruleId });
  expect(await found("is:sensitive")).toEqual([]);
  await getDocument(owner, { id });
  expect(await openingsOf(owner)).toEqual([]);
});

test("a mark is made once, of what is there, by owners and admins, and is invisible next door", async () => {
  const owner = await aContext({ role: "owner" });
  const neighbour = await aContext({ role: "owner" });
  const { id: value } = await aDocument(owner);
  const { id } = await addRule(owner, { kind: "document", value });
  await expect(addRule(owner, { kind: "document", value })).rejects.toMatchObject({
    code: "CONFLICT",
  });
  await expect(addRule(neighbour, { kind: "document", value })).rejects.toMatchObject({
    code: "NOT_FOUND",
  });
  await expect(removeRule(neighbour, { id })).rejects.toMatchObject({ code: "NOT_FOUND" });
  await expect(
    addRule(await aColleague(owner), { kind: "type", value: "lease" }),
  ).rejects.toMatchObject({
    code: "FORBIDDEN",
  });
  expect((await listRules(neighbour, {})).items).toEqual([]);
});

test("every operation that shows a document is among those that are recorded", () => {
  const showing = catalogue
    .filter(
      ({ name, doors, input }) =>
        name.startsWith("content.") && doors.length > 0 && "shape" in input,
    )
    .map(({ name }) => name);
  const recorded: readonly string[] = openingOperations;
  // Its stream records every opening.
  expect(showing.filter((name) => !recorded.includes(name))).toEqual(["content.get-content"]);
  expect(
    catalogue
      .filter(({ isOpening }) => isOpening)
      .map(({ name }) => name)
      .sort(),
  ).toEqual(recorded.filter((name) => !/record-|looks\./.test(name)).toSorted());
});
