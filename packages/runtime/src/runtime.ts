import { randomUUID } from "node:crypto";
import { availableParallelism } from "node:os";
import { join } from "node:path";

import type { Ai } from "@besunny/ai/ai";
import { createIncoming } from "@besunny/connectors/files/incoming";
import { createMail } from "@besunny/connectors/mail/mail";
import { createSso } from "@besunny/connectors/sso/sso";
import { createSupabaseAuth } from "@besunny/connectors/supabase/supabase-auth";
import { createWebhooks } from "@besunny/connectors/webhooks/webhooks";
import type { Actor, SourceActor } from "@besunny/core/access/actor";
import type { JobName } from "@besunny/core/access/jobs";
import type { PlatformActor } from "@besunny/core/access/platform-policy";
import type { CallOrigin, IdentityContext, Retention, Tools } from "@besunny/core/context";
import { tellBudgetLevels } from "@besunny/core/costs/tell-budget-levels";
import { createHealth } from "@besunny/core/health";
import type { Language } from "@besunny/core/language";
import type { Caller } from "@besunny/core/operation/caller";
import { callerOf } from "@besunny/core/operation/caller-of";
import type { Door } from "@besunny/core/operation/door";
import type { Hooks } from "@besunny/core/operation/hooks";
import type { PlatformCaller } from "@besunny/core/operation/platform-caller";
import { platformCallerOf } from "@besunny/core/operation/platform-caller-of";
import { noteBlock } from "@besunny/core/sources/looking/note-block";
import { createChanges } from "@besunny/db/changes";
import { createDatabase } from "@besunny/db/database";
import type { Crossing } from "@besunny/db/money/call-ledger";
import { openConsole } from "@besunny/engine/console/console";
import { createReader } from "@besunny/reading/pool/reader";
import { createReportFiles } from "@besunny/reports/make-report-file";
import { createCache } from "./cache";
import { chooseAi } from "./choose-ai";
import { chooseIndex } from "./choose-index";
import { chooseSlack } from "./choose-slack";
import { chooseTranscriber } from "./choose-transcriber";
import { databaseUrls } from "./database-urls";
import { createDisk } from "./disk";
import { type Env, readEnv } from "./env";
import { createFlags } from "./flags";
import { createMonitor } from "./hooks";
import { chooseAnchorPlaces } from "./keys/choose-anchor-places";
import { createKeys } from "./keys/keys";
import { chooseLimits } from "./limits/choose-limits";
import { createRates } from "./limits/rates";
import { createLog } from "./log";
import { countApiCalls } from "./money/api-calls";
import { chooseBilling } from "./money/choose-billing";
import { createRetirements } from "./money/retirements";
import { passwords } from "./passwords";
import { findPlaces } from "./places";
import { probesOf } from "./probes";
import { createHearing } from "./sources/hearing";
import { createSources } from "./sources/sources";
import { createSystem } from "./system/system";

/** Documents are understood side by side; people who search or ask need one process at most. */
const BATCH_PROCESSES = Math.min(2, availableParallelism());

export type Runtime = Awaited<ReturnType<typeof createRuntime>>;

/** Builds the real database, models, reader, index, files, cache and mail once for a process, and the contexts made of them. */
export async function createRuntime({ app }: { app: string }) {
  const env = readEnv();
  const places = findPlaces(env);
  const { urls, secrets } = await databaseUrls(env, places);
  const log = createLog(app);
  const clock = () => new Date();
  const supabase = env.SUPABASE_URL
    ? createSupabaseAuth({
        url: env.SUPABASE_URL,
        jwtSecret: env.SUPABASE_JWT_SECRET,
        publishableKey: env.SUPABASE_PUBLISHABLE_KEY,
      })
    : null;
  const mail = createMail({ url: env.SMTP_URL, from: env.MAIL_FROM });

  const db = createDatabase(urls);
  const keys = await createKeys({ env, places, db: db.platform, clock, log });
  const wayOut = lazily(async () => {
    const { createOutside } = await import("./money/outside");
    const { createRedact } = await import("./create-redact");
    const onCrossed = (workspaceId: string, crossed: readonly Crossing[]) =>
      tellBudgetLevels(jobIn(workspaceId, "watch-money"), { crossed: [...crossed] });
    const redact = createRedact({ db, ai, log });
    return createOutside({ db, clock, log, redact, onCrossed });
  });
  const ai: Ai = await chooseAi(env, places, {
    log,
    processes: app === "worker" ? BATCH_PROCESSES : 1,
    wayOut,
    retirements: createRetirements({ db, clock, log }),
  });
  const engine = { connectionString: urls.engine, tenantField: "workspaceId" };
  const runs = env.JOBS_ENGINE === "embedded" ? openConsole(engine) : null;
  const cache = await createCache(env, { log });
  const disk = createDisk(places.data);
  const { index, generations } = await chooseIndex({ env, places, ai, db, wayOut });
  const tools: Tools = {
    ai,
    index,
    generations,
    reader: createReader({
      childEntry: places.readingChild,
      languages: env.OCR_LANGUAGES,
      libreOffice: env.LIBREOFFICE_PATH,
    }),
    transcriber: await chooseTranscriber(env, { db, clock, wayOut }),
    reportFiles: createReportFiles({ fonts: places.fonts }),
    files: keys.files,
    anchorPlaces: await chooseAnchorPlaces(env, { clock, mail }),
    sampleFiles: { pathOf: (fileName) => join(places.samples, fileName) },
    cache,
    disk,
    changes: createChanges(urls.app),
    engineRuns: runs,
    sealer: keys.sealer,
    keyTree: keys.tree,
    signer: keys.signer,
    sources: createSources(env, {
      webUrl: addressesOf(env).web,
      onBlocked: async (of, until) => {
        await noteBlock(platformCaller({ kind: "job", name: "look-at-sources" }, byJob()), {
          of,
          until,
        }).catch((error: unknown) => log.warn({ error }, "a block could not be noted"));
      },
    }),
    slack: chooseSlack(env, { webUrl: addressesOf(env).web }),
    webhooks: createWebhooks({ allowList: env.WEBHOOK_ALLOW ?? [] }),
    sso: createSso({ allowList: env.SSO_ALLOW ?? [] }),
    billing: chooseBilling(env),
    retention: retentionOf(env),
    clock,
    log,
  };
  const addresses = addressesOf(env);

  const system = createSystem({
    env,
    places,
    db,
    tools,
    cache,
    mail,
    runs,
    urls: addresses,
    wantedIndex: generations.wantedId,
  });
  const incoming = createIncoming({ directories: [places.uploads, places.scratch] });
  const monitor = createMonitor({ log, now: () => performance.now() });
  const apiCalls = countApiCalls({ db, clock, log });
  const hooks: Hooks = {
    ...monitor.hooks,
    ...createFlags({ db, changes: tools.changes, clock, log }),
    ...apiCalls.hooks,
  };

  const workspaceCaller = (workspaceId: string, actor: Actor, by: By): Caller =>
    callerOf({ ...tools, ...by, hooks, db, workspaceId, actor });

  /** A caller for a background job in one workspace. */
  const jobIn = (workspaceId: string, name: JobName): Caller =>
    workspaceCaller(workspaceId, { kind: "job", name }, byJob());

  const platformCaller = (actor: PlatformActor, by: By): PlatformCaller =>
    platformCallerOf({
      ...by,
      hooks,
      actor,
      db,
      webUrl: addresses.web,
      runs,
      disk,
      files: tools.files,
      keyTree: tools.keyTree,
      anchorPlaces: tools.anchorPlaces,
      signer: tools.signer,
      reader: tools.reader,
      reportFiles: tools.reportFiles,
      index: tools.index,
      generations: tools.generations,
      incoming,
      system,
      retention: tools.retention,
      inWorkspace: (workspaceId) => workspaceCaller(workspaceId, actor, by),
      asPerson: (workspaceId, person) => workspaceCaller(workspaceId, person, by),
      mail,
      billing: tools.billing,
      clock,
      log,
    });

  return {
    env,
    places,
    log,
    tools,
    urls: addresses,
    trustedProxies: env.TRUSTED_PROXIES,
    /** The database of the embedded engine, and the field of its events that names the workspace. */
    engine,
    metricsToken: env.METRICS_TOKEN,
    authSecret: env.AUTH_SECRET ?? secrets.authSecret,
    changes: tools.changes,
    hearing: createHearing(env),
    billing: tools.billing,
    limitStore: chooseLimits(cache.redis, db),
    ratesOf: createRates({ db, clock, log }),
    workspaceCaller,
    platformCaller,
    jobCaller: jobIn,
    /** A caller for a source, which works for its owner. */
    sourceCaller: (workspaceId: string, source: SourceActor): Caller =>
      workspaceCaller(workspaceId, source, byJob()),
    /** A caller for a background job across workspaces. */
    jobAcross: (name: JobName): PlatformCaller => platformCaller({ kind: "job", name }, byJob()),
    operationCounts: monitor.counts,
    identityContext: (from: IdentityOrigin): IdentityContext => ({
      hooks,
      db,
      passwords,
      mail,
      rules: { signUp: env.SIGN_UP, sessionIdleDays: env.SESSION_IDLE_DAYS },
      webUrl: addresses.web,
      adminUrl: addresses.admin,
      sealer: tools.sealer,
      sso: tools.sso,
      slack: tools.slack,
      webhooks: tools.webhooks,
      supabase,
      clock,
      log,
      language: "en",
      ...from,
    }),
    /** The state of everything that this process works with. */
    health: createHealth(probesOf({ app, env, db, tools, cache, runs }), { clock, log }),
    close: async () => {
      await Promise.allSettled([
        tools.reader.close(),
        tools.ai.close(),
        tools.index.close(),
        tools.changes.close(),
        runs?.close(),
      ]);
      keys.close();
      await apiCalls
        .close()
        .catch((error: unknown) => log.warn({ error }, "calls were not counted"));
      cache.close();
      await db.close();
    },
  };
}

/** Makes a thing at its first use, and once. */
function lazily<Thing>(make: () => Promise<Thing>): () => Promise<Thing> {
  let made: Promise<Thing> | null = null;
  return () => {
    made ??= make();
    return made;
  };
}

/** The door by which a call came, and the trace that it belongs to. */
type By = { door: Door; traceId: string; from?: CallOrigin };

type IdentityOrigin = { ip: string; userAgent: string; language?: Language } & By;

function byJob(): By {
  return { door: "job", traceId: randomUUID() };
}

function retentionOf(env: Env): Retention {
  return {
    runDays: env.RUN_RETENTION_DAYS,
    eventDays: env.EVENT_RETENTION_DAYS,
    searchDays: env.SEARCH_RETENTION_DAYS,
    trashDays: env.TRASH_RETENTION_DAYS || null,
    backupDays: env.BACKUP_RETENTION_DAYS ?? null,
  };
}

function addressesOf(env: Env) {
  return {
    web: env.WEB_URL ?? `http://localhost:${env.WEB_PORT}`,
    admin: env.ADMIN_URL ?? `http://localhost:${env.ADMIN_PORT}`,
    worker: env.WORKER_URL ?? `http://localhost:${env.WORKER_PORT}`,
  };
}
