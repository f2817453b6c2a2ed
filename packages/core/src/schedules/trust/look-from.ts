import { indexScope } from "@besunny/ai/index/index-scope";
import type { Person } from "../../access/actor";
import type { PlatformContext } from "../../context";
import { getDocument } from "../../documents/get-document";
import { listDocuments } from "../../documents/list-documents";
import { AppError } from "../../errors";
import type { LookedStore } from "../../platform/isolation/contract";
import { type CanaryWorkspace, folderOf } from "../../processing/isolation/contract";
import { findMarkedRows } from "../../processing/isolation/find-marked-rows";
import { findPassages } from "../../search/find-passages";

/** The person who looks: the owner of a canary workspace, who has no account. */
const owner = {
  kind: "user",
  id: "usr_canary",
  name: "Canary",
  role: "owner",
  projects: [],
  via: { kind: "session", id: "ses_canary" },
} as const satisfies Person;

type Look = (ctx: PlatformContext, from: CanaryWorkspace, canary: CanaryWorkspace) => Promise<Seen>;
type Seen = { found: number; where?: string };

const looks: Record<LookedStore["store"], Look> = {
  async rows(ctx, { id }, { mark }) {
    const { stores } = await findMarkedRows(ctx.inWorkspace(id), { mark });
    return { found: sum(stores), where: stores.map(({ store }) => store).join(", ") };
  },

  async index(ctx, { id }, { mark, documentId }) {
    const scope = indexScope(id, ["all", "ws"]);
    const [listed, near, facets] = await Promise.all([
      ctx.index.listDocumentIds(id),
      ctx.index.nearTerms(scope, [mark]),
      ctx.index.facets(scope, { keys: ["status"], text: mark }),
    ]);
    const counts = facets.status?.reduce((all, { documents }) => all + documents, 0) ?? 0;
    const known = near.filter(({ isKnown, near: words }) => isKnown || words.includes(mark));
    const ids = listed.filter((each) => each === documentId);
    return { found: ids.length + known.length + counts };
  },

  async files(ctx, from, { mark }) {
    let found = 0;
    for (const key of await ctx.files.list(folderOf(from)))
      if (Buffer.from(await ctx.files.read(key)).includes(mark)) found += 1;
    return { found };
  },

  /** Asked twice: the second answer may come from a cache. */
  async search(ctx, { id }, { mark, documentId }) {
    const caller = ctx.asPerson(id, owner);
    const answers = [
      await findPassages(caller, { q: mark }),
      await findPassages(caller, { q: mark }),
    ];
    const hits = answers.flatMap(({ items }) => items.map(({ document }) => document.id));
    return { found: hits.filter((each) => each === documentId).length };
  },

  async lists(ctx, { id }, { mark, documentId }) {
    const caller = ctx.asPerson(id, owner);
    const pages = [
      await listDocuments(caller, { q: mark }),
      await listDocuments(caller, { limit: 200 }),
    ];
    const listed = pages.flatMap(({ items }) => items);
    return { found: listed.filter((each) => each.id === documentId).length };
  },

  async opening(ctx, { id }, { documentId }) {
    try {
      await getDocument(ctx.asPerson(id, owner), { id: documentId });
      return { found: 1 };
    } catch (error) {
      if (error instanceof AppError && error.code === "NOT_FOUND") return { found: 0 };
      throw error;
    }
  },
};

/** Looks for a marked document in every store, from its own workspace and from the other one. */
export async function lookFrom(
  ctx: PlatformContext,
  other: CanaryWorkspace,
  canary: CanaryWorkspace,
): Promise<LookedStore[]> {
  const stores: LookedStore[] = [];
  for (const store of storesOf(looks)) {
    const own = await looks[store](ctx, canary, canary);
    const others = await looks[store](ctx, other, canary);
    const where = others.found > 0 ? (others.where ?? null) : null;
    stores.push({ store, own: own.found, others: others.found, where });
  }
  return stores;
}

const sum = (stores: readonly { found: number }[]) =>
  stores.reduce((all, { found }) => all + found, 0);

/** Returns typed keys: `Object.keys` loses the known keys of a literal. */
function storesOf<Key extends string>(record: Record<Key, unknown>): Key[] {
  return Object.keys(record) as Key[];
}
