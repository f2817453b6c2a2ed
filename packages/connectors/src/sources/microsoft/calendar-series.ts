import type { Event, Attachment as Found } from "@microsoft/microsoft-graph-types";

import { isFailure } from "../failures";
import type { Graph } from "./client";
import type { Removable } from "./rounds";

export type FoundEvent = Event & Removable;
export type Attachment = Pick<Found, "id" | "name">;

/** An occurrence comes with its times alone. The event that the series was made with holds the rest. */
export function createSeries(
  graph: Graph,
  prefer: readonly string[],
  window: { from: string; to: string },
) {
  const masters = new Map<string, Event>();
  const attachments = new Map<string, Promise<Attachment[]>>();
  const ask = { about: "item", prefer } as const;
  const pathOf = (id: string) => `/me/events/${encodeURIComponent(id)}`;

  const masterOf = async (id: string): Promise<Event> => {
    const known = masters.get(id);
    if (known) return known;
    const found = await graph.get<Event>(pathOf(id), ask);
    masters.set(id, found);
    return found;
  };

  const askAttachments = async (id: string): Promise<Attachment[]> => {
    const found: Attachment[] = [];
    const path = `${pathOf(id)}/attachments?$select=id,name`;
    try {
      for await (const { value } of graph.pages<Attachment>(path, ask)) found.push(...value);
    } catch (error) {
      // The event went meanwhile, which is a change of its own.
      if (!isFailure(error, "item-gone")) throw error;
    }
    return found;
  };

  return {
    /** Returns the attachments of an event. Those of an occurrence are asked for once for its series. */
    attachmentsOf({ id, type, seriesMasterId, hasAttachments, sensitivity }: FoundEvent) {
      const isPrivate = sensitivity === "private" || sensitivity === "confidential";
      const holder = type === "occurrence" ? (seriesMasterId ?? id) : id;
      if (!hasAttachments || !holder || isPrivate) return Promise.resolve([]);
      const known = attachments.get(holder) ?? askAttachments(holder);
      attachments.set(holder, known);
      return known;
    },
    learn(found: readonly FoundEvent[]): void {
      for (const one of found) if (one.id) masters.set(one.id, one);
    },
    /** Returns the event with what it inherits. */
    async whole(found: FoundEvent): Promise<FoundEvent> {
      if (!found.seriesMasterId) return found;
      return { ...(await masterOf(found.seriesMasterId)), ...found };
    },
    async occurrencesOf(master: FoundEvent): Promise<FoundEvent[]> {
      const times = `startDateTime=${window.from}&endDateTime=${window.to}`;
      const path = `${pathOf(master.id ?? "")}/instances?${times}&$top=200`;
      const found: FoundEvent[] = [];
      for await (const { value } of graph.pages<Event>(path, ask)) found.push(...value);
      return found;
    },
  };
}
