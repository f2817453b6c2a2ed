import { z } from "zod";

import { Release, releaseChangeKinds, releaseOf } from "../../models/contract/release";
import { query } from "../../operation/query";
import { count, instant } from "../../shapes";
import { whyReason } from "../contract/needs-reason";

const MOST = 200;

/** Lists the releases of the workspace, the newest first, and which of them decided from when on. */
export const listReleases = query("trials.list-releases", {
  title: "List releases",
  permission: "release.read",
  input: z.object({}),
  output: z.object({
    items: z.array(
      Release.extend({
        results: count.meta({ description: "Results that it gave" }),
        needsReason: z
          .boolean()
          .meta({ description: "True if it can only be promoted with a written reason" }),
      }),
    ),
    changes: z.array(
      z.object({
        id: z.string(),
        releaseId: z.string(),
        beforeId: z.string().nullable(),
        kind: z.enum(releaseChangeKinds),
        reason: z.string(),
        byId: z.string().nullable(),
        createdAt: instant,
      }),
    ),
  }),
  doors: ["web"],

  async handle({ releases, evaluations }, _input) {
    const [rows, roles, counts, changes, evaluated] = [
      await releases.list(MOST),
      await releases.roles(),
      await releases.countResults(),
      await releases.listChanges(MOST),
      await evaluations.list(MOST),
    ];
    const championId = roles.find(({ role }) => role === "champion")?.releaseId;
    return {
      items: rows.map((row) => ({
        ...releaseOf(row, roles),
        results: counts.find(({ releaseId }) => releaseId === row.id)?.results ?? 0,
        needsReason:
          row.id !== championId &&
          whyReason(
            evaluated.find((each) => each.releaseId === row.id && each.state === "done") ?? null,
            championId,
          ) !== null,
      })),
      changes: changes.map(({ kind, ...change }) => ({
        ...change,
        kind: z.enum(releaseChangeKinds).parse(kind),
      })),
    };
  },
});
