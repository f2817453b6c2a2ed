import type { RunFilter } from "./console-types";

/** The condition and its values, for statements over `run r`. */
export function conditionOf(filter: RunFilter & { before?: string | undefined }): {
  where: string;
  values: unknown[];
} {
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
  add(filter.createdTo, (place) => `r.created_at < ${place}`);
  add(filter.before, (place) => `r.id < ${place}`);
  add(
    filter.eventMatch && JSON.stringify(filter.eventMatch),
    (place) => `r.event_id in (select id from event where data @> ${place})`,
  );
  return { where: parts.length > 0 ? `where ${parts.join(" and ")}` : "", values };
}
