import type { RunFilter } from "./console-types";

/** Ids tell the time of the process that made them, which may differ from the database's. */
const SKEW_MS = 86_400_000;

/** A condition on `run r` ("" when there is none) and the number of its values. */
export type RunCondition = { where: string; count: number };

/** Returns the condition and its values, for statements over `run r`. */
export function conditionOf(
  filter: RunFilter & { before?: string | undefined },
): RunCondition & { values: unknown[] } {
  const values: unknown[] = [];
  const parts: string[] = [];
  const add = (value: unknown, condition: (place: string) => string) => {
    if (value === undefined) return;
    values.push(value);
    parts.push(condition(`$${values.length}`));
  };
  const { states } = filter;
  if (states?.length === 1) add(states[0], (place) => `r.state = ${place}`);
  else if (states && states.length > 1) add(states, (place) => `r.state = any(${place})`);
  add(filter.functionId, (place) => `r.function_id = ${place}`);
  add(filter.tenant, (place) => `r.tenant = ${place}`);
  add(filter.fingerprint, (place) => `r.fingerprint = ${place}`);
  add(filter.createdFrom, (place) => `r.created_at >= ${place}`);
  add(filter.createdFrom && idAt(filter.createdFrom, -SKEW_MS), (place) => `r.id >= ${place}`);
  add(filter.createdTo, (place) => `r.created_at < ${place}`);
  add(filter.createdTo && idAt(filter.createdTo, SKEW_MS), (place) => `r.id < ${place}`);
  add(filter.before, (place) => `r.id < ${place}`);
  add(
    filter.eventMatch && JSON.stringify(filter.eventMatch),
    (place) => `r.event_id in (select id from event where data @> ${place})`,
  );
  const where = parts.length > 0 ? `where ${parts.join(" and ")}` : "";
  return { where, count: values.length, values };
}

/** Conditions that hold every part which a filter can add, for the check of the statements. */
export const sampleConditions: readonly RunCondition[] = [
  conditionOf({}),
  conditionOf({ states: ["failed"], functionId: "f", tenant: "t", fingerprint: "p" }),
  conditionOf({
    states: ["queued", "running"],
    createdFrom: new Date(0),
    createdTo: new Date(0),
    before: "id",
    eventMatch: {},
  }),
];

/** The least id of that time: runs have UUIDs of version 7, whose first 48 bits are milliseconds. */
function idAt(time: Date, shiftMs: number): string {
  const hex = Math.max(0, time.getTime() + shiftMs)
    .toString(16)
    .padStart(12, "0");
  return `${hex.slice(0, 8)}-${hex.slice(8)}-7000-8000-000000000000`;
}
