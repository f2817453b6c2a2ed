import { createServer, type IncomingMessage } from "node:http";

import { z } from "zod";

// The requests of the adapter that Qdrant 1.19 accepts, written after its published OpenAPI (docs/redoc/v1.19.x/openapi.json). Objects are
// strict: a field that Qdrant does not know is a mistake.
const Match = z.union([
  z.strictObject({ value: z.union([z.string(), z.number().int(), z.boolean()]) }),
  z.strictObject({ any: z.union([z.array(z.string()), z.array(z.number().int())]) }),
  z.strictObject({ phrase: z.string() }),
  z.strictObject({ text_any: z.string() }),
]);
const DatetimeRange = z.strictObject({
  gte: z.iso.datetime().optional(),
  lte: z.iso.datetime().optional(),
  gt: z.iso.datetime().optional(),
  lt: z.iso.datetime().optional(),
});
const PointId = z.union([z.uuid(), z.number().int().nonnegative()]);
const Condition = z.union([
  z.strictObject({ key: z.string(), match: Match }),
  z.strictObject({ key: z.string(), range: DatetimeRange }),
  z.strictObject({ has_id: z.array(PointId) }),
  z.strictObject({ should: z.array(z.strictObject({ key: z.string(), match: Match })) }),
]);
const Filter = z.strictObject({
  must: z.array(Condition).optional(),
  must_not: z.array(Condition).optional(),
  should: z.array(Condition).optional(),
});
const index = z.number().int().nonnegative().max(4_294_967_295);
const SparseVector = z
  .strictObject({ indices: z.array(index), values: z.array(z.number()) })
  .refine(
    ({ indices, values }) =>
      indices.length === values.length && new Set(indices).size === indices.length,
  );
const Query = z.strictObject({
  query: z.union([z.array(z.number()), SparseVector]),
  using: z.enum(["dense", "bm25"]),
  filter: Filter,
  limit: z.number().int().positive(),
  with_payload: z.union([z.boolean(), z.array(z.string())]).optional(),
  params: z.strictObject({ idf: z.strictObject({ corpus: Filter }) }).optional(),
});
const Payload = z.record(z.string(), z.unknown());
const KeywordIndex = z.strictObject({
  type: z.literal("keyword"),
  is_tenant: z.boolean().optional(),
  enable_hnsw: z.boolean().optional(),
});
const IntegerIndex = z.strictObject({
  type: z.literal("integer"),
  lookup: z.boolean(),
  range: z.boolean(),
});
const TextIndex = z.strictObject({
  type: z.literal("text"),
  tokenizer: z.enum(["prefix", "whitespace", "word", "multilingual"]),
  phrase_matching: z.boolean(),
  enable_hnsw: z.boolean(),
});
const DatetimeIndex = z.strictObject({ type: z.literal("datetime") });
const UpdateOperation = z.union([
  z.strictObject({
    update_vectors: z.strictObject({
      points: z.array(
        z.strictObject({ id: PointId, vector: z.strictObject({ bm25: SparseVector }) }),
      ),
    }),
  }),
  z.strictObject({ set_payload: z.strictObject({ payload: Payload, points: z.array(PointId) }) }),
]);

export const accepted: Record<string, z.ZodType> = {
  "GET /exists": z.undefined(),
  "GET /": z.undefined(),
  "PUT /": z.strictObject({
    vectors: z.record(
      z.string(),
      z.strictObject({
        size: z.number().int().positive().max(65_536),
        distance: z.enum(["Cosine", "Euclid", "Dot", "Manhattan"]),
        on_disk: z.boolean().optional(),
      }),
    ),
    sparse_vectors: z.record(z.string(), z.strictObject({ modifier: z.enum(["none", "idf"]) })),
    hnsw_config: z.strictObject({ m: z.number().int().nonnegative(), payload_m: z.number().int() }),
    on_disk_payload: z.boolean(),
    metadata: Payload,
  }),
  "PUT /index": z.strictObject({
    field_name: z.string(),
    field_schema: z.union([KeywordIndex, IntegerIndex, TextIndex, DatetimeIndex]),
  }),
  "PUT /points": z.strictObject({
    points: z
      .array(
        z.strictObject({
          id: PointId,
          vector: z.strictObject({ dense: z.array(z.number()), bm25: SparseVector }),
          payload: Payload,
        }),
      )
      .nonempty(),
  }),
  "POST /points": z.strictObject({
    ids: z.array(PointId),
    with_payload: z.array(z.string()),
    with_vector: z.boolean(),
  }),
  "POST /points/batch": z.strictObject({ operations: z.array(UpdateOperation).nonempty() }),
  "POST /points/delete": z.strictObject({ filter: Filter }),
  "POST /points/payload": z.strictObject({ payload: Payload, filter: Filter }),
  "POST /points/count": z.strictObject({ filter: Filter.optional(), exact: z.boolean() }),
  "POST /points/query/batch": z.strictObject({ searches: z.array(Query).nonempty() }),
  "POST /points/query": Query,
  "POST /points/scroll": z.strictObject({
    filter: Filter,
    limit: z.number().int().positive(),
    with_payload: z.strictObject({ exclude: z.array(z.string()) }),
    with_vector: z.boolean(),
    offset: PointId.optional(),
  }),
  "POST /facet": z.strictObject({
    key: z.string(),
    filter: Filter.optional(),
    limit: z.number().int().positive(),
    exact: z.boolean().optional(),
  }),
};

type Hit = { id: string; score: number; payload: Record<string, unknown> };
export type Asked = { operation: string; body: unknown; headers: IncomingMessage["headers"] };

/** Starts a server that refuses the requests that Qdrant would refuse, answers with the given hits, and records all requests. */
export async function aQdrantServer(given: { exists: boolean; hits: Hit[][] }) {
  const asked: Asked[] = [];
  const server = createServer(async (request, response) => {
    const path = new URL(request.url ?? "/", "http://localhost").pathname;
    const operation = `${request.method} ${path.replace(/^\/collections\/[\w-]+/, "") || "/"}`;
    const body: unknown = JSON.parse((await bodyOf(request)) || "null") ?? undefined;
    asked.push({ operation, body, headers: request.headers });
    const checked = accepted[operation]?.safeParse(body);
    const status = checked?.success ? 200 : 400;
    const result = status === 200 ? answer(operation, given) : null;
    const complaint = checked ? checked.error?.message : `No such operation: ${operation}`;
    response
      .writeHead(status, { "content-type": "application/json" })
      .end(
        JSON.stringify({ result, status: status === 200 ? "ok" : { error: complaint }, time: 0 }),
      );
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  const port = typeof address === "object" && address ? address.port : 0;

  return {
    url: `http://127.0.0.1:${port}`,
    asked,
    bodies: (operation: string) =>
      asked.filter((each) => each.operation === operation).map(({ body }) => body),
    close: () =>
      new Promise<void>((resolve) => void server.close(() => resolve()).closeAllConnections()),
  };
}

function answer(operation: string, { exists, hits }: { exists: boolean; hits: Hit[][] }): unknown {
  if (operation === "GET /exists") return { exists };
  if (operation === "GET /")
    return { payload_schema: exists ? { workspace_id: { data_type: "keyword", points: 1 } } : {} };
  if (operation === "POST /points") return hits[0] ?? [];
  if (operation === "POST /points/batch") return [{ operation_id: 1, status: "completed" }];
  if (operation === "POST /points/count") return { count: 7 };
  if (operation === "POST /facet") return { hits: [{ value: "doc_1", count: 7 }] };
  if (operation === "POST /points/query/batch")
    return hits.slice(0, 2).map((points) => ({ points }));
  if (operation === "POST /points/query") return { points: hits[2] ?? [] };
  if (operation === "POST /points/scroll") return { points: hits[0] ?? [], next_page_offset: null };
  return { operation_id: 1, status: "completed" };
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(Buffer.from(part));
  return Buffer.concat(parts).toString("utf8");
}
