import type { Outputs } from "@besunny/api/browser/outputs";

export type ConnectorData = Outputs["admin"]["connectors"]["list"];
export type Connection = ConnectorData["connections"][number];
export type Source = Connection["sources"][number];
export type Chosen = { state: string | null; provider: string | null };

/** Returns whether a connection, or one of its sources, does not go on without a person. */
export function needsPerson({ state, sources }: Pick<Connection, "state" | "sources">): boolean {
  if (state === "reconnect" || state === "revoked") return true;
  return sources.some((source) => source.state === "stopped" || source.state === "asking");
}

/** Returns whether the provider holds a connection back at this moment. */
export function isHeldBack({ blockedUntil }: Pick<Connection, "blockedUntil">, now: Date): boolean {
  return blockedUntil !== null && blockedUntil > now;
}

/** Returns the connections that fit what was chosen: a state of theirs or of one of their sources, and a provider. */
export function fitting(
  connections: readonly Connection[],
  { state, provider }: Chosen,
): Connection[] {
  return connections.filter(
    (each) =>
      (provider === null || each.provider === provider) &&
      (state === null ||
        each.state === state ||
        each.sources.some((source) => source.state === state)),
  );
}
