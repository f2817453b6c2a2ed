import { fileDocuments } from "@besunny/core/documents/file-documents";
import { createProject } from "@besunny/core/projects/create-project";
import { aDocument } from "@besunny/core/test/documents";
import { expect, test } from "vitest";

import { aKey, anApi, aPerson, rest, signIn, WEB } from "../../../test/an-api";

const api = await anApi();

async function aProject() {
  const owner = await aPerson();
  const { ctx, headers } = await aKey(api, owner, "owner");
  const { id } = await createProject(ctx, { name: "Leases" });
  for (const fileName of ["a.txt", "b.txt", "c.pdf"]) {
    const document = await aDocument(ctx, { fileName });
    await fileDocuments(ctx, { projectId: id, add: [document.id] });
  }
  return { owner, headers, id, path: `/analytics/projects/${id}/documents` };
}

test("REST tells the figures that procedures tell, leads to their rows, and says when they are held", async () => {
  const { owner, headers, id, path } = await aProject();
  const first = await rest(api, `${path}?groupBy=day,format&compare=before`, { headers });
  expect(first.status).toBe(200);
  const told = await first.json();
  const received = told.figures.find(
    ({ metric }: { metric: string }) => metric === "documents.received",
  );
  expect(received).toMatchObject({ total: 3, n: 3, groupedBy: ["day", "format"] });

  const { headers: cookie } = await signIn(api, owner);
  const input = encodeURIComponent(
    JSON.stringify({ json: { id, groupBy: "day,format", compare: "before" } }),
  );
  const trpc = await api.web.trpc(
    new Request(`${WEB}/api/trpc/metrics.ofProject?input=${input}`, { headers: cookie }),
  );
  const { result } = await trpc.json();
  const bare = told.figures.map(({ rows: _, ...figure }: { rows: string | null }) => figure);
  expect(bare).toEqual(result.data.json.figures);

  const rows = await rest(api, `${received.rows.replace("/api/v1", "")}&limit=2`, { headers });
  const page = await rows.json();
  expect([page.items.length, page.total]).toEqual([2, 3]);
  const cursor = encodeURIComponent(page.nextCursor);
  const next = await rest(api, `${received.rows.replace("/api/v1", "")}&limit=2&cursor=${cursor}`, {
    headers,
  });
  expect((await next.json()).items).toHaveLength(1);

  const etag = first.headers.get("etag") ?? "";
  const again = { ...headers, "if-none-match": etag };
  const held = await rest(api, `${path}?groupBy=day,format&compare=before`, { headers: again });
  expect([held.status, held.headers.get("etag")]).toEqual([304, etag]);
  const other = await rest(api, `${path}?groupBy=week`, { headers: again });
  expect(other.status).toBe(200);
});

test("REST says what is wrong with a question, and tells strangers nothing", async () => {
  const { headers, path } = await aProject();
  for (const [query, said] of [
    ["groupBy=colour", "Use hour, day, week, month, type"],
    ["timeZone=Mars", "Europe/Berlin"],
    ["from=2026-02-01&to=2026-01-01", "`to` that is after"],
  ]) {
    const refused = await rest(api, `${path}?${query}`, { headers });
    const problem = await refused.json();
    expect([refused.status, problem.hint], query).toEqual([
      422,
      expect.stringContaining(said ?? ""),
    ]);
    expect(problem.errors).toHaveLength(1);
  }
  const stranger = await aKey(api, await aPerson());
  expect((await rest(api, path, { headers: stranger.headers })).status).toBe(404);
  expect(
    (await rest(api, `${path}/rows?metric=documents.received`, { headers: stranger.headers }))
      .status,
  ).toBe(404);
  const writer = await aKey(api, await aPerson(), "owner", ["write"]);
  expect((await rest(api, path, { headers: writer.headers })).status).toBe(403);
});
