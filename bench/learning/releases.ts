import { createHash } from "node:crypto";
import { chmod, mkdtemp, rm } from "node:fs/promises";
import { loadavg, tmpdir } from "node:os";
import { join } from "node:path";

import { trainHead } from "@besunny/ai/heads/train-head";
import { DIMENSIONS } from "@besunny/ai/minilm/embedding-model";
import { featuresOf, featuresVersion } from "@besunny/ai/understanding/type/nearest-features";
import { modelKeyOf, writeModel } from "@besunny/core/content/contract/parsed-document-file";
import { correctType } from "@besunny/core/documents/correct-type";
import { livePartsOf } from "@besunny/core/models/contract/live-parts";
import { nameRelease } from "@besunny/core/models/releases/name-release";
import { endEvaluation } from "@besunny/core/trials/evaluations/end-evaluation";
import { evaluatePart } from "@besunny/core/trials/evaluations/evaluate-part";
import { startEvaluation } from "@besunny/core/trials/evaluations/start-evaluation";
import { createRelease } from "@besunny/core/trials/releases/create-release";
import { promoteRelease } from "@besunny/core/trials/releases/promote-release";
import { rollBack } from "@besunny/core/trials/releases/roll-back";
import { startEmbeddedPostgres } from "@besunny/db/server/embedded-postgres";
import { createDocumentBuilder } from "@besunny/document-model/document-builder";
import { prepareDatabase, stopDatabase } from "@besunny/runtime/prepare";
import { createRuntime } from "@besunny/runtime/runtime";

import { statement } from "../jobs/server";
import { percentile, type Report } from "../report";

const WORKSPACE = "ws_bench";
const TYPES = ["invoice", "contract", "memo", "report", "resume"];
const WORDS_OF_A_TYPE = 40;
const WORDS = 400;
const LABELLED = 200;

/**
 * Measures the times of a correction, of an evaluation on two releases, and of the way back to the
 * release before. Documents are words that lean to their type.
 */
export async function releases({ documents = "1000", rounds = "20" }): Promise<Report> {
  const loadBefore = loadavg()[0] ?? 0;
  const dataDirectory = await mkdtemp(join(tmpdir(), "besunny-bench-"));
  // mkdtemp closes it to all others, and root's PostgreSQL is another user.
  await chmod(dataDirectory, 0o711);
  process.env.BESUNNY_DATA_DIR = dataDirectory;
  await prepareDatabase();
  const { superuserUrl } = await startEmbeddedPostgres({ dataDirectory });
  const runtime = await createRuntime({ app: "worker" });
  const { files, ai } = runtime.tools;
  const run = (sql: string) => statement(superuserUrl, sql);
  const owner = runtime.workspaceCaller(
    WORKSPACE,
    {
      kind: "user",
      id: "usr_bench",
      name: "Ada",
      role: "owner",
      projects: [],
      via: { kind: "session", id: "bench" },
    },
    { door: "web", traceId: "bench" },
  );
  const evaluator = runtime.jobCaller(WORKSPACE, "evaluate-release");
  const count = Number(documents);
  try {
    await run(`insert into workspaces (id, name) values ('${WORKSPACE}', 'Bench')`);
    await run(
      `insert into users (id, email, name) values ('usr_bench', 'bench@example.test', 'Ada')`,
    );
    await run(
      `insert into memberships (workspace_id, user_id, role) values ('${WORKSPACE}', 'usr_bench', 'owner')`,
    );
    const made = Array.from({ length: count }, (_, number) => aDocument(number));
    const keyOf = (id: string) => modelKeyOf(WORKSPACE, id, "run_bench");
    for (const { id, text } of made) await writeModel(files, keyOf(id), modelOf(text));
    const rows = made.map(
      ({ id, type }) =>
        `('${id}', '${WORKSPACE}', '${id}', 'a.txt', 'text/plain', 1, '${id}', 'uploads/${id}', '{all,ws}', 'ready', 'indexed', '${keyOf(id)}', '${type}', 0.9)`,
    );
    await run(`insert into documents
        (id, workspace_id, title, file_name, media_type, size, content_hash, storage_key, access, status, stage, model_key, type, type_confidence)
      values ${rows.join(", ")}`);
    const values = made.map(
      ({ id, features }) =>
        `('${id}', '${WORKSPACE}', '${featuresVersion}', '\\x${Buffer.from(features.values).toString("hex")}', '')`,
    );
    await run(`insert into document_features (document_id, workspace_id, version, "values", excerpt)
      values ${values.join(", ")}`);
    await run(`insert into datasets (id, workspace_id, name, field, version, rule, checksum, frozen_at)
      values ('dat_bench', '${WORKSPACE}', 'type', 'type', 1, '{}', 'bench', now())`);
    await run(`insert into dataset_items (dataset_id, document_id, workspace_id, label, cluster, split)
      select 'dat_bench', id, workspace_id, type, id, 'test' from documents`);

    const trained = await trainHead({
      examples: made.slice(0, LABELLED).map(({ id, type, text, features }) => ({
        documentId: id,
        label: type,
        cluster: id,
        split: "train",
        text,
        features,
      })),
      seed: 1,
      errorTarget: 0.05,
    });
    if (trained.kind !== "trained") throw new Error("The documents of the bench taught nothing");
    const artefactKey = `models/${WORKSPACE}/tra_bench.head`;
    await files.write(artefactKey, Buffer.from(trained.bytes));
    await run(`insert into training_runs (id, workspace_id, kind, seed, state, artefact_key, sha256)
      values ('tra_bench', '${WORKSPACE}', 'head', 1, 'done', '${artefactKey}', '${trained.sha256}')`);
    await nameRelease(runtime.jobCaller(WORKSPACE, "process-document"), {
      inUse: null,
      live: livePartsOf(ai, []),
    });
    const { id: releaseId } = await createRelease(owner, { trainingRunId: "tra_bench" });

    const started = performance.now();
    const { id } = await startEvaluation(owner, { releaseId, datasetId: "dat_bench" });
    let after: string | null = "";
    while (after !== null) after = (await evaluatePart(evaluator, { id, after })).next;
    await endEvaluation(evaluator, { id });
    const evaluated = performance.now() - started;

    const back: number[] = [];
    const corrected: number[] = [];
    for (let round = 0; round < Number(rounds); round += 1) {
      await promoteRelease(owner, { id: releaseId, reason: "The bench goes back from it." });
      back.push(await timed(() => rollBack(owner, {})));
      const document = made[round]?.id ?? "";
      corrected.push(await timed(() => correctType(owner, { id: document, type: "letter" })));
    }
    return {
      documents: count,
      evaluate_seconds: evaluated / 1_000,
      roll_back_p50_ms: percentile(back, 0.5),
      roll_back_p95_ms: percentile(back, 0.95),
      correct_p50_ms: percentile(corrected, 0.5),
      correct_p95_ms: percentile(corrected, 0.95),
      load_average_before: loadBefore,
    };
  } finally {
    await runtime.close();
    await stopDatabase();
    await rm(dataDirectory, { recursive: true, force: true });
  }
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

function aDocument(number: number) {
  const at = number % TYPES.length;
  const words = Array.from({ length: WORDS }, (_, place) => {
    const drawn = createHash("sha256").update(`${number} ${place}`).digest().readUInt32LE(0);
    return place % 3 === 0 ? `own${at}x${drawn % WORDS_OF_A_TYPE}` : `any${drawn % 5_000}`;
  });
  const text = words.join(" ");
  const vector = new Float32Array(DIMENSIONS);
  vector[at] = 1;
  vector[TYPES.length + (number % 50)] = 1;
  const document = {
    title: "",
    fileName: "a.txt",
    format: "txt",
    text,
    blocks: [],
    pageCount: 1,
    metadata: {},
  };
  const features = featuresOf({ document, chunks: [{ span: [0, text.length], vector }] });
  if (!features) throw new Error("A document of the bench has no words");
  return {
    id: `doc_${String(number).padStart(6, "0")}`,
    type: TYPES[at] ?? "memo",
    text,
    features,
  };
}

function modelOf(text: string) {
  const builder = createDocumentBuilder({ format: "text", mediaType: "text/plain" });
  builder.startPage({ kind: "flow" });
  builder.add({ kind: "paragraph", text });
  return builder.build();
}
