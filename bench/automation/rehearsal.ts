import { rm } from "node:fs/promises";
import { loadavg } from "node:os";

import { foreseeAgain } from "@besunny/core/automations/applying/foresee-again";
import { publishAutomation } from "@besunny/core/automations/publish-automation";
import { carryOnRehearsal } from "@besunny/core/automations/rehearsal/carry-on-rehearsal";
import { getRehearsal } from "@besunny/core/automations/rehearsal/get-rehearsal";
import { rehearse } from "@besunny/core/automations/rehearsal/rehearse";
import { findCandidates } from "@besunny/core/automations/running/find-candidates";
import { lookAtBeginning } from "@besunny/core/automations/running/look-at-beginning";
import { saveDraft } from "@besunny/core/automations/save-draft";
import type { WorkspaceContext } from "@besunny/core/context";
import { callerOf } from "@besunny/core/operation/caller-of";
import { noHooks } from "@besunny/core/operation/hooks";
import { createDatabase } from "@besunny/db/database";
import { stopEmbeddedPostgres } from "@besunny/db/server/embedded-postgres";
import { Definition } from "@besunny/rules/definition";

import { aDataDirectory, startDatabase } from "../database";
import { statement } from "../jobs/server";
import { fillLibrary, WORKSPACE } from "../library/fill";
import { percentile, type Report } from "../report";

const DOCUMENTS = 10_000;
const AUTOMATIONS = 200;
const ONE_BY_ONE = 200;
const log = { info: () => undefined, warn: console.error, error: console.error };
const row = (field: string, is: string, value?: unknown) => ({
  ...{ field, is },
  ...(value !== undefined && { value }),
});

/** Five conditions and two actions. */
const aDefinition = (most: number) =>
  Definition.parse({
    schema: 1,
    trigger: { kind: "document.ready" },
    when: {
      rows: {
        match: "all",
        of: [
          row("doc.type", "isOneOf", ["invoice", "contract"]),
          row("doc.pages", "atMost", most),
          row("doc.language", "isOneOf", ["en", "de"]),
          row("doc.title", "holds", "paper"),
          row("facts.total.amount", "atLeast", 50),
        ],
      },
    },
    start: "title",
    nodes: [
      {
        ...{ id: "title", kind: "action", action: "set-title", next: "tag" },
        input: { title: "Checked: {{ doc.title }}" },
      },
      {
        ...{ id: "tag", kind: "action", action: "add-tags", next: null },
        input: { tags: ["checked"] },
      },
    ],
  });

/** Measures a rehearsal of 10,000 documents, and what one happening costs beside 200 published automations. */
export async function rehearsal({ rounds = "20" }: { rounds?: string }): Promise<Report> {
  const dataDirectory = await aDataDirectory();
  const report: Report = { load_average_before: loadavg()[0] ?? 0, documents: DOCUMENTS };
  try {
    const { superuserUrl, roles } = await startDatabase(dataDirectory);
    await fillLibrary(superuserUrl, DOCUMENTS);
    await statement(
      superuserUrl,
      `insert into document_facts (document_id, workspace_id, position, name, text, normalised, confidence, evidence)
       select d.id, '${WORKSPACE}', n, (array['total', 'supplier', 'reference'])[n], 'Value ' || d.page_count,
              case when n = 1 then 'EUR ' || d.page_count * 10 || '.00' end, 0.9, '[]'
         from documents d, generate_series(1, 3) n`,
    );
    const db = createDatabase(roles);
    const shared = {
      ...{ db, log, hooks: noHooks, door: "job" as const, traceId: "bench" },
      clock: () => new Date(),
      workspaceId: WORKSPACE,
    };
    const as = (actor: object) => callerOf(asWorkspace({ ...shared, actor }));
    const owner = as({
      ...{ kind: "user", id: "usr_bench", name: "Ada", role: "owner", projects: [] },
      via: { kind: "session", id: "ses_bench" },
    });
    const { id } = await saveDraft(owner, { name: "Bench", definition: aDefinition(60) });

    const job = as({ kind: "job", name: "rehearse-automation" });
    global.gc?.();
    const before = process.memoryUsage().rss;
    let most = before;
    const began = performance.now();
    const asked = await rehearse(owner, { id, filter: {} });
    while (!(await carryOnRehearsal(job, { id: asked.id })).isOver)
      most = Math.max(most, process.memoryUsage().rss);
    report.rehearse_seconds = (performance.now() - began) / 1000;
    report.rehearse_rss_more_mb = (most - before) / 2 ** 20;
    report.rehearse_matching = (await getRehearsal(owner, { id: asked.id })).counts.yes;

    const single = performance.now();
    for (let each = 1; each <= ONE_BY_ONE; each += 1)
      await foreseeAgain(owner, { definition: aDefinition(60), documentId: documentOf(each) });
    report.one_by_one_seconds = ((performance.now() - single) / 1000) * (DOCUMENTS / ONE_BY_ONE);

    for (let each = 0; each < AUTOMATIONS; each += 1) {
      const draft = await saveDraft(owner, {
        name: `Rule ${each}`,
        definition: aDefinition(each % 90),
      });
      await publishAutomation(owner, { id: draft.id, revision: draft.revision });
    }
    const matching = as({ kind: "job", name: "match-automations" });
    const happened = [{ kind: "document.ready", key: "document.ready", about: null }];
    const times: number[] = [];
    for (let each = 0; each < Number(rounds) + 10; each += 1) {
      const cpu = process.cpuUsage();
      const found = await findCandidates(matching, { documentId: documentOf(each + 1), happened });
      const { user, system } = process.cpuUsage(cpu);
      if (each >= 10) times.push((user + system) / 1000);
      report.happening_candidates = found.items.length;
    }
    report.happening_automations = AUTOMATIONS;
    report.happening_cpu_ms_p50 = percentile(times, 0.5);
    report.happening_cpu_ms_p95 = percentile(times, 0.95);

    const [first] = await db.read(
      { workspaceId: WORKSPACE, principals: ["all"] },
      ({ automations }) => automations.listOn(["document.ready"]),
    );
    const cpu = process.cpuUsage();
    for (let each = 0; each < ONE_BY_ONE; each += 1)
      await lookAtBeginning(owner, { id: first?.id ?? "", version: 1, documentId: documentOf(1) });
    const { user, system } = process.cpuUsage(cpu);
    report.happening_loaded_for_each_cpu_ms = ((user + system) / 1000 / ONE_BY_ONE) * AUTOMATIONS;
    await db.close();
  } finally {
    await stopEmbeddedPostgres({ dataDirectory });
    await rm(dataDirectory, { recursive: true, force: true });
  }
  return report;
}

const documentOf = (number: number): string => `doc_${String(number).padStart(9, "0")}`;

/** Automations use these tools alone; another one would fail at its first use. */
function asWorkspace(given: object): WorkspaceContext {
  return given as WorkspaceContext;
}
