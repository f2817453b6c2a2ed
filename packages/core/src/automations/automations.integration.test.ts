import { describe, expect, test } from "vitest";

import { aDefinition, aDraft, anAutomation } from "../../test/automations";
import { aColleague, aContext } from "../../test/contexts";
import { archiveProject } from "../projects/archive-project";
import { createProject } from "../projects/create-project";
import { checkDraft } from "./check-draft";
import { compareVersions } from "./compare-versions";
import { endAutomation } from "./end-automation";
import { getAutomation } from "./get-automation";
import { getVocabulary } from "./get-vocabulary";
import { listAutomations } from "./list-automations";
import { listVersions } from "./list-versions";
import { pauseAutomation } from "./pause-automation";
import { publishAutomation } from "./publish-automation";
import { rollBackAutomation } from "./roll-back-automation";
import { saveDraft } from "./save-draft";
import { turnOnAutomation } from "./turn-on-automation";

const absent = { code: "NOT_FOUND" };
const conflict = { code: "CONFLICT" };

describe("an automation", () => {
  test("is a draft until it is published, and each version stays as it was", async () => {
    const ctx = await aContext({ role: "member" });
    const draft = await aDraft(ctx);
    expect(draft).toMatchObject({
      state: "draft",
      publishedVersion: null,
      problems: [],
      sentence: "When a document is ready, add the tags seen.",
      mayChange: true,
    });
    await expect(pauseAutomation(ctx, { id: draft.id })).rejects.toMatchObject(conflict);
    const { id, revision } = await publishAutomation(ctx, draft);
    const changed = await saveDraft(ctx, {
      id,
      revision,
      name: "Other",
      definition: aDefinition({ trigger: { kind: "document.failed" } }),
    });
    expect((await compareVersions(ctx, { id, from: 1 })).lines).toEqual([
      "it begins differently: When a document could not be processed. Before: When a document is ready",
    ]);
    const second = await publishAutomation(ctx, {
      id,
      revision: changed.revision,
      note: "Why not",
    });
    expect(second).toMatchObject({ state: "on", publishedVersion: 2, name: "Other" });
    const { items } = await listVersions(ctx, { id });
    expect(items).toMatchObject([
      { number: 2, isPublished: true, note: "Why not", madeBy: { id: ctx.actor.id } },
      { number: 1, isPublished: false, sentence: draft.sentence },
    ]);
    const back = await rollBackAutomation(ctx, { id, revision: second.revision, version: 1 });
    expect(back).toMatchObject({ sentence: draft.sentence, publishedVersion: 2 });
    await expect(
      rollBackAutomation(ctx, { id, revision: back.revision, version: 9 }),
    ).rejects.toMatchObject(absent);
    const german = await getAutomation(ctx, { id, language: "de" });
    expect(german.sentence).toBe("Wenn ein Dokument fertig ist, die Schlagwörter seen hinzufügen.");
  });

  test("with mistakes is kept and not published, and each has its place", async () => {
    const ctx = await aContext({ role: "owner" });
    const project = await createProject(ctx, { name: "Bills" });
    await archiveProject(ctx, { id: project.id });
    const draft = await aDraft(ctx, {
      when: { cel: "facts.totl.amount > 5" },
      nodes: [
        {
          id: "tag",
          kind: "action",
          action: "add-to-project",
          input: { projectId: project.id },
          next: "ask",
        },
        { id: "ask", kind: "approval", question: "Pay?", approvers: [], yes: "tag", no: "lost" },
      ],
    });
    expect(draft.problems).toMatchObject([
      { code: "unknown-field", path: ["when", "cel"], start: 6, end: 10 },
      { code: "gone", path: ["nodes", 0, "input", "projectId"] },
      { code: "missing-node", path: ["nodes", 1, "no"] },
      { code: "no-approvers", path: ["nodes", 1, "approvers"] },
      { code: "cycle", path: ["nodes", 1, "yes"] },
    ]);
    await expect(publishAutomation(ctx, draft)).rejects.toMatchObject({
      code: "INVALID_INPUT",
      errors: expect.arrayContaining([
        { path: "nodes.0.input.projectId", message: expect.any(String) },
      ]),
    });
    expect(await checkDraft(ctx, { definition: draft.definition })).toMatchObject({
      problems: draft.problems,
      sentence: draft.sentence,
    });
    expect(await getAutomation(ctx, { id: draft.id })).toMatchObject({ state: "draft" });
  });

  test("is paused, turned on and ended by its owner, and changed by nobody who has not seen it", async () => {
    const ctx = await aContext();
    const { id, revision } = await anAutomation(ctx);
    expect(await pauseAutomation(ctx, { id })).toMatchObject({
      state: "paused",
      pausedBecause: "person",
    });
    const stale = { id, revision, name: "Mine", definition: aDefinition() };
    await expect(saveDraft(ctx, stale)).rejects.toMatchObject(conflict);
    expect(await turnOnAutomation(ctx, { id })).toMatchObject({ state: "on", pausedBecause: null });
    expect(await endAutomation(ctx, { id })).toMatchObject({ state: "ended", mayChange: false });
    await expect(turnOnAutomation(ctx, { id })).rejects.toMatchObject(conflict);
  });

  test("is seen by its owner and by admins, and by nobody next door", async () => {
    const owner = await aContext({ role: "owner" });
    const [member, other] = [await aColleague(owner), await aColleague(owner)];
    const viewer = await aColleague(owner, { role: "viewer" });
    const { id, revision } = await anAutomation(member);
    expect((await listAutomations(owner, {})).items).toMatchObject([{ id, mayChange: true }]);
    for (const stranger of [other, viewer, await aContext({ role: "owner" })]) {
      expect((await listAutomations(stranger, {})).items).toEqual([]);
      await expect(getAutomation(stranger, { id })).rejects.toMatchObject(absent);
      await expect(listVersions(stranger, { id })).rejects.toMatchObject(absent);
      await expect(compareVersions(stranger, { id, from: 1 })).rejects.toMatchObject(absent);
    }
    const stranger = await aContext({ role: "owner" });
    for (const act of [
      () => publishAutomation(stranger, { id, revision }),
      () => pauseAutomation(stranger, { id }),
      () => turnOnAutomation(stranger, { id }),
      () => endAutomation(stranger, { id }),
      () => rollBackAutomation(stranger, { id, revision, version: 1 }),
      () => saveDraft(stranger, { id, revision, name: "Mine", definition: aDefinition() }),
    ])
      await expect(act()).rejects.toMatchObject(absent);
    await expect(aDraft(viewer)).rejects.toMatchObject({ code: "FORBIDDEN" });
  });

  test("is told what it can name here", async () => {
    const ctx = await aContext({ role: "owner" });
    const { fields, actions, people } = await getVocabulary(ctx, {});
    expect(fields).toContainEqual({ path: "facts.total.amount", kind: "number", label: "Total" });
    expect(actions.map(({ name }) => name)).toContain("set-type");
    expect(people).toContainEqual({ id: ctx.actor.id, name: expect.any(String) });
  });
});
