import type { World } from "../world";
import { by, byJob, type Example, none } from "./example";

const definition = {
  schema: 1,
  trigger: { kind: "document.ready" },
  when: null,
  start: "tag",
  nodes: [{ id: "tag", kind: "action", action: "add-tags", input: { tags: ["seen"] }, next: null }],
};
const published = async ({ anAutomation }: World) => ({ id: (await anAutomation()).id });

/** Calls of the operations on automations that succeed. */
export const automationsExamples: Record<string, Example> = {
  "automations.check-draft": by(() => ({ definition })),
  "automations.compare-versions": by(async (world) => ({ ...(await published(world)), from: 1 })),
  "automations.end-automation": by(published),
  "automations.get-automation": by(published),
  "automations.get-vocabulary": by(none),
  "automations.list-automations": by(none),
  "automations.list-versions": by(published),
  "automations.pause-automation": by(published),
  "automations.publish-automation": by(async ({ anAutomation }) => {
    const { id, revision } = await anAutomation();
    return { id, revision };
  }),
  "automations.roll-back-automation": by(async ({ anAutomation }) => {
    const { id, revision } = await anAutomation();
    return { id, revision, version: 1 };
  }),
  "automations.save-draft": by(({ newName }) => ({ name: newName(), definition })),
  "automations.run-now": by(async (world) => ({
    ...(await published(world)),
    documentIds: [await world.aReady()],
  })),
  "automations.list-runs": by(none),
  "automations.get-run": by(async ({ aRunOfAutomation }) => ({ id: await aRunOfAutomation() })),
  "automations.undo-run": by(async ({ aRunOfAutomation }) => ({ id: await aRunOfAutomation() })),
  "automations.retry-run": by(async ({ aFailedRun }) => ({ id: await aFailedRun() })),
  "automations.match-automations": byJob("match-automations", async ({ aReady }) => ({
    documentId: await aReady(),
    happened: [{ kind: "document.ready", key: "document.ready", about: null }],
    eventId: null,
  })),
  "automations.do-step": byJob("run-automation", async ({ aRunOfAutomation }) => ({
    runId: await aRunOfAutomation(),
    node: null,
  })),
  "automations.begin-timed": byJob("match-automations", async (world) => ({
    ...(await published(world)),
    at: new Date().toISOString(),
    after: "",
  })),
  "automations.expire-approval": byJob("run-automation", async ({ aLateQuestion }) => ({
    id: (await aLateQuestion()).id,
  })),
  "automations.list-approvals": by(none),
  "automations.get-approval": by(async ({ aQuestion }) => ({ id: (await aQuestion()).id })),
  "automations.decide-approval": by(async ({ aQuestion }) => {
    const { id, seen } = await aQuestion();
    return { id, seen, vote: "approve" };
  }),
  "automations.pass-on-approval": by(async ({ aQuestion, aMember }) => ({
    id: (await aQuestion()).id,
    userId: await aMember(),
  })),
  "automations.rehearse": by(async (world) => ({ ...(await published(world)), filter: {} })),
  "automations.list-rehearsals": by(published),
  "automations.get-rehearsal": by(async ({ aRehearsal }) => ({ id: await aRehearsal() })),
  "automations.list-rehearsal-rows": by(async ({ aRehearsal }) => ({ id: await aRehearsal() })),
  "automations.cancel-rehearsal": by(async ({ aRehearsal }) => ({ id: await aRehearsal() })),
  "automations.carry-on-rehearsal": byJob("rehearse-automation", async ({ aRehearsal }) => ({
    id: await aRehearsal(),
  })),
  "automations.apply-to": by(async ({ anEndedRehearsal }) => ({ id: await anEndedRehearsal() })),
  "automations.undo-applied": by(async ({ anAppliedRehearsal }) => ({
    id: await anAppliedRehearsal(),
  })),
  "automations.apply-part": byJob("apply-rehearsal", async ({ anAppliedRehearsal }) => ({
    id: await anAppliedRehearsal(),
  })),
  "automations.undo-part": byJob("undo-rehearsal", async ({ anAppliedRehearsal, aMember }) => ({
    ...{ id: await anAppliedRehearsal(), userId: await aMember(), before: null },
  })),
  "automations.turn-on-automation": by(async ({ aPausedAutomation }) => ({
    id: (await aPausedAutomation()).id,
  })),
};
