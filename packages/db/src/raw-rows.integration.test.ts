import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { integer } from "@besunny/sql/rows/column";
import { differences } from "@besunny/sql/test/check-statement";
import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { freshDatabase, queryOnce } from "../test/fresh-database";
import { fillWorkspace } from "../test/workspace-rows";
import { platformChain } from "./audit-chain/link-reader";
import { createDatabase } from "./database";
import { declaredRows } from "./raw-rows";

let fresh: Awaited<ReturnType<typeof freshDatabase>>;
let database: ReturnType<typeof createDatabase>;
let client: pg.Client;

beforeAll(async () => {
  fresh = await freshDatabase();
  database = createDatabase({
    app: fresh.appUrl,
    identity: fresh.identityUrl,
    platform: fresh.platformUrl,
  });
  client = new pg.Client({ connectionString: fresh.superuserUrl });
  await client.connect();
});
afterAll(async () => {
  await client?.end();
  await database?.close();
  await fresh?.drop();
});

/** Runs every method that reads rows by SQL, on a workspace that has a row in each table. */
async function readEverything() {
  const workspaceId = await fillWorkspace(fresh.superuserUrl);
  const ids = async (table: string) =>
    (await queryOnce<{ id: string }>(fresh.superuserUrl, `select id from ${table}`)).map(
      ({ id }) => id,
    );
  const [document = ""] = await ids("documents");
  const [batch = ""] = await ids("batches");
  const [run = ""] = await ids("runs");
  const [key = ""] = await ids("api_keys");
  const [user = ""] = await ids("users");
  const now = new Date();
  const early = new Date(0);

  await database.platform.liveWork.mayArrivedGo(run);
  await expect(
    database.write({ workspaceId, principals: [] }, ({ departures }) => departures.eraseRows()),
  ).rejects.toThrow("nobody has begun");
  await database.write({ workspaceId, principals: ["all", "ws"] }, async (repositories) => {
    const {
      apiKeys,
      batches,
      documentLikeness,
      documents,
      entities,
      families,
      filing,
      members,
      runs,
    } = repositories;
    const { conversations, conversationTurns } = repositories;
    const figure = { source: "documents", measure: "received", limit: 5 } as const;
    const range = { from: early, to: now };
    const some = { ...figure, range, breakOuts: ["type"], filters: [] };
    await repositories.figures.read({ ...some, starts: [early] }, range);
    await repositories.figures.read({ ...some, breakOuts: [], starts: null }, null);
    await repositories.figures.drill({ ...figure, range, filters: [] }, null);
    const [field = ""] = await ids("custom_fields");
    await repositories.customFields.reorder([field]);
    await repositories.fieldOptions.add(field, ["north"]);
    await repositories.canaryRows.countMarked("north");
    await repositories.memberRights.list([user]);
    await repositories.rehearsals.usual(early);
    await repositories.rehearsals.nextToApply("", 5);
    await repositories.rehearsals.runsToUndo("", null, 5);
    await repositories.rehearsals.undone("");
    await repositories.ruleRecords.around([document], { asksNewFacts: true, asksNewParties: true });
    await repositories.featureValues.listOutdated("1", "", 5);
    await repositories.dataIssues.listToLookAt("1", 5);
    await repositories.dataIssues.list({}, { limit: 5 });
    await repositories.dataIssues.count();
    await repositories.dataIssues.findMany([]);
    await repositories.dataIssues.listSenders("", 1, 5);
    await repositories.dataIssues.listTextsOf("Ann", 5);
    await repositories.labelledDocuments.list(5);
    await repositories.driftWindows.listWeeks(early);
    await repositories.driftWindows.sample(
      "upload",
      { from: early, until: now },
      { version: "1", limit: 5 },
    );
    const [hold = ""] = await ids("legal_holds");
    await repositories.legalHolds.addFound(hold);
    await repositories.legalHolds.heldAmong([document], now);
    await repositories.legalHolds.listHeldSeen(now, 5);
    await repositories.legalHolds.listHeldKeys({ after: "", limit: 5, now });
    await repositories.legalHolds.listFreedKeys(now);
    await repositories.legalHolds.countHeld(now);
    const [restriction = ""] = await ids("restrictions");
    await repositories.restrictions.add(restriction, [document]);
    await repositories.restrictions.listDocuments(restriction, 5);
    await repositories.restrictions.names(document, "nowhere at all");
    const rules = await repositories.retentionRules.list();
    const [{ id: ruleId = "" } = {}] = rules;
    await repositories.retained.countByRule(rules, { now, by: now });
    await repositories.retained.countOverruled(rules, ruleId, now);
    await repositories.retained.list(rules, { ruleId, now, limit: 5 });
    await repositories.retained.markDue(rules, { now, by: now, limit: 5 });
    await repositories.retained.listToTrash(rules, { now, limit: 5 });
    await repositories.retained.setErasure();
    await repositories.retained.listToErase(now, 5);
    await repositories.exportRows.open();
    await repositories.exportRows.page("documents", { after: null, limit: 5, seenBy: [] });
    await repositories.exportRows.originals({ after: "", limit: 5, seenBy: [] });
    await repositories.exportRows.countHidden([]);
    await repositories.departures.countRows();
    await repositories.departures.samplePhrases(5);
    await repositories.departures.countWith(["nowhere at all"]);
    await repositories.traces.listDocuments("x", user, 5);
    await repositories.traces.erase("nowhere at all", []);
    await repositories.traces.count("nowhere at all", []);
    await repositories.traces.listAuditEntries("nowhere at all", 5);
    await repositories.traces.eraseAccount("prq_none");
    await repositories.storeRows.countOfDocuments([document]);
    await batches.count([batch]);
    await batches.progress([batch]);
    await batches.listRows(batch, {}, { limit: 5 });
    await batches.listReasons(batch);
    await batches.documentIds(batch, ["queued", "failed"]);
    await batches.findArrived(batch, ["file-key"]);
    await families.find(document, 9);
    await families.rootOf(document);
    await repositories.documentShares.listWith(user, [], 5);
    await repositories.members.listReaders(["ws"]);
    await repositories.firstSteps.find(user);
    await filing.lockFamilies([document]);
    await repositories.taughtLabels.countFollowers([document]);
    await repositories.taughtLabels.listContradictions(0.8, 5);
    await repositories.taughtLabels.listTexts([document]);
    await repositories.taughtLabels.listUnlabelled(true, 5);
    await members.countOwners();
    await runs.typicalDurations();
    await runs.countAhead(run);
    await runs.latestOf([document]);
    await runs.endOpenOf([document], "cancelled", now);
    const [entity = ""] = await entities.namedIn([document]);
    await entities.list({ q: "a", kind: "person" }, { limit: 5 });
    await entities.countByKind({});
    await entities.find(entity);
    await entities.aliases(entity);
    await entities.documents(entity, { limit: 5 });
    await entities.inDocument(document);
    await entities.related(entity, 5);
    await entities.merge(entity, entity);
    await conversations.find("cnv_none", "usr_none");
    await conversations.list({ readerId: "usr_none", of: "me", q: "a", limit: 5 });
    await conversationTurns.list("cnv_none", "usr_none");
    await documentLikeness.listLike(document, 0.5, 5);
    await repositories.documentReviews.list({ below: 1, changeable: null }, 5);
    await repositories.documentReviews.count({ below: 1, changeable: { in: [], notIn: [] } });
    await repositories.documentReviews.pace(user, early);
    await repositories.documentReviews.disputesOf([document]);
    await repositories.dueDates.list({ names: ["n"], from: "2026-01-01", to: "2026-02-01" }, 5);
    await documents.count({ conditions: [{ kind: "duplicate" }] });
    await documents.countFacets(
      { conditions: [{ kind: "field", key: "n", value: { kind: "text", text: "n" } }] },
      { facets: ["type", "project", "tag", "year"], fieldIds: [field], mostValues: 5 },
    );
    await documents.count({ conditions: [{ kind: "folder", paths: ["n"] }] });
    await repositories.fieldOptions.findNamed(field, "n");
    await documents.find(document);
    await documents.findWithFamily(document);
    await documents.listWithAttachments([document], { isTrashed: false });
    await documents.updateMany([document], { status: "pending" });
    await filing.findOpening({ documentIds: [document] }, { most: 5 });
    await filing.writeAccess({ documentIds: [document] });
    await repositories.auditChain.page(0, 5);
    await repositories.sensitivity.of(document);
    for (const read of Object.values(repositories.evidence)) await read(early);
    await repositories.auditChain.unlinked(early);
    await repositories.auditChain.eraseWords([], now);
    await repositories.searchLog.listOpened(5);
    await repositories.searchLog.listEmpty(early, 5);
    await repositories.passages.sampleOf([document]);
    await repositories.deletionChecks.countLeftovers([document], ["a phrase"]);
    await repositories.releases.countResults();
    await repositories.evaluations.listDatasets(5);
    await repositories.evaluations.listCases("dat_none", "", 5);
    await repositories.evaluations.listChanged("evl_none", 5);
    await repositories.experiments.countShadow("exp_none");
    await repositories.experiments.countArms("exp_none");
    await repositories.experiments.listDisagreements("exp_none", 5);
    await repositories.budgets.list(now);
    await repositories.budgets.mayPayUnknown();
    await repositories.usage.stand(["pages", "storage"], now);
    await repositories.usage.days({ from: early, to: now });
    await repositories.usage.before(now);
    await repositories.usage.list({ meter: null, from: early, to: now }, { limit: 1 });
    await repositories.usage.record({
      meter: "questions",
      quantity: 1,
      subject: "",
      key: "raw",
      at: now,
    });
    await repositories.classificationResults.listDegraded("budget", 5);
    const [source = ""] = await ids("sources");
    const { sourceItems, sourcePump } = repositories;
    const lost = { ids: ["none"], places: ["/none"] };
    await sourceItems.record(source, { items: [anItem], generation: 1, at: now });
    await sourceItems.countGone(source, lost);
    await sourceItems.markGone(source, { ...lost, reason: "deleted", at: now });
    await sourceItems.countOlder(source, 1);
    await sourceItems.markOlderGone(source, { generation: 0, limit: 1, at: now });
    await sourceItems.count([source]);
    await sourceItems.list(source, {}, { limit: 1 });
    await sourceItems.listPlaces(source, ["none"], 1);
    await sourceItems.placeOf(source, "none");
    await sourcePump.claim(source, { limit: 1, now, until: now });
    await sourcePump.countWaiting(source, now);
    await sourcePump.listFailedDocuments(source, { ids: ["item"], reason: "CORRUPT", limit: 1 });
    const [connection = ""] = await ids("connections");
    const { sourceOrigins, sourcePeople, takenFiles } = repositories;
    await sourceOrigins.findItem(source, "none");
    await sourceOrigins.foldersAbove(source, "none");
    await sourceOrigins.ofDocument(document);
    await sourcePeople.listProven(connection);
    await sourcePeople.listNamed(connection, 5);
    await sourcePeople.withdraw(connection, "nobody@example.test");
    await sourcePeople.listGrants(connection, ["one"]);
    await sourcePeople.listGroups(connection);
    await sourcePeople.listToGrant({ sourceId: source, after: null }, 5);
    await sourcePeople.listUnread({ sourceId: source, connectionId: connection }, 5);
    await sourcePeople.listOldGroups(connection, now, 5);
    await takenFiles.listFamilies([document], { isTrashed: false });
    await takenFiles.rename(document, { title: "Lease", sourceTitle: "Lease", folder: null });
    await repositories.webhookEndpoints.listUntold("whe_none", 5);
    await repositories.webhookEndpoints.take("whe_none", { told: null, count: 1 });
    await repositories.happenings.list({ since: 0, names: ["document.ready"], limit: 5 });
    await documents.removeMany([document]);
    await apiKeys.create({
      userId: user,
      name: "n",
      prefix: "p",
      keyHash: "h",
      scopes: ["read"],
      expiresAt: null,
      madeWithId: "nobody's",
    });
    await apiKeys.revoke(key, now);
  });
  const { attempts, callers, requestCounters } = database.identity;
  await requestCounters.add("bucket", 1, 60);
  await requestCounters.giveBack([{ key: "bucket", points: 1 }]);
  await callers.findBySession("ses_nobody", { now, idleSince: early });
  await callers.findByKey("hash", now);
  await database.identity.ssoAttempts.open("none", "none", now);
  await attempts.add("counter", 60, now);
  const slowing = { free: 3, waitSeconds: 1, longestSeconds: 9, forgetSeconds: 60 };
  await attempts.begin({ key: "slow", ...slowing }, now);
  const { mails, overview, liveWork, searchQuality, server, upkeep, workspaces } =
    database.platform;
  await database.platform.rollups.workOff();
  await database.platform.rollups.compare(early, now);
  await database.platform.rollups.waiting();
  await searchQuality.byDay(early, null);
  await searchQuality.ratings(early, null);
  await database.platform.models.listWorkspaces(5);
  await searchQuality.byWorkspace(early);
  await searchQuality.list({ since: early, until: now, workspaceId: null, only: "all" }, 5);
  const span = { since: early, until: now, workspaceId: null };
  await overview.totals(span);
  await overview.documentsOverTime(span, "day");
  await overview.costOverTime(span, "hour");
  await overview.stageTimes(span);
  await overview.listStageRuns("read", span, 5);
  await overview.failures(span);
  await server.version();
  await server.size();
  await server.migrations();
  await liveWork.isWaiting();
  await mails.listPeople({ workspaceId: "", userId: "" }, 1);
  await mails.isWaiting(now);
  await mails.take(early, now);
  await upkeep.countExpired({ answersBefore: early, searchesBefore: new Date(0), now });
  await database.platform.quality.listWindows(null, early, 5);
  await database.platform.quality.countIssues(null);
  const anyIssue = { workspaceId: null, kind: null, source: null, state: "open" };
  await database.platform.quality.listIssues(anyIssue, 5);
  await database.platform.quality.countLabels(null);
  await database.platform.quality.listLabels({ workspaceId: null }, 5);
  await database.calls.open(aCall(workspaceId, now));
  await database.calls.close(anEnd(workspaceId, now));
  const { budgets, modelCalls, spending, usageLedger } = database.platform;
  const spent = { model: null, operation: null, userId: null, apiKeyId: null, state: null };
  await spending.sum("model", { ...span, ...spent });
  await spending.calledModels(early);
  await spending.callersOf("server", "model", early);
  await budgets.list(now);
  await usageLedger.record([]);
  await usageLedger.usedUp("apiCalls", [workspaceId], now);
  await usageLedger.days(workspaceId, early, now);
  await usageLedger.before(workspaceId, now);
  await usageLedger.sumsOfPaying(early, now);
  await usageLedger.accounts();
  await usageLedger.overdue(now, early);
  await modelCalls.endLost(early);
  await modelCalls.deleteBefore(early, 1);
  await database.platform.dueReports.listPeople(workspaceId, ["usr_none"]);
  await database.platform.dueReports.listPlatformAdmins();
  const nobody = { workspaceId: "", userId: "" };
  await database.platform.meetings.listToRemind(nobody, { dueBefore: "2026-01-31", limit: 1 });
  await database.platform.meetings.listFallenBack(["provider"], { before: early, limit: 1 });
  await database.platform.workspaceKeys.countByKek();
  await database.platform.workspaceKeys.listPending({ settledBefore: early, limit: 1 });
  for (const read of Object.values(database.platform.evidence)) await read(early);
  for (const chain of [platformChain, workspaceId]) {
    await database.platform.auditChain.of(chain).page(0, 5);
    await database.platform.auditChain.of(chain).unlinked(early);
  }
  await database.platform.connectors.connections();
  await database.platform.connectors.sources(early);
  await database.platform.connectors.items();
  await database.platform.dueSources.claimLooks({ now: early, until: early, limit: 1 });
  await database.platform.dueSources.claimPumps({ now: early, until: early, limit: 1 });
  await database.platform.dueSources.claimWatches({ now: early, limit: 1 });
  await database.platform.dueSources.block({ connectionId: "con_none" }, early);
  const { listenedSources } = database.platform;
  await listenedSources.renew(["src_none"], { now: early, until: early });
  await listenedSources.claim({
    ...{ now: early, until: early, limit: 1, mostOfAccount: 1 },
    kinds: ["imap"],
  });
  await listenedSources.countFailure("src_none");
  await database.platform.auditWatches.listDue({ after: "", limit: 1 });
  await database.platform.dueAutomations.list(early, 1);
  await database.platform.dueWebhooks.claim({ now: early, until: early, limit: 1 });
  await database.platform.ping();
  await workspaces.list({}, { limit: 1 });
  await workspaces.countOwners(workspaceId);
}

const anItem = {
  externalId: "two",
  parentIds: [],
  place: null,
  name: "two.txt",
  mediaType: "text/plain",
  size: 1,
  revision: "1",
  modifiedAt: new Date(0),
  webUrl: null,
  isFolder: false,
  facts: null,
  grantsKey: null,
  want: "waiting" as const,
  reason: null,
};
const aCall = (workspaceId: string, at: Date) => ({
  id: "mdc_raw",
  workspaceId,
  projectIds: [],
  documentId: null,
  userId: null,
  apiKeyId: null,
  operation: "tests.ask",
  kind: "chat",
  provider: "openai",
  server: "https://models.example/v1",
  model: "tern-1",
  lane: "live",
  reservedMicro: 1,
  reservedUntil: at,
  hasLocalRung: false,
  traceId: "",
  at,
});
const anEnd = (workspaceId: string, endedAt: Date) => ({
  id: "mdc_raw",
  workspaceId,
  state: "ok",
  input: 1,
  cached: 0,
  written: 0,
  output: 1,
  reasoning: 0,
  isEstimated: false,
  costMicro: 1,
  priceId: null,
  latencyMs: 1,
  attempts: 1,
  errorCode: null,
  endedAt,
});

test("every query declares the columns, types and nulls that PostgreSQL says it returns", async () => {
  await readEverything();

  const declarations = declaredRows();
  expect(declarations.length).toBeGreaterThanOrEqual(24);
  const found: string[] = [];
  for (const { text, shape } of declarations) {
    if (text === null) found.push(`not run by this test: ${Object.keys(shape ?? {}).join(", ")}`);
    else found.push(...(await differences(client, { text, shape })));
  }
  expect(found).toEqual([]);
});

test("a column that a migration would change is noticed", async () => {
  const text = "select count(*) as count from documents";
  expect(await differences(client, { text, shape: { count: integer } })).toEqual([
    expect.stringContaining('"count" is bigint, declared integer'),
  ]);
});

test("no source reads rows past the declarations", () => {
  const past = readdirSync(import.meta.dirname, { recursive: true, encoding: "utf8" })
    .filter((file) => /\.ts$/.test(file) && !/\.test\.ts$|^generated/.test(file))
    .filter((file) => file !== "raw-rows.ts")
    .filter((file) =>
      /\$queryRaw|\$queryRawUnsafe|\$executeRawUnsafe|\.query</.test(
        readFileSync(join(import.meta.dirname, file), "utf8"),
      ),
    );
  expect(past).toEqual([]);
});
