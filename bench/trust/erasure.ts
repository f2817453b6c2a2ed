import { createHash } from "node:crypto";
import { chmod, mkdtemp, rm } from "node:fs/promises";
import { loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { documentsDeleted } from "@besunny/core/events";
import { chooseForDocuments } from "@besunny/core/privacy/requests/choose-for-documents";
import { confirmErasure } from "@besunny/core/privacy/requests/confirm-erasure";
import { countUnproven } from "@besunny/core/privacy/requests/count-unproven";
import { createRequest } from "@besunny/core/privacy/requests/create-request";
import { deleteChosen } from "@besunny/core/privacy/requests/delete-chosen";
import { erasePerson } from "@besunny/core/privacy/requests/erase-person";
import { removeLeftovers } from "@besunny/core/processing/remove-leftovers";
import { getReceipt } from "@besunny/core/receipts/get-receipt";
import { verifyReceipt } from "@besunny/core/receipts/verify-receipt";
import { startEmbeddedPostgres } from "@besunny/db/server/embedded-postgres";
import { migrateEngine } from "@besunny/engine/database/migrate";
import { prepareDatabase, stopDatabase } from "@besunny/runtime/prepare";
import { createRuntime } from "@besunny/runtime/runtime";

import { statement } from "../jobs/server";
import type { Report } from "../report";

const WORKSPACE = "ws_bench";
const PERSON = "Quintilla Abernathy";
const WORDS = 400;
const AT_ONCE = 200;

/**
 * Erases a person whose name is in a thousand documents of two thousand. Deletes the documents, proves that nothing is left of them, erases the words
 * elsewhere and signs the receipt.
 */
export async function erasure({ documents = "1000" }: { documents?: string }): Promise<Report> {
  const loadBefore = loadavg()[0] ?? 0;
  const dataDirectory = await mkdtemp(join(tmpdir(), "besunny-bench-"));
  // mkdtemp closes it to all others, and root's PostgreSQL is another user.
  await chmod(dataDirectory, 0o711);
  process.env.BESUNNY_DATA_DIR = dataDirectory;
  await prepareDatabase();
  const { superuserUrl } = await startEmbeddedPostgres({ dataDirectory });
  const runtime = await createRuntime({ app: "worker" });
  await migrateEngine({ connectionString: runtime.engine.connectionString });
  const run = (sql: string) => statement(superuserUrl, sql);
  const of = (id: string) =>
    runtime.workspaceCaller(
      WORKSPACE,
      {
        kind: "user",
        id,
        name: id,
        role: "owner",
        projects: [],
        via: { kind: "session", id: "bench", confirmedAt: new Date() },
      },
      { door: "web", traceId: "bench" },
    );
  const [owner, second] = [of("usr_one"), of("usr_two")];
  try {
    await run(`insert into workspaces (id, name) values ('${WORKSPACE}', 'Bench')`);
    for (const id of ["usr_one", "usr_two"]) {
      await run(
        `insert into users (id, email, name) values ('${id}', '${id}@example.test', '${id}')`,
      );
      await run(
        `insert into memberships (workspace_id, user_id, role) values ('${WORKSPACE}', '${id}', 'owner')`,
      );
    }
    const count = Number(documents);
    for (let from = 0; from < count * 2; from += AT_ONCE)
      await someDocuments(
        Array.from({ length: AT_ONCE }, (_, n) => from + n),
        count,
      );

    const began = performance.now();
    const { id } = await createRequest(owner, {
      kind: "erase",
      subject: { names: [PERSON], addresses: [] },
    });
    const ids = Array.from({ length: count }, (_, n) => `doc_${n}`);
    for (let from = 0; from < count; from += 1000)
      await chooseForDocuments(owner, {
        id,
        documentIds: ids.slice(from, from + 1000),
        choice: { kind: "delete" },
      });
    await confirmErasure(second, { id });
    const job = runtime.jobCaller(WORKSPACE, "erase-person");
    await deleteChosen(job, { id });
    const deleted = performance.now();
    const events = await statement<{ data: unknown }>(
      superuserUrl,
      `select data from outbox where name = '${documentsDeleted.event}' order by created_at`,
    );
    for (const { data } of events)
      await removeLeftovers(runtime.jobCaller(WORKSPACE, "remove-leftovers"), {
        documents: documentsDeleted.schema.parse(data).documents,
        runId: "run_bench",
      });
    const proven = performance.now();
    const { left } = await countUnproven(job, { id });
    const { receiptId } = await erasePerson(job, { id });
    const ended = performance.now();

    const signed = await getReceipt(owner, { id: receiptId });
    const { isSigned } = await verifyReceipt(owner, { signed });
    const [rest] = await statement<{ n: number }>(
      superuserUrl,
      "select count(*)::int as n from documents",
    );
    if (left !== 0 || !isSigned || rest?.n !== count)
      throw new Error(`The person was not erased: ${JSON.stringify({ left, isSigned, rest })}`);
    return {
      load_average_before: loadBefore,
      documents: count,
      others: count,
      delete_seconds: (deleted - began) / 1000,
      prove_seconds: (proven - deleted) / 1000,
      erase_and_sign_seconds: (ended - proven) / 1000,
      whole_seconds: (ended - began) / 1000,
    };
  } finally {
    await runtime.close();
    await stopDatabase();
    await rm(dataDirectory, { recursive: true, force: true });
  }

  async function someDocuments(numbers: number[], ofPerson: number): Promise<void> {
    const texts = numbers.map((n) => `${n < ofPerson ? `${PERSON} signs. ` : ""}${wordsOf(n)}`);
    for (const [at, n] of numbers.entries()) {
      const bytes = Buffer.from(texts[at] ?? "");
      await runtime.tools.files.write(`uploads/${WORKSPACE}/doc_${n}`, bytes);
      await runtime.tools.files.write(`derived/${WORKSPACE}/doc_${n}/text`, bytes);
    }
    const rows = numbers.map(
      (n) =>
        `('doc_${n}', '${WORKSPACE}', 'Paper ${n}', 'a.txt', 'text/plain', 1, '${n}', 'uploads/${WORKSPACE}/doc_${n}', '{all,ws}', 'ready', 'indexed', 1)`,
    );
    await run(`insert into documents
        (id, workspace_id, title, file_name, media_type, size, content_hash, storage_key, access, status, stage, page_count)
      values ${rows.join(", ")}`);
    const pages = numbers.map(
      (n, at) => `('doc_${n}', 1, '${WORKSPACE}', 'page', 1, 1, '${texts[at]}', 1, '{}')`,
    );
    await run(`insert into page_texts (document_id, number, workspace_id, kind, width, height, text, quality, reasons)
      values ${pages.join(", ")}`);
  }
}

/** Words that lead nowhere, other ones for each number. */
function wordsOf(n: number): string {
  const digest = (of: number) => createHash("md5").update(`${n}:${of}`).digest("hex").slice(0, 6);
  return Array.from({ length: WORDS }, (_, of) => digest(of)).join(" ");
}
