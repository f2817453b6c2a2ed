import { Definition } from "@besunny/rules/definition";

import { applyPart } from "../src/automations/applying/apply-part";
import { undoPart } from "../src/automations/applying/undo-part";
import { pauseAutomation } from "../src/automations/pause-automation";
import { publishAutomation } from "../src/automations/publish-automation";
import { carryOnRehearsal } from "../src/automations/rehearsal/carry-on-rehearsal";
import { rehearse } from "../src/automations/rehearsal/rehearse";
import { doStep } from "../src/automations/running/do-step";
import { matchAutomations } from "../src/automations/running/match-automations";
import { listRuns } from "../src/automations/runs/list-runs";
import { saveDraft } from "../src/automations/save-draft";
import type { WorkspaceContext } from "../src/context";
import {
  automationRunAsked,
  rehearsalApplyAsked,
  rehearsalAsked,
  rehearsalUndoAsked,
} from "../src/events";
import { announced, inBackground } from "./contexts";
import { aDocument } from "./documents";

type Given = Partial<Parameters<typeof Definition.parse>[0] & object>;

/** A definition that puts the tag `seen` on every document that is ready, changed in some of its parts. */
export const aDefinition = (given: Given = {}): Definition =>
  Definition.parse({
    schema: 1,
    trigger: { kind: "document.ready" },
    when: null,
    start: "tag",
    nodes: [
      { id: "tag", kind: "action", action: "add-tags", input: { tags: ["seen"] }, next: null },
    ],
    ...given,
  });

let made = 0;

/** A draft of an automation. */
export function aDraft(ctx: WorkspaceContext, given: Given = {}) {
  made += 1;
  return saveDraft(ctx, { name: `Automation ${made}`, definition: aDefinition(given) });
}

/** An automation that is on. */
export async function anAutomation(ctx: WorkspaceContext, given: Given = {}) {
  const { id, revision } = await aDraft(ctx, given);
  return publishAutomation(ctx, { id, revision });
}

type Trigger = { kind: string; key?: string; about?: string | null; eventId?: string | null };

/** Tells the automations that something has happened to a document, and carries the runs that begin to where they stop. */
export async function happens(
  ctx: WorkspaceContext,
  documentId: string,
  { kind, key = kind, about = null, eventId = null }: Trigger,
): Promise<number> {
  const happened = [{ kind, key, about }];
  const { began } = await matchAutomations(inBackground(ctx, undefined, "match-automations"), {
    documentId,
    happened,
    eventId,
  });
  await carryOn(ctx);
  return began;
}

/** Does the steps of every run that is asked for, as its job does. Waits end at once. */
export async function carryOn(ctx: WorkspaceContext): Promise<void> {
  const job = inBackground(ctx, undefined, "run-automation");
  for (const { name, data } of await announced(ctx)) {
    if (name !== automationRunAsked.event) continue;
    const { runId } = automationRunAsked.schema.parse(data);
    for (let step = 0; step < 50; step += 1)
      if ((await doStep(job, { runId, node: null })).kind === "end") break;
  }
}

/** A question of an automation that its owner is asked. */
export async function aQuestionOf(
  ctx: WorkspaceContext & { actor: { id: string } },
  given: object = {},
) {
  await anAutomation(ctx, {
    start: "ask",
    nodes: [
      {
        id: "ask",
        kind: "approval",
        question: "Pay {{ doc.title }}?",
        approvers: [{ kind: "person", userId: ctx.actor.id }],
        allowSelf: true,
        yes: "tag",
        no: null,
        ...given,
      },
      { id: "tag", kind: "action", action: "add-tags", input: { tags: ["paid"] }, next: null },
    ],
  });
  const { id } = await aDocument(ctx);
  await happens(ctx, id, { kind: "document.ready" });
  return id;
}

/** A definition that asks nobody, so that its run fails. */
export const nobodyToAsk = {
  start: "ask",
  nodes: [
    {
      id: "ask",
      kind: "approval",
      question: "Pay?",
      approvers: [{ kind: "leads" }],
      yes: null,
      no: null,
    },
  ],
};

/** The one run of an automation, which is paused so that it begins no other. */
export async function endedRun(ctx: WorkspaceContext, automationId: string): Promise<string> {
  await pauseAutomation(ctx, { id: automationId });
  const [run] = (await listRuns(ctx, { automationId })).items;
  if (!run) throw new Error("The automation has no run");
  return run.id;
}

/** Looks at every part of the rehearsals that were asked for, as their job does. */
export async function carryOnRehearsals(ctx: WorkspaceContext): Promise<void> {
  const job = inBackground(ctx, undefined, "rehearse-automation");
  for (const { name, data } of await announced(ctx)) {
    if (name !== rehearsalAsked.event) continue;
    const { rehearsalId: id } = rehearsalAsked.schema.parse(data);
    while (!(await carryOnRehearsal(job, { id })).isOver);
  }
}

/** A rehearsal that has ended. */
export async function rehearsed(
  ctx: WorkspaceContext,
  asked: Parameters<typeof rehearse>[1],
): Promise<string> {
  const { id } = await rehearse(ctx, asked);
  await carryOnRehearsals(ctx);
  return id;
}

/** A rehearsal of one document that has ended. */
export async function aRehearsalOf(ctx: WorkspaceContext): Promise<string> {
  const { id } = await anAutomation(ctx);
  await pauseAutomation(ctx, { id });
  const { title } = await aDocument(ctx, { title: `Rehearsed ${id.slice(-12)}` });
  return rehearsed(ctx, { id, filter: { q: `title:"${title}"` } });
}

/** Applies every rehearsal that was asked for to its end, as its job does. */
export async function applyAll(ctx: WorkspaceContext): Promise<void> {
  const job = inBackground(ctx, undefined, "apply-rehearsal");
  for (const { name, data } of await announced(ctx)) {
    if (name !== rehearsalApplyAsked.event) continue;
    const { rehearsalId: id } = rehearsalApplyAsked.schema.parse(data);
    while (!(await applyPart(job, { id })).isOver);
  }
}

/** Undoes every applied rehearsal that a person wants undone, as its job does. */
export async function undoAll(ctx: WorkspaceContext): Promise<void> {
  const job = inBackground(ctx, undefined, "undo-rehearsal");
  for (const { name, data } of await announced(ctx)) {
    if (name !== rehearsalUndoAsked.event) continue;
    const { rehearsalId: id, userId } = rehearsalUndoAsked.schema.parse(data);
    let before: string | null = null;
    do before = (await undoPart(job, { id, userId, before })).next;
    while (before !== null);
  }
}
