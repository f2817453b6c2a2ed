import { z } from "zod";

import type { CommandTools } from "../../operation/command";
import { type People, resolveGrants } from "./resolve-grants";

type Tools = Pick<CommandTools, "sourcePeople">;

const Grants = z.array(z.object({ kind: z.string(), value: z.string() })).nullable();

/** Returns what is known of the people of a connection. */
export async function peopleOf({ sourcePeople }: Tools, connectionId: string): Promise<People> {
  const groups = await sourcePeople.listGroups(connectionId);
  return {
    proven: await sourcePeople.listProven(connectionId),
    groups: new Map(groups.map(({ ref, addresses }) => [ref, addresses])),
  };
}

/** Returns the members who see what these sharings of a connection show, by the key of the sharing. */
export async function granteesOf(
  tools: Tools,
  connectionId: string,
  grantsKeys: readonly string[],
): Promise<Map<string, string[]>> {
  const people = await peopleOf(tools, connectionId);
  const sharings = await tools.sourcePeople.listGrants(connectionId, grantsKeys);
  return new Map(
    sharings.map(({ grantsKey, grants }) => [
      grantsKey,
      resolveGrants(Grants.parse(grants) ?? [], people),
    ]),
  );
}
