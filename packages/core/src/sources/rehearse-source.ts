import type { Item } from "@besunny/connectors/sources/source";
import { sourceKinds } from "@besunny/connectors/sources/source-words";
import { z } from "zod";

import { accountOf } from "../connections/contract/account-of";
import { asAppError } from "../connections/contract/as-app-error";
import { mustBeTheirs } from "../connections/contract/must-find";
import { findConnection } from "../connections/find-connection";
import { connectionId } from "../ids";
import { flow } from "../operation/flow";
import { count } from "../shapes";
import { choiceOf } from "./contract/choice";
import { honestTime } from "./contract/honest-time";
import { RootRef } from "./contract/root";
import { SourceRules } from "./contract/source";
import { measurePace } from "./measure-pace";

/** Above this number the rest is estimated from what was seen. */
const MOST_ITEMS = 20_000;
const MOST_PAGES = 60;

/**
 * Tells what a source would bring, before anything is fetched: files, bytes, kinds, and what would be skipped. It says how long it takes by
 * the pace of the provider and the speed measured here. A very large root is looked at in part, and `isWhole` says so.
 */
export const rehearseSource = flow("sources.rehearse-source", {
  title: "Try out what a source would bring",
  permission: "source.manage",
  input: z.object({
    connectionId,
    kind: z.enum(sourceKinds),
    root: RootRef,
    rules: SourceRules.prefault({}),
  }),
  output: z.object({
    files: count,
    bytes: z.number(),
    /** False: there are more than were looked at. `counted` is then the provider's own number, where it has one. */
    isWhole: z.boolean(),
    counted: count.nullable(),
    wanted: count,
    kinds: z.array(z.object({ mediaType: z.string(), files: count, bytes: z.number() })),
    skips: z.array(
      z.object({ state: z.enum(["skipped", "left-out"]), reason: z.string(), files: count }),
    ),
    seconds: z.object({ fetching: count, reading: count.nullable() }),
  }),
  doors: ["web"],
  uses: ["sources"],
  audit: { notAudited: "It shows a person what is in their own account, and keeps nothing." },

  async handle(tools, { connectionId: id, kind, root, rules }) {
    const { caller, sources, actor, signal = new AbortController().signal } = tools;
    const connection = await findConnection(caller, { id });
    mustBeTheirs(actor, connection);
    const adapter = await sources.of(kind, connection);
    const account = accountOf(caller, connection);
    const seen = new Map<string, Item>();
    let isWhole = false;
    let counted: number | null = null;
    try {
      let pages = 0;
      for await (const page of adapter.enumerate(account, root, null, signal)) {
        for (const item of page.items) if (!item.isFolder) seen.set(item.id, item);
        isWhole = page.next === null;
        pages += 1;
        if (isWhole || seen.size >= MOST_ITEMS || pages >= MOST_PAGES) break;
      }
      if (!isWhole) counted = (await adapter.count?.(account, root)) ?? null;
    } catch (error) {
      throw asAppError(error);
    }
    const summed = sum([...seen.values()], rules);
    const share = counted !== null && seen.size > 0 ? counted / seen.size : 1;
    const pace = await measurePace(caller, {});
    return {
      ...summed,
      isWhole,
      counted,
      seconds: honestTime(Math.round(summed.wanted * share), adapter.facts.quota, pace),
    };
  },
});

function sum(items: readonly Item[], rules: SourceRules) {
  const kinds = new Map<string, { files: number; bytes: number }>();
  const skips = new Map<string, { state: "skipped" | "left-out"; reason: string; files: number }>();
  let wanted = 0;
  for (const item of items) {
    const { want, reason } = choiceOf(item, rules);
    if (want === "skipped" || want === "left-out") {
      const key = `${want}/${reason}`;
      const known = skips.get(key) ?? { state: want, reason: reason ?? "", files: 0 };
      skips.set(key, { ...known, files: known.files + 1 });
      continue;
    }
    wanted += 1;
    const kind = kinds.get(item.mediaType) ?? { files: 0, bytes: 0 };
    kinds.set(item.mediaType, { files: kind.files + 1, bytes: kind.bytes + (item.size ?? 0) });
  }
  return {
    files: items.length,
    bytes: [...kinds.values()].reduce((all, { bytes }) => all + bytes, 0),
    wanted,
    kinds: [...kinds]
      .map(([mediaType, of]) => ({ mediaType, ...of }))
      .toSorted((one, other) => other.files - one.files),
    skips: [...skips.values()].toSorted((one, other) => other.files - one.files),
  };
}
