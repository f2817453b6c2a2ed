import { randomUUID } from "node:crypto";
import { writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import type { AnswerEvent, AnswerInput, AnswersRead, ReadInput } from "@besunny/ai/ai";
import { exportTuning } from "@besunny/ai/hosted/export-tuning";
import { messagesFor } from "@besunny/ai/openai/messages-for";
import { redactTexts } from "@besunny/ai/redaction/redact-texts";
import { createDocumentBuilder } from "@besunny/document-model/document-builder";
import { ReadingError } from "@besunny/reading/contract/reading-error";

import { completeAction } from "../src/actions/complete-action";
import { createAction } from "../src/actions/create-action";
import { recordSearch } from "../src/analytics/record-search";
import { applyTo } from "../src/automations/applying/apply-to";
import { listApprovals } from "../src/automations/approvals/list-approvals";
import { pauseAutomation } from "../src/automations/pause-automation";
import { rehearse } from "../src/automations/rehearsal/rehearse";
import { createUploadBatch } from "../src/batches/create-upload-batch";
import { pauseBatch } from "../src/batches/pause-batch";
import { addComment } from "../src/comments/add-comment";
import { pictureKeyOf } from "../src/content/contract/picture-key";
import { listTables } from "../src/content/list-tables";
import type { WorkspaceContext } from "../src/context";
import { askInConversation } from "../src/conversations/ask-in-conversation";
import { startConversation } from "../src/conversations/start-conversation";
import { createDashboard } from "../src/dashboards/create-dashboard";
import { correctType } from "../src/documents/correct-type";
import { deleteDocuments } from "../src/documents/delete-documents";
import { correctFact } from "../src/documents/facts/correct-fact";
import { trashDocuments } from "../src/documents/trash-documents";
import { uploadVersion } from "../src/documents/versions/upload-version";
import { listEntities } from "../src/entities/list-entities";
import { mergeEntities } from "../src/entities/merge-entities";
import { finishExport } from "../src/exports/finish-export";
import { createField } from "../src/fields/create-field";
import { listFields } from "../src/fields/list-fields";
import { listOptions } from "../src/fields/options/list-options";
import { createGroup } from "../src/groups/create-group";
import { putGroupMember } from "../src/groups/put-group-member";
import { createApiKey } from "../src/keys/create-api-key";
import { askForLook } from "../src/looks/ask-for-look";
import { getMeeting } from "../src/meetings/get-meeting";
import { inviteMember } from "../src/members/invite-member";
import { startSample } from "../src/onboarding/start-sample";
import { createHold } from "../src/privacy/holds/create-hold";
import { chooseForDocuments } from "../src/privacy/requests/choose-for-documents";
import { createRequest } from "../src/privacy/requests/create-request";
import { restrict } from "../src/privacy/restrictions/restrict";
import { createRule } from "../src/privacy/retention/create-rule";
import { removeLeftovers } from "../src/processing/remove-leftovers";
import { startRun } from "../src/processing/runs/start-run";
import { failDocument } from "../src/processing/stages/fail-document";
import { createProject } from "../src/projects/create-project";
import { putProjectMember } from "../src/projects/put-project-member";
import { getReceipt } from "../src/receipts/get-receipt";
import { listReceipts } from "../src/receipts/list-receipts";
import { createReport } from "../src/reports/create-report";
import { sendReport } from "../src/reports/send-report";
import { addRule } from "../src/sensitivity/add-rule";
import { createLink } from "../src/sharing/create-link";
import { shareDocument } from "../src/sharing/share-document";
import { listTags } from "../src/tags/list-tags";
import { tagDocuments } from "../src/tags/tag-documents";
import { startEvaluation } from "../src/trials/evaluations/start-evaluation";
import { listExperiments } from "../src/trials/experiments/list-experiments";
import { startExperiment } from "../src/trials/experiments/start-experiment";
import { stopExperiment } from "../src/trials/experiments/stop-experiment";
import { createRelease } from "../src/trials/releases/create-release";
import { listReleases } from "../src/trials/releases/list-releases";
import { promoteRelease } from "../src/trials/releases/promote-release";
import { createType } from "../src/understanding/create-type";
import { createView } from "../src/views/create-view";
import {
  anAutomation,
  applyAll,
  aQuestionOf,
  aRehearsalOf,
  endedRun,
  happens,
  nobodyToAsk,
} from "./automations";
import { anAgreeableBilling } from "./billing";
import { aColleague, aContext, anEmail, database, inBackground } from "./contexts";
import {
  aDocument,
  aModel,
  type anIndex,
  anUnderstanding,
  aReadyDocument,
  process as processed,
  runOf,
  uploadText,
} from "./documents";
import { aMeeting } from "./meetings";
import { aDataset, deciding } from "./models/releases";
import { aTuning, endTunings, pricedTuning } from "./models/tuning";
import { aCleaning, anIssue } from "./quality/issues";
import { exampleProvider } from "./sources/examples";
import { anAgreeableSlack } from "./webhooks/slack";

export type World = Awaited<ReturnType<typeof aWorld>>;
export type Index = Awaited<ReturnType<typeof anIndex>>["index"];

const locked = new ReadingError("ENCRYPTED", "It has a password.", "Give it.");
/** The TXT records that prove domains of examples. */
const proofs: string[] = [];
/** Longer than a question waits. */
const LONG_AGO_MS = 100 * 3_600_000;
const aGif = Buffer.from("GIF89a");
const broken = { code: "INTERNAL", message: "It went wrong.", remedy: "Try again." };

/** Returns the path of one of the product's sample files. */
export const sampleFile = (fileName: string) =>
  resolve(import.meta.dirname, "../../../apps/cli/sample/files", fileName);

/** The owner of a workspace with models, a reader and an index that answer at once. */
export function anEquippedOwner(index: Index) {
  return aContext({
    role: "owner",
    index,
    sources: exampleProvider.sources,
    sso: { check: async () => undefined, txtRecords: async () => proofs },
    webhooks: { newSecret: () => "whsec_c2VjcmV0", refusalOf: () => null },
    slack: anAgreeableSlack,
    billing: anAgreeableBilling,
    generations: {
      wantedId: "words",
      wanted: index,
      predecessor: async () => null,
      refresh: () => undefined,
      remove: async () => undefined,
    },
    sampleFiles: { pathOf: sampleFile },
    disk: { free: async () => ({ freeBytes: 50e9, totalBytes: 100e9 }) },
    reader: {
      read: async () => aModel("The tenant pays the rent on Monday."),
      print: async () => null,
      renderPage: async () => Buffer.from("a picture"),
      unlock: async () => Buffer.from("opened"),
    },
    reportFiles: {
      make: async () => Buffer.from("a file"),
      statement: async () => Buffer.from("a file"),
      evidence: async () => Buffer.from("a pack"),
    },
    ai: {
      ...deciding,
      tuning: pricedTuning,
      exportTuning: async (texts, now) => exportTuning(texts, now),
      understand: async () => anUnderstanding(),
      answer,
      readAnswers,
      readTables: async () => null,
      messagesFor,
      redact: async ({ texts, actions }) => ({ ...redactTexts(texts, [], actions), problems: [] }),
      readValue,
      mostHelpful: async (documents) => documents.map(({ documentId }) => documentId),
      groupAlike: async (documents) => [documents.map(({ documentId }) => documentId)],
    },
  });
}

/**
 * A workspace in which every operation finds what it needs. Every name in it holds `marker`, which is nowhere else; what an operation would
 * use up is made for each call.
 */
export async function aWorld(index: Index) {
  const owner = await anEquippedOwner(index);
  const marker = `zq${randomUUID().replaceAll("-", "").slice(0, 12)}`;
  const title = (what: string) => `${what} ${marker}`;
  /** A name that is not of this world, for what a call makes. */
  const newName = () => `New ${randomUUID()}`;

  const member = await aColleague(owner);
  const viewer = await aColleague(owner, { role: "viewer" });
  const project = await createProject(owner, { name: title("Building") });
  const secret = await createProject(owner, { name: title("Secret"), isRestricted: true });
  await putProjectMember(owner, { id: project.id, userId: viewer.actor.id, role: "reader" });
  const text = `The tenant pays the rent to ${marker} on Monday.`;
  const ready = await aReadyDocument(owner, text, {
    title: title("Lease"),
    projectIds: [project.id],
  });
  const hidden = await aReadyDocument(owner, `Hidden. ${text}`, {
    title: title("Hidden"),
    projectIds: [secret.id],
  });

  const aReport = async () =>
    (
      await createReport(owner, {
        title: title("Weekly"),
        cron: "0 6 * * 1",
        timeZone: "Europe/Berlin",
        range: "lastWeek",
        format: "csv",
        channels: ["inbox"],
        recipientIds: [owner.actor.id],
        tiles: [{ metric: "documents.received" }],
      })
    ).id;
  /** A run of a report with a file. */
  const aReportRun = async () => {
    const { runId } = await sendReport(owner, { id: await aReport() });
    const artefactKey = `reports/${runId}.csv`;
    await owner.files.write(artefactKey, Buffer.from(`figure,${marker}`));
    await database.platform.dueReports.updateRun(runId, { state: "sent", artefactKey });
    return runId;
  };

  const aRequestBy = async (by: WorkspaceContext) => {
    const subject = { names: [`Nobody ${randomUUID()}`] };
    return (await createRequest(by, { kind: "erase", subject })).id;
  };
  const aRestrictionAsked = async () => {
    const subject = { names: [`Nobody ${randomUUID()}`] };
    return (await createRequest(owner, { kind: "restrict", subject })).id;
  };
  const scope = { workspaceId: owner.workspaceId, principals: ["all"] };
  const anExport = async () => {
    const asked = { askedById: owner.actor.id, seenBy: ["all"], createdAt: new Date() };
    const begin = () => database.write(scope, ({ exports }) => exports.begin(asked));
    const all = await database.read(scope, ({ exports }) => exports.list(50));
    return all.find(({ state }) => state === "working")?.id ?? (await begin()) ?? "";
  };
  const aReceipt = async () => {
    const { id: documentId } = await aDocument(owner, { title: title("Deleted") });
    await trashDocuments(owner, { ids: [documentId] });
    await deleteDocuments(owner, { ids: [documentId] });
    await removeLeftovers(inBackground(owner, undefined, "remove-leftovers"), {
      documents: [{ documentId, keys: [] }],
      runId: "run",
    });
    const { items } = await listReceipts(owner, { limit: 100 });
    return items.find(({ subject }) => subject === documentId)?.id ?? "";
  };

  return {
    proofs,
    owner,
    aReport,
    aReportRun,
    marker,
    newName,
    member: member.actor.id,
    viewer: viewer.actor.id,
    project: project.id,
    secret: secret.id,
    ready: ready.id,
    hidden: hidden.id,

    async aMark() {
      return (await addRule(owner, { kind: "type", value: newName() })).id;
    },
    async aLook() {
      const admin = { kind: "platformAdmin" as const, id: `usr_${randomUUID()}` };
      const asked = { reason: "A question of the customer", minutes: 30, isUrgent: false };
      return (await askForLook({ ...owner, actor: admin }, asked)).id;
    },
    /** A group of the member. */
    async aGroup() {
      const { id } = await createGroup(owner, { name: newName() });
      await putGroupMember(owner, { id, userId: member.actor.id });
      return id;
    },
    aLink: async () => (await createLink(owner, { id: ready.id })).id,
    aComment: async () =>
      (await addComment(owner, { documentId: ready.id, text: title("Who pays?") })).id,
    /** A document that is shared with the viewer. */
    async aShared() {
      const { id } = await aDocument(owner, { title: title("Shared") });
      await shareDocument(owner, { id, with: [{ userId: viewer.actor.id }] });
      return id;
    },
    aWaiting: async () => (await aDocument(owner, { title: title("Waiting") })).id,
    aFailed: async () => (await aFailedDocument(broken)).id,
    aLocked: async () => (await aFailedDocument(locked)).id,
    aRun: async () =>
      runOf(owner, (await uploadText(owner, randomUUID(), { title: title("Run") })).document.id),

    /** The id of a picture that the ready document shows. */
    async aPicture() {
      const id = "a".repeat(64);
      await owner.files.write(pictureKeyOf(owner.workspaceId, ready.id, id), aGif);
      return id;
    },
    async aReadEarlier() {
      const { release: _none, ...model } = aModel("It was read before releases were recorded.");
      return (await aReadyDocument(owner, randomUUID(), { model, title: title("Earlier") })).id;
    },
    async aTrashed() {
      const { id } = await aDocument(owner, { title: title("Trashed") });
      await trashDocuments(owner, { ids: [id] });
      return id;
    },
    async aDeleted() {
      const { id } = await aDocument(owner, { title: title("Deleted") });
      await trashDocuments(owner, { ids: [id] });
      await deleteDocuments(owner, { ids: [id] });
      return id;
    },
    /** A hold on a project of its own, so that nothing else is held. */
    async aHold() {
      const { id: projectId } = await createProject(owner, { name: newName() });
      const held = { name: newName(), on: { kind: "project" as const, projectId } };
      return (await createHold(owner, { ...held, reason: "A lawsuit is expected." })).id;
    },
    aRestrictionAsked,
    /** A restriction on somebody whom nothing names. */
    async aRestriction() {
      return (await restrict(owner, { requestId: await aRestrictionAsked(), reason: "A dispute." }))
        .id;
    },
    /** A rule of retention that keeps everything for longer than anything is there. */
    async aRule() {
      const rule = { name: newName(), type: "invoice", amount: 1000, unit: "years" } as const;
      return (await createRule(owner, { ...rule, expected: 0 })).id;
    },
    /** An export that is being made. */
    anExport,
    /** An export that was made of nothing. */
    async aReadyExport() {
      const id = await anExport();
      const job = inBackground(owner, undefined, "export-workspace");
      await finishExport(job, { id, parts: 0, documents: 0 });
      return id;
    },
    /** Nothing is in the way of the end of the workspace. */
    async noDeparture() {
      await database.write(scope, async ({ legalHolds, departures }) => {
        for (const { id } of await legalHolds.listInForce(new Date()))
          await legalHolds.release(id, { byId: "usr_test", at: new Date(), reason: "A test" });
        const open = await departures.current();
        if (open) await departures.move(open.id, "waiting", { state: "takenBack" });
      });
    },
    async aDeparture() {
      const open = await database.read(scope, ({ departures }) => departures.current());
      const [askedAt, dueAt] = [new Date(), new Date(Date.now() + 864e6)];
      const asked = { askedById: owner.actor.id, askedAt, dueAt };
      return (
        open?.id ?? (await database.write(scope, ({ departures }) => departures.ask(asked))) ?? ""
      );
    },
    /** A request to erase somebody whom nothing names. */
    aRequest: async () => aRequestBy(owner),
    aRequestOfAnother: async () => {
      const another = await aColleague(owner, { role: "owner" });
      const id = await aRequestBy(another);
      await chooseForDocuments(another, { id, choice: { kind: "redact" } });
      return id;
    },
    /** The receipt of a document that is gone. */
    aReceipt,
    aSignedReceipt: async () => getReceipt(owner, { id: await aReceipt() }),
    aBatch,
    async aPausedBatch() {
      const id = await aBatch();
      await pauseBatch(owner, { id });
      return id;
    },
    async aStartedRun() {
      const { document } = await uploadText(owner, randomUUID(), { title: title("Run") });
      const run = await runOf(owner, document.id);
      await startRun(inBackground(owner), run);
      return run;
    },
    /** A document whose type the models found. */
    /** An issue of a document of its own, and a cleaning of another. */
    anIssue: () => anIssue(owner, randomUUID()),
    aCleaning: () => aCleaning(owner, randomUUID()),
    aTyped: async () => (await aReadyDocument(owner, randomUUID(), { title: title("Typed") })).id,
    async aCorrected() {
      const { id } = await aDocument(owner, { title: title("Corrected") });
      await correctType(owner, { id, type: "memo" });
      return id;
    },
    /** A ready document whose file is its second version. */
    async aSecondVersion() {
      const { id } = await aReadyDocument(owner, randomUUID(), { title: title("Second") });
      const path = join(tmpdir(), `besunny-world-${randomUUID()}`);
      await writeFile(path, randomUUID());
      await uploadVersion(owner, { id, path, fileName: "second.txt" });
      await processed(owner, id);
      return id;
    },
    /** A document with a table, and the id of the table. */
    async aTable() {
      const builder = createDocumentBuilder({ format: "csv", mediaType: "text/csv" });
      builder.startPage({ kind: "sheet" });
      builder.addTable({ cells: [{ text: marker, row: 0, column: 0 }] });
      const given = { model: builder.build(), title: title("Table") };
      const { id } = await aReadyDocument(owner, randomUUID(), given);
      const [table] = (await listTables(owner, { id })).items;
      return { id, table: table?.id ?? "" };
    },
    /** The name under which a fact that a person said of the ready document can be taken back. */
    async aSaidFact() {
      const name = `fact ${randomUUID()}`;
      const given = { id: ready.id, name, before: null, value: title("Said") };
      return (await correctFact(owner, given)).field ?? "";
    },
    /** The name of a type of the workspace's own. */
    async aType() {
      const own = `${marker} ${randomUUID().slice(0, 8)}`;
      return (await createType(owner, { name: own, definition: title("A permit") })).name;
    },
    /** A project of which the viewer is a member. */
    async aProject() {
      const { id } = await createProject(owner, { name: title(randomUUID()) });
      await putProjectMember(owner, { id, userId: viewer.actor.id, role: "reader" });
      return id;
    },
    async aMember() {
      return (await aColleague(owner)).actor.id;
    },
    async aKey() {
      return (await createApiKey(owner, { name: title("Key") })).id;
    },
    aSearch: async () =>
      (await recordSearch(owner, { kind: "search", words: title("Rent"), results: 1, tookMs: 5 }))
        .id,
    anEntity,
    async aMergedEntity() {
      const [id, intoId] = [await anEntity(), await anEntity()];
      await mergeEntities(owner, { id, intoId });
      return id;
    },
    /** A conversation of one question, and its turn. */
    async aConversation() {
      const { id } = await startConversation(owner, { title: title("Thread") });
      const turnIds: string[] = [];
      const question = `Who pays the rent to ${marker}?`;
      for await (const item of askInConversation(owner, { id, question }))
        if (item.kind === "asked") turnIds.push(item.turnId);
      return { id, turnId: turnIds[0] ?? "" };
    },
    async aTag() {
      const name = `${title("Tag")} ${randomUUID().slice(0, 8)}`;
      await tagDocuments(owner, { ids: [ready.id], add: [name] });
      return (await listTags(owner, {})).items.find((tag) => tag.name === name)?.id ?? "";
    },
    /** A field of the workspace: a list that offers a value, if not said otherwise. */
    aField,
    /** The ids of the fields that are not archived, in their order; there are two at least. */
    async theFields() {
      await aField();
      await aField();
      return (await listFields(owner, {})).items.map(({ id }) => id);
    },
    /** A value that a list offers, with its field. */
    async anOption() {
      const id = await aField();
      const [option] = (await listOptions(owner, { id })).items;
      return { id, optionId: option?.id ?? "" };
    },
    async aView() {
      return (await createView(owner, { name: title("View"), query: "lease" })).id;
    },
    anAutomation: () => anAutomation(owner),
    aReady: async () => (await aDocument(owner)).id,
    /** A run that has ended well. Its automation is on no longer, so that it begins no other run. */
    async aRunOfAutomation() {
      const made = await anAutomation(owner);
      const { id: documentId } = await aDocument(owner);
      await happens(owner, documentId, { kind: "document.ready" });
      return endedRun(owner, made.id);
    },
    async aFailedRun() {
      const made = await anAutomation(owner, nobodyToAsk);
      const { id: documentId } = await aDocument(owner);
      await happens(owner, documentId, { kind: "document.ready" });
      return endedRun(owner, made.id);
    },
    /** A rehearsal that is under way. */
    async aRehearsal() {
      const { id } = await anAutomation(owner);
      await pauseAutomation(owner, { id });
      return (await rehearse(owner, { id, filter: {} })).id;
    },
    /** A rehearsal that is over. */
    anEndedRehearsal: () => aRehearsalOf(owner),
    async anAppliedRehearsal() {
      const id = await aRehearsalOf(owner);
      await applyTo(owner, { id });
      await applyAll(owner);
      return id;
    },
    aQuestion: () => aQuestionIn(owner),
    aLateQuestion: () => aQuestionIn({ ...owner, clock: () => new Date(Date.now() - LONG_AGO_MS) }),
    async aPausedAutomation() {
      const { id } = await anAutomation(owner);
      return pauseAutomation(owner, { id });
    },
    async aDashboard() {
      const content = { tiles: [] };
      return (await createDashboard(owner, { title: title("Dashboard"), content })).id;
    },
    async aSample() {
      const { projectId } = await startSample(owner, { name: title("Sample") });
      return projectId;
    },
    /** A tuning that another owner asked for. */
    async aTuning() {
      return aTuning(await aColleague(owner, { role: "owner" }));
    },
    endTunings: () => endTunings(owner),
    /** A document with a type that a person gave it. */
    async aTaught() {
      const { id } = await aReadyDocument(owner, randomUUID(), { title: title("Taught") });
      await correctType(owner, { id, type: "contract" });
      return id;
    },
    aRelease,
    aDataset: () => aDataset(owner, [{ documentId: ready.id, label: "contract" }]),
    /** The release that decides now, after another one did. */
    async aPromoted() {
      const id = await aRelease();
      await promoteRelease(owner, { id, reason: "A test wants to roll it back." });
      return id;
    },
    async theChampion() {
      const { items } = await listReleases(owner, {});
      return items.find(({ roles }) => roles.includes("champion"))?.id ?? "";
    },
    async anEvaluation() {
      const datasetId = await aDataset(owner, [{ documentId: ready.id, label: "contract" }]);
      const { id } = await startEvaluation(owner, { releaseId: await aRelease(), datasetId });
      return id;
    },
    /** The experiment that runs; one that ran before is stopped. */
    async anExperiment() {
      await stopRunning();
      return (await startExperiment(owner, { releaseId: await aRelease() })).id;
    },
    stopRunning,
    /** A meeting with its first action, decision and statement. */
    async aMeeting() {
      const { id, documentId } = await aMeeting(
        owner,
        [
          `Ann ${marker}: Good morning, let us talk about the rent of ${marker} and the lease ${randomUUID()}.`,
          `Ann ${marker}: I will call the landlord of ${marker} by Friday and ask for two percent.`,
          `Ben ${marker}: So we agreed to stay in ${marker} for another two years, that is decided.`,
        ],
        { title: title("Weekly") },
      );
      const { actions, decisions, summary } = await getMeeting(owner, { id });
      const [action, decision, finding] = [actions[0], decisions[0], summary[0]];
      if (!action || !decision || !finding) throw new Error("Too little was found in the meeting");
      return {
        id,
        documentId,
        actionId: action.id,
        decisionId: decision.id,
        findingId: finding.id,
      };
    },
    aWrittenAction,
    async aDoneAction() {
      const id = await aWrittenAction();
      await completeAction(owner, { ids: [id] });
      return id;
    },
    async anInvitation() {
      return (await inviteMember(owner, { email: anEmail(), role: "member" })).id;
    },
  };

  async function aWrittenAction() {
    return (await createAction(owner, { text: title("Pay the rent") })).id;
  }

  async function aRelease() {
    return (await createRelease(owner, { thresholds: { [newName()]: 0.9 } })).id;
  }

  async function stopRunning() {
    const { items } = await listExperiments(owner, {});
    const running = items.find(({ state }) => state === "running");
    if (running) await stopExperiment(owner, { id: running.id });
  }

  async function aField(kind: "list" | "text" = "list") {
    const name = `Field ${randomUUID()}`;
    const options = kind === "list" ? [title("North")] : [];
    return (await createField(owner, { name, kind, options })).id;
  }

  /** A batch of two of its three files: one waits, one has failed. */
  async function aBatch() {
    const { id } = await createUploadBatch(owner, { expectedCount: 3, title: title("Batch") });
    await aDocument(owner, { batchId: id, title: title("Waiting") });
    await aFailedDocument(broken, id);
    return id;
  }

  /** The id of a firm that a document of the workspace names. */
  async function anEntity() {
    const name = `Firm ${marker} ${randomUUID().replaceAll("-", "")}`;
    const found = { kind: "organisation", text: name, confidence: 0.9 } as const;
    await aReadyDocument(owner, `${name} pays the rent.`, {
      title: title("Named"),
      understanding: anUnderstanding({ entities: [{ ...found, evidence: [[0, name.length]] }] }),
    });
    const { items } = await listEntities(owner, { q: name });
    return items[0]?.id ?? "";
  }

  async function aFailedDocument(
    { code, message, remedy }: { code: string; message: string; remedy: string },
    batchId?: string,
  ) {
    const given = { title: title("Failed"), ...(batchId && { batchId }) };
    const { document } = await uploadText(owner, randomUUID(), given);
    const run = await runOf(owner, document.id);
    await startRun(inBackground(owner), run);
    await failDocument(inBackground(owner), { ...run, code, message, remedy });
    return document;
  }
}

/** Everything of the workspace that an operation could change, as one text to compare. */
export async function snapshotOf({ db, workspaceId, actor }: WorkspaceContext): Promise<string> {
  const ownerId = "id" in actor ? actor.id : "";
  const scope = { workspaceId, principals: ["all", ownerId] };
  const page = { limit: 200 };
  const everything = await db.read(scope, async (repositories) => {
    const {
      actionItems,
      conversations,
      decisions,
      meetings,
      documents,
      documentTypes,
      entities,
      projects,
      members,
      apiKeys,
      customFields,
      dashboards,
      batches,
      outbox,
      audit,
      views,
      workspaces,
    } = repositories;
    const { items: found } = await projects.list({ ...page, archived: false });
    const threads = await conversations.list({ ...page, readerId: ownerId, of: "me" });
    return {
      workspace: await workspaces.current(),
      documents: await documents.listChangedSince(0, 500),
      types: await documentTypes.list(),
      projects: found,
      entities: await entities.list({}, page),
      inProjects: await Promise.all(found.map(({ id }) => projects.listMembers(id))),
      members: await members.list(),
      invitations: await members.listInvitations(new Date()),
      keys: await apiKeys.list(page),
      fields: await customFields.list(),
      conversations: threads,
      views: await views.list(ownerId, 200),
      dashboards: await dashboards.list(ownerId, 200),
      batches: await batches.list(page),
      meetings: await meetings.list({}, page),
      actions: await actionItems.list({}, page),
      decisions: await decisions.list({}, page),
      outbox: await outbox.listUnsent(),
      audit: await audit.list({}, page),
    };
  });
  return JSON.stringify(everything, (name, value: unknown) =>
    name === "lastUsedAt" || typeof value === "bigint" ? String(value) : value,
  );
}

async function readAnswers({ passages }: ReadInput): Promise<AnswersRead> {
  const answers = passages.map(({ n, text }): AnswersRead["answers"][number] => {
    const whole: [number, number] = [0, text.length];
    return { n, span: whole, sentence: whole, score: 0.9 };
  });
  return { answers, noAnswer: passages.length > 0 ? 0.1 : 1 };
}

const readValue = async () => ({});

async function* answer({ passages }: AnswerInput): AsyncGenerator<AnswerEvent> {
  yield { kind: "text", text: `There are ${passages.length}.` };
  yield {
    kind: "done",
    found: passages.length > 0,
    citations: passages
      .slice(0, 1)
      .map(({ n }) => ({ n: 1, passage: n, quote: "tenant", span: [4, 10] })),
    sent: null,
    producedBy: { kind: "local", model: "a-test", release: "1" },
    cost: { inputTokens: 0, outputTokens: 0, microUsd: 0 },
  };
}

/** A question that the owner is asked. Its automation is on no longer, so that it asks no other. */
async function aQuestionIn(owner: Parameters<typeof aQuestionOf>[0]) {
  const documentId = await aQuestionOf(owner);
  const { items } = await listApprovals(owner, { limit: 200 });
  const question = items.find(({ document }) => document.id === documentId);
  if (!question) throw new Error("Nobody is asked");
  await pauseAutomation(owner, { id: question.automation.id });
  return question;
}
