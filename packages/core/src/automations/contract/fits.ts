import type { Trigger } from "@besunny/rules/definition";
import { valueAt } from "@besunny/rules/record";

import type { Subject } from "../actions/action";

/** Returns whether something that happened to a document is a trigger. */
export function fits(
  trigger: Trigger,
  { kind, about, subject }: { kind: string; about: string | null; subject: Subject },
): boolean {
  if (trigger.kind !== kind) return false;
  if (trigger.kind === "document.typed") return subject.document.type !== null;
  if (trigger.kind === "document.moved")
    return trigger.projectId === undefined || trigger.projectId === about;
  if (trigger.kind === "document.arrived") {
    const { id } = subject.record.source;
    return id !== undefined && (trigger.sourceId === undefined || trigger.sourceId === id);
  }
  return true;
}

/** Returns whether a document that is here already could have begun an automation by this trigger: the moment apart, it asks for the same. */
export function couldBegin(trigger: Trigger, subject: Subject): boolean {
  if (trigger.kind === "meeting.understood") return subject.record.meeting.id !== undefined;
  if (trigger.kind === "fact.date")
    return valueAt(subject.record, trigger.field.split(".")) instanceof Date;
  if (trigger.kind !== "document.moved")
    return fits(trigger, { kind: trigger.kind, about: null, subject });
  const { projectId } = trigger;
  return subject.document.filedIn.some(({ id }) => projectId === undefined || id === projectId);
}
