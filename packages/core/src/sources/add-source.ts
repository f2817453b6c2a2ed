import {
  providerOf,
  sourceKinds,
  sourceVisibilities,
} from "@besunny/connectors/sources/source-words";
import { z } from "zod";

import { mustBeTheirs, mustFindConnection } from "../connections/contract/must-find";
import { projectToFileIn } from "../documents/contract/project-to-file-in";
import { AppError, conflict, invalidInput } from "../errors";
import { sourceLookAsked } from "../events";
import { connectionId, projectId } from "../ids";
import { command } from "../operation/command";
import { idIn } from "../shapes";
import { RootRef, rootKeyOf } from "./contract/root";
import { SourceRules } from "./contract/source";
import { lookIntervals } from "./contract/source-report-words";

/**
 * Adds a source: what is below a root of a connected account comes here and is kept the same. Its documents are seen by the account's owner
 * alone, by those who see them there, or by those who see their projects. Throws `CONFLICT` if the root was added before.
 */
export const addSource = command("sources.add-source", {
  title: "Add a source",
  permission: "source.manage",
  input: z.object({
    connectionId,
    kind: z.enum(sourceKinds),
    root: RootRef,
    name: z.string().trim().min(1).max(300),
    path: z.array(z.string().max(300)).max(60).default([]),
    rules: SourceRules.prefault({}),
    visibility: z.enum(sourceVisibilities).default("owner"),
    projectIds: z.array(projectId).max(20).default([]),
    everySeconds: z.literal(lookIntervals).default(900),
  }),
  output: z.object({ id: idIn("src") }),
  doors: ["web"],

  async handle(tools, { connectionId: within, root, visibility, projectIds, ...given }) {
    const { connections, sources, actor, clock, workspaceId, emit } = tools;
    const connection = await mustFindConnection({ connections, actor }, within);
    mustBeTheirs(actor, connection);
    if (providerOf[given.kind] !== connection.provider)
      invalidInput("This account has no sources of that kind");
    if (connection.state === "revoked" || connection.state === "reconnect")
      throw new AppError("CONFLICT", "This account has to be connected again first");
    if (visibility !== "filed" && projectIds.length > 0)
      invalidInput("Only a source that files its documents has projects");
    for (const id of projectIds) await projectToFileIn(tools, id);
    const rootKey = rootKeyOf(root);
    if (await sources.isTaken(within, given.kind, rootKey))
      conflict("This is a source already", "Change the source that is there.");
    const id = await sources.add({
      ...given,
      connectionId: within,
      rootRef: root,
      rootKey,
      visibility,
      projectIds,
      at: clock(),
    });
    await sources.change(id, { claimedUntil: new Date(clock().getTime() + 60_000) });
    emit(sourceLookAsked.of({ workspaceId, sourceId: id, ownerId: connection.ownerId }));
    return { id };
  },
});
