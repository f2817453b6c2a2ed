import type { Ai } from "@besunny/ai/ai";
import { redactTexts } from "@besunny/ai/redaction/redact-texts";
import { beforeAll, expect, test } from "vitest";

import { aContext, auditOf } from "../../test/contexts";
import {
  aModel,
  anIndex,
  anUnderstanding,
  process,
  uploadText,
  wordVectors,
} from "../../test/documents";
import { createProject } from "../projects/create-project";
import { changePolicy } from "./change-policy";
import { type RedactionPolicy, rulesFor, usualPolicy } from "./contract/policy";
import { findBarred } from "./find-barred";
import { getPolicy } from "./get-policy";
import { previewText } from "./preview-text";

let index: Awaited<ReturnType<typeof anIndex>>["index"];
beforeAll(async () => {
  const made = await anIndex();
  index = made.index;
  return made.close;
});

/** Replaces "Anna Kovács" and DE89370400440532013000 wherever they stand. */
const redact: Ai["redact"] = async ({ texts, actions }) => ({
  ...redactTexts(
    texts,
    texts.map((text) => [
      ...[...text.matchAll(/Anna Kovács/g)].map(({ index: start }) => ({
        kind: "person" as const,
        group: "anna kovacs",
        start,
        end: start + 11,
      })),
      ...[...text.matchAll(/DE89370400440532013000/g)].map(({ index: start }) => ({
        kind: "iban" as const,
        group: "DE89370400440532013000",
        start,
        end: start + 22,
      })),
    ]),
    actions,
  ),
  problems: texts.some((text) => text.includes("ismeretlen")) ? ["The language is not known."] : [],
});

const chosen: RedactionPolicy = {
  ...usualPolicy,
  isStrict: true,
  actions: { ...usualPolicy.actions, iban: "refuse", organisation: "replace" },
  servers: [{ server: "https://models.example/v1", actions: { person: "leave" } }],
};

test("the usual rules replace people and what harms them, and leave the rest", async () => {
  const policy = await getPolicy(await aContext(), {});
  expect(policy).toMatchObject({ version: 0, isStrict: false, changedAt: null, servers: [] });
  expect(policy.actions).toMatchObject({
    person: "replace",
    email: "replace",
    iban: "replace",
    "national-id": "replace",
    organisation: "leave",
    money: "leave",
  });
});

test("a change holds at once, is a version of its own and leaves a row with the rules before and after", async () => {
  const ctx = await aContext({ role: "admin" });
  const before = await getPolicy(ctx, {});

  const first = await changePolicy(ctx, chosen);
  const again = await changePolicy(ctx, { ...chosen, neverTypes: [] });
  const second = await changePolicy(ctx, { ...chosen, isStrict: false });

  expect(first.version).toBe(1);
  expect(again).toEqual(first);
  expect(second.version).toBe(2);
  expect(new Set([before.checksum, first.checksum, second.checksum]).size).toBe(3);
  expect(await getPolicy(ctx, {})).toEqual(second);
  const rows = (await auditOf(ctx)).filter(
    ({ operation }) => operation === "redaction.change-policy",
  );
  expect(rows.map(({ subjects }) => subjects)).toContainEqual([ctx.workspaceId]);
});

test("rules that say the same have the same checksum, and going back gives it again", async () => {
  const ctx = await aContext({ role: "owner" });
  const first = await changePolicy(ctx, { ...chosen, neverTypes: ["invoice", "contract"] });
  await changePolicy(ctx, usualPolicy);
  const back = await changePolicy(ctx, {
    ...chosen,
    neverTypes: ["contract", "invoice", "contract"],
    servers: [{ server: "https://models.example/v2", actions: { person: "leave" } }],
  });
  expect(back.version).toBe(3);
  expect(back.checksum).toBe(first.checksum);
});

test("a version never changes, not even by PostgreSQL", async () => {
  const ctx = await aContext({ role: "owner" });
  await changePolicy(ctx, chosen);
  const { db, workspaceId } = ctx;
  const adding = db.write({ workspaceId, principals: [] }, ({ redactionPolicies }) =>
    redactionPolicies.add({ version: 1, policy: {}, checksum: "other", createdById: null }),
  );
  await expect(adding).rejects.toThrow();
});

test("a project that the workspace does not have is refused", async () => {
  const [mine, theirs] = [await aContext({ role: "owner" }), await aContext({ role: "owner" })];
  const { id } = await createProject(theirs, { name: "Next door" });
  const changing = changePolicy(mine, { ...usualPolicy, neverProjectIds: [id] });
  await expect(changing).rejects.toMatchObject({ code: "NOT_FOUND" });
});

test("members and viewers cannot change the rules, and see them", async () => {
  const member = await aContext({ role: "member" });
  await expect(changePolicy(member, chosen)).rejects.toMatchObject({ code: "FORBIDDEN" });
  await expect(getPolicy(member, {})).resolves.toMatchObject({ version: 0 });
});

test("a server has the rules that are chosen for it, whatever the path of its address", () => {
  expect(rulesFor(chosen, "https://models.example/other").actions.person).toBe("leave");
  expect(rulesFor(chosen, "https://api.other.example/v1").actions.person).toBe("replace");
  expect(rulesFor(chosen, null).actions.iban).toBe("refuse");
});

test("a text is shown as it would leave, under the rules that hold and under rules that are not saved", async () => {
  const ctx = await aContext({ role: "viewer", ai: { redact } });
  const text = "Anna Kovács pays to DE89370400440532013000.";

  const seen = await previewText(ctx, { text });
  expect(seen).toMatchObject({
    messages: [{ role: "user", text: "[PERSON_1] pays to [IBAN_1]." }],
    refusal: null,
  });
  expect(seen.replaced).toContainEqual({
    token: "[PERSON_1]",
    kind: "person",
    forms: ["Anna Kovács"],
    places: 1,
  });
  const strict = await previewText(ctx, { text, rules: chosen });
  expect(strict).toMatchObject({ refusal: "kinds", refusedKinds: ["iban"] });
  const unread = await previewText(ctx, {
    text: "ismeretlen",
    rules: { ...usualPolicy, isStrict: true },
  });
  expect(unread.refusal).toBe("not-read");
  expect((await previewText(ctx, { text: "ismeretlen" })).refusal).toBeNull();
});

test("documents of a type or project that never leaves are given to the models as such", async () => {
  const seen: { text: string; mayLeave: boolean | undefined; never: string[] }[] = [];
  const understand: Ai["understand"] = async ({ text, mayLeave }, taxonomy) => {
    const never = taxonomy.filter((type) => type.mayLeave === false).map(({ name }) => name);
    seen.push({ text, mayLeave, never });
    return anUnderstanding();
  };
  const reader = { read: async () => aModel("The rent is due.") };
  const ctx = await aContext({ role: "owner", index, reader, ai: { ...wordVectors, understand } });
  const project = await createProject(ctx, { name: "Secret matter" });
  const never = { neverTypes: ["invoice"], neverProjectIds: [project.id] };
  await changePolicy(ctx, { ...usualPolicy, ...never });

  const { document: barred } = await uploadText(ctx, "One", { projectIds: [project.id] });
  const { document: open } = await uploadText(ctx, "Two");
  await process(ctx, barred.id);
  await process(ctx, open.id);

  expect(seen.map(({ mayLeave }) => mayLeave)).toEqual([false, undefined]);
  expect(seen[0]?.never).toEqual(["invoice"]);
  expect(await findBarred(ctx, { ids: [barred.id, open.id] })).toEqual([barred.id]);
});
