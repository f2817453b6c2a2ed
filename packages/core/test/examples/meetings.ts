import type { World } from "../world";
import { by, type Example, none } from "./example";

const meeting = async ({ aMeeting }: World) => ({ id: (await aMeeting()).id });
const someActions = async ({ aMeeting }: World) => ({ ids: [(await aMeeting()).actionId] });
const decision = async ({ aMeeting }: World) => ({ id: (await aMeeting()).decisionId });

export const meetingsExamples: Record<string, Example> = {
  "actions.change-action": by(async ({ aMeeting, newName }) => ({
    id: (await aMeeting()).actionId,
    version: 1,
    text: newName(),
  })),
  "actions.complete-action": by(someActions),
  "actions.confirm-action": by(someActions),
  "actions.count-actions": by(none),
  "actions.create-action": by(({ newName }) => ({ text: newName() })),
  "actions.delete-action": by(async ({ aWrittenAction }) => ({ id: await aWrittenAction() })),
  "actions.list-actions": by(none),
  "actions.list-likely-same": by(async ({ aMeeting }) => ({ id: (await aMeeting()).actionId })),
  "actions.mark-same": by(async ({ aMeeting }) => ({
    id: (await aMeeting()).actionId,
    sameAs: (await aMeeting()).actionId,
  })),
  "actions.reject-action": by(someActions),
  "actions.reopen-action": by(async ({ aDoneAction }) => ({ ids: [await aDoneAction()] })),
  "decisions.change-decision": by(async (world) => ({
    ...(await decision(world)),
    text: world.newName(),
  })),
  "decisions.confirm-decision": by(decision),
  "decisions.list-decisions": by(none),
  "decisions.settle-decision": by(async (world) => ({
    ...(await decision(world)),
    verdict: "replaced",
  })),
  "meetings.change-finding": by(async ({ aMeeting, newName }) => ({
    id: (await aMeeting()).findingId,
    text: newName(),
  })),
  "meetings.change-meeting": by(async (world) => ({
    ...(await meeting(world)),
    title: world.newName(),
  })),
  "meetings.change-speaker": by(async (world) => ({
    ...(await meeting(world)),
    number: 1,
    name: world.newName(),
  })),
  "meetings.change-wishes": by(() => ({ briefMinutes: 30 })),
  "meetings.get-wishes": by(none),
  "meetings.get-meeting": by(meeting),
  "meetings.get-settings": by(none),
  "meetings.get-transcript": by(meeting),
  "meetings.give-turns": by(async (world) => ({
    ...(await meeting(world)),
    turns: [1],
    to: { number: 2 },
  })),
  "meetings.join-meetings": by(async (world) => ({
    ...(await meeting(world)),
    into: (await meeting(world)).id,
  })),
  "meetings.list-meetings": by(none),
  "meetings.merge-speakers": by(async (world) => ({ ...(await meeting(world)), from: 2, into: 1 })),
  "meetings.set-tone": by(() => ({ wantsTone: true })),
};
