import type { Ai } from "@besunny/ai/ai";
import { RedactionRefused } from "@besunny/ai/outside/outside-call";
import { redactTexts } from "@besunny/ai/redaction/redact-texts";
import { createProject } from "@besunny/core/projects/create-project";
import { changePolicy } from "@besunny/core/redaction/change-policy";
import { usualPolicy } from "@besunny/core/redaction/contract/policy";
import { aContext, database } from "@besunny/core/test/contexts";
import { silentLog } from "@besunny/core/test/tools";
import { expect, test } from "vitest";

import { createRedact } from "./create-redact";

/** Finds "Anna Kovács"; cannot read texts with "ismeretlen"; fails at "broken". */
const ai: Pick<Ai, "redact"> = {
  async redact({ texts, actions }) {
    if (texts.some((text) => text.includes("broken"))) throw new Error("the models' process ended");
    const details = texts.map((text) =>
      [...text.matchAll(/Anna Kovács/g)].map(({ index: start }) => ({
        kind: "person" as const,
        group: "anna kovacs",
        start,
        end: start + 11,
      })),
    );
    const problems = texts.some((text) => text.includes("ismeretlen")) ? ["Not read."] : [];
    return { ...redactTexts(texts, details, actions), problems };
  },
};
const redact = createRedact({ db: database, ai, log: silentLog });
type Given = Parameters<typeof redact>[0];

async function aWorkspace() {
  const ctx = await aContext({ role: "owner" });
  const given = (
    texts: string[],
    kind: Given["kind"] = "chat",
    projectIds: string[] = [],
  ): Given => ({
    scope: {
      workspaceId: ctx.workspaceId,
      projectIds,
      documentId: null,
      userId: null,
      apiKeyId: null,
      operation: "a.test",
      traceId: "trace",
    },
    to: { server: "https://models.example/v1", model: "tern-1" },
    kind,
    texts,
  });
  return { ctx, given };
}

test("texts are redacted by the policy of their workspace, and a change holds for the next call", async () => {
  const { ctx, given } = await aWorkspace();
  const asked = given(["Anna Kovács rents."]);
  const before = await redact(asked);
  expect(before.texts).toEqual(["[PERSON_1] rents."]);
  expect(before.restore("It is [PERSON_1].")).toBe("It is Anna Kovács.");

  await changePolicy(ctx, { ...usualPolicy, actions: { ...usualPolicy.actions, person: "leave" } });
  expect((await redact(asked)).texts).toEqual(["Anna Kovács rents."]);

  await changePolicy(ctx, {
    ...usualPolicy,
    actions: { ...usualPolicy.actions, person: "refuse" },
  });
  await expect(redact(asked)).rejects.toThrow(RedactionRefused);
});

test("a server has its own rules", async () => {
  const { ctx, given } = await aWorkspace();
  await changePolicy(ctx, {
    ...usualPolicy,
    servers: [{ server: "https://models.example", actions: { person: "leave" } }],
  });
  expect((await redact(given(["Anna Kovács"]))).texts).toEqual(["Anna Kovács"]);
});

test("strict mode refuses what a detector could not read; without it, the text leaves with what was found replaced", async () => {
  const { ctx, given } = await aWorkspace();
  const asked = given(["Anna Kovács ismeretlen"]);
  expect((await redact(asked)).texts).toEqual(["[PERSON_1] ismeretlen"]);
  await changePolicy(ctx, { ...usualPolicy, isStrict: true });
  await expect(redact(asked)).rejects.toThrow(RedactionRefused);
});

test("nothing is sent if the detectors fail, in any mode, and a caller who gives up is not told of redaction", async () => {
  const { given } = await aWorkspace();
  await expect(redact(given(["broken"]))).rejects.toThrow(RedactionRefused);
  const controller = new AbortController();
  controller.abort();
  await expect(redact(given(["broken"]), controller.signal)).rejects.toThrow(/abort/i);
});

test("documents of a project that never leaves are refused", async () => {
  const { ctx, given } = await aWorkspace();
  const { id } = await createProject(ctx, { name: "Secret" });
  await changePolicy(ctx, { ...usualPolicy, neverProjectIds: [id] });
  await expect(redact(given(["Hello"], "chat", [id]))).rejects.toThrow(/does not send/);
  await expect(redact(given(["Hello"]))).resolves.toMatchObject({ texts: ["Hello"] });
});

test("what is embedded or trained on is replaced for good, and vectors do not depend on numbers", async () => {
  const { given } = await aWorkspace();
  const embedded = await redact(given(["Anna Kovács rents."], "embedding"));
  expect(embedded.texts).toEqual(["[PERSON] rents."]);
  const tuned = await redact(given(["Anna Kovács rents."], "tuning"));
  expect(tuned.restore("[PERSON_1]")).toBe("[PERSON_1]");
});

test("sound leaves as it is, and not at all where the workspace wants to know what leaves", async () => {
  const { ctx, given } = await aWorkspace();
  const sound = given([], "transcription");
  await expect(redact(sound)).resolves.toMatchObject({ texts: [], replaced: {} });

  await changePolicy(ctx, { ...usualPolicy, isStrict: true });
  await expect(redact(sound)).rejects.toThrow(/no detector reads sound/);
  await changePolicy(ctx, { ...usualPolicy, actions: { ...usualPolicy.actions, iban: "refuse" } });
  await expect(redact(sound)).rejects.toThrow(/iban/);
  await changePolicy(ctx, { ...usualPolicy, neverTypes: ["meeting transcript"] });
  await expect(redact(sound)).rejects.toThrow(/a recording becomes one/);
  const { id } = await createProject(ctx, { name: "Board" });
  await changePolicy(ctx, { ...usualPolicy, neverProjectIds: [id] });
  await expect(redact(given([], "transcription", [id]))).rejects.toThrow(/does not send/);
  await expect(redact(sound)).resolves.toMatchObject({ texts: [] });
});
