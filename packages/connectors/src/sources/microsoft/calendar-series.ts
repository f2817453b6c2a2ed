import type { Event } from "@microsoft/microsoft-graph-types";

import type { Graph } from "./client";
import type { Removable } from "./rounds";

export type FoundEvent = Event & Removable;

/** An occurrence comes with its times alone. The event that the series was made with holds the rest. */
export function createSeries(
  graph: Graph,
  prefer: readonly string[],
  window: { from: string; to: string },
) {
  const masters = new Map<string, Event>();
  const ask = { about: "item", prefer } as const;
  const pathOf = (id: string) => `/me/events/${encodeURIComponent(id)}`;

  const masterOf = async (id: string): Promise<Event> => {
    const known = masters.get(id);
    if (known) return known;
    const found = await graph.get<Event>(pathOf(id), ask);
    masters.set(id, found);
    return found;
  };

  return {
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
