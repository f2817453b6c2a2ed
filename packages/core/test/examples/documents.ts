import { randomUUID } from "node:crypto";
import { writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { addCardField } from "../../src/understanding/add-card-field";
import type { World } from "../world";
import { by, byJob, type Example, makesRow, none, project, ready } from "./example";

const batch = async ({ aBatch }: World) => ({ id: await aBatch() });
const ownField = () => ({
  type: "invoice",
  label: `Cost centre ${randomUUID().slice(0, 8)}`,
  kind: "text" as const,
  meaning: "Who bears the cost.",
  labels: ["cost centre"],
});

export const documentsExamples: Record<string, Example> = {
  "batches.cancel-batch": by(batch),
  "batches.count-earlier-readings": by(none),
  "batches.create-reread-batch": by(async ({ aReadEarlier }) => {
    await aReadEarlier();
    return {};
  }, makesRow),
  "batches.create-reprocess-batch": by(({ ready: id }) => ({ ids: [id] }), makesRow),
  "batches.create-upload-batch": by(
    ({ newName }) => ({ expectedCount: 2, title: newName() }),
    makesRow,
  ),
  "batches.get-batch": by(batch),
  "batches.is-batch-paused": byJob("process-document", async ({ aBatch }) => ({
    batchId: await aBatch(),
  })),
  "batches.list-arrived": by(async ({ aBatch }) => ({
    id: await aBatch(),
    fileKeys: ["file-key"],
  })),
  "batches.list-batch-documents": by(batch),
  "batches.list-batches": by(none),
  "batches.lower-expected-count": by(async ({ aBatch }) => ({ id: await aBatch(), count: 1 })),
  "batches.pause-batch": by(batch),
  "batches.report-batch": by(batch),
  "batches.resume-batch": by(async ({ aPausedBatch }) => ({ id: await aPausedBatch() })),
  "batches.retry-failed": by(batch),
  "content.find-on-pages": by(({ ready: id }) => ({ id, spans: [[0, 5]] })),
  "content.find-parsed-document": by(ready),
  "content.get-content": by(ready),
  "content.get-drawn-pages": by(ready),
  "content.get-html": by(ready),
  "content.get-mail-page": by(ready),
  "content.get-page": by(({ ready: id }) => ({ id, page: 1 })),
  "content.get-page-image": by(({ ready: id }) => ({ id, page: 1 })),
  "content.get-picture": by(async ({ ready: id, aPicture }) => ({ id, picture: await aPicture() })),
  "content.get-reading-report": by(ready),
  "content.get-table": by(async ({ aTable }) => aTable()),
  "content.get-text": by(ready),
  "content.list-tables": by(ready),
  "comments.add-comment": by(
    ({ ready: documentId, viewer, newName }) => ({
      documentId,
      text: newName(),
      mentionedIds: [viewer],
    }),
    makesRow,
  ),
  "comments.change-comment": by(async ({ aComment, newName }) => ({
    id: await aComment(),
    text: newName(),
  })),
  "comments.delete-comment": by(async ({ aComment }) => ({ id: await aComment() })),
  "comments.list-comments": by(({ ready: documentId }) => ({ documentId })),
  "disk.get-disk-state": by(none),
  "documents.accept-types": by(async ({ aTyped }) => ({
    items: [{ id: await aTyped(), type: "memo" }],
  })),
  "documents.check-upload": by(({ project: id }) => ({ projectIds: [id] })),
  "documents.compare-versions": by(({ ready: id }) => ({ id, from: 1, to: 1 })),
  "documents.confirm-type": by(async ({ aTyped }) => ({ id: await aTyped(), type: "contract" })),
  "documents.correct-fact": by(({ ready: id, newName }) => ({
    id,
    name: "reference",
    before: null,
    value: newName(),
  })),
  "documents.correct-type": by(({ ready: id }) => ({ id, type: "memo" })),
  "documents.correct-types": by(({ ready: id }) => ({ ids: [id], type: "policy" })),
  "documents.count-documents": by(none),
  "documents.count-to-review": by(none),
  "documents.delete-documents": by(
    async ({ aTrashed }) => ({ ids: [await aTrashed()] }),
    "The rows are gone, with what they said.",
  ),
  "documents.download-documents": by(({ ready: id }) => ({ ids: [id] })),
  "documents.export-list": by(none),
  "documents.explain-access": by(ready),
  "documents.file-documents": by(async ({ project: projectId, aWaiting }) => ({
    projectId,
    add: [await aWaiting()],
  })),
  "documents.get-document": by(ready),
  "documents.get-trash-days": by(none),
  "documents.list-documents": by(none),
  "documents.list-due": by(none),
  "documents.list-thread": by(ready),
  "documents.list-to-review": by(none),
  "documents.mark-opened": by(ready),
  "documents.receive-upload": by(async ({ newName, project: id }) => {
    const path = join(tmpdir(), `besunny-example-${randomUUID()}`);
    await writeFile(path, randomUUID());
    return { path, fileName: "lease.txt", title: newName(), projectIds: [id] };
  }),
  "documents.rename-document": by(({ ready: id, newName }) => ({ id, title: newName() })),
  "documents.restore-documents": by(async ({ aTrashed }) => ({ ids: [await aTrashed()] })),
  "documents.restore-version": by(async ({ aSecondVersion }) => ({
    id: await aSecondVersion(),
    number: 1,
  })),
  "documents.set-field": by(async ({ ready: id, aField, newName }) => ({
    ids: [id],
    fieldId: await aField("text"),
    value: newName(),
  })),
  "documents.trash-documents": by(async ({ aWaiting }) => ({ ids: [await aWaiting()] })),
  "documents.upload-version": by(async ({ aTyped }) => {
    const path = join(tmpdir(), `besunny-example-${randomUUID()}`);
    await writeFile(path, randomUUID());
    return { id: await aTyped(), path, fileName: "lease 2.txt" };
  }),
  "documents.watch-documents": by(() => ({ after: 0 })),
  "documents.withdraw-fact": by(async ({ ready: id, aSaidFact }) => ({
    id,
    field: await aSaidFact(),
  })),
  "documents.withdraw-type": by(async ({ aCorrected }) => ({ id: await aCorrected() })),
  "documents.withdraw-types": by(async ({ aCorrected }) => ({ ids: [await aCorrected()] })),
  "processing.cancel-documents": by(async ({ aWaiting }) => ({ ids: [await aWaiting()] })),
  "processing.fail-document": byJob("process-document", async ({ aRun }) => ({
    ...(await aRun()),
    code: "CORRUPT",
    message: "The file is damaged.",
    remedy: "Save it again.",
  })),
  "processing.get-status": by(ready),
  "processing.preview-document": by(ready),
  "processing.get-timeline": by(ready),
  "processing.prepare-pages": byJob("prepare-pages", ({ ready: documentId }) => ({ documentId })),
  "processing.process-stage": byJob("process-document", async ({ aStartedRun }) => ({
    ...(await aStartedRun()),
    stage: "read",
  })),
  "processing.remove-leftovers": byJob("remove-leftovers", async ({ aDeleted }) => ({
    documents: [{ documentId: await aDeleted(), keys: [] }],
    runId: "an-engine-run",
  })),
  "processing.retry-documents": by(async ({ aFailed }) => ({ ids: [await aFailed()] })),
  "processing.start-run": byJob("process-document", ({ aRun }) => aRun()),
  "processing.transcribe-piece": byJob("process-document", async ({ aStartedRun }) => ({
    ...(await aStartedRun()),
    piece: 1,
  })),
  "processing.unlock-document": by(async ({ aLocked }) => ({
    id: await aLocked(),
    password: "sesame",
  })),
  "projects.archive-project": by(async ({ aProject }) => ({ id: await aProject() })),
  "projects.create-project": by(
    ({ newName }) => ({ name: newName(), description: "", isRestricted: false }),
    makesRow,
  ),
  "projects.get-project": by(project),
  "projects.list-projects": by(none),
  "projects.put-project-member": by(({ project: id, member: userId }) => ({
    id,
    userId,
    role: "lead",
  })),
  "projects.remove-project-member": by(async ({ aProject, viewer: userId }) => ({
    id: await aProject(),
    userId,
  })),
  "projects.set-instructions": by(async ({ aProject }) => ({
    id: await aProject(),
    instructions: "Answer in one sentence.",
  })),
  "projects.update-project": by(async ({ aProject, newName }) => ({
    id: await aProject(),
    name: newName(),
    isRestricted: true,
  })),
  "sharing.create-link": by(({ ready: id }) => ({ id })),
  "sharing.get-document-access": by(ready),
  "sharing.list-shared-with-me": by(none),
  "sharing.revoke-link": by(async ({ aLink }) => ({ linkId: await aLink() })),
  "sharing.share-document": by(({ ready: id, viewer: userId }) => ({ id, with: [{ userId }] })),
  "sharing.unshare-document": by(async ({ aShared, viewer: userId }) => ({
    id: await aShared(),
    with: { userId },
  })),
  "documents.import-labels": by(({ ready: id }) => ({ csv: `document,type\n${id},memo` })),
  "documents.preview-labels": by(({ ready: id }) => ({ csv: `document,type\n${id},memo` })),
  "understanding.add-card-field": by(() => ownField()),
  "understanding.change-card-field": by(async ({ owner }) => {
    const { type, label, ...given } = ownField();
    const { name } = await addCardField(owner, { type, label, ...given });
    return { type, name, label: `${label} again`, ...given };
  }),
  "understanding.get-card": by(() => ({ type: "invoice" })),
  "understanding.remove-card-field": by(async ({ owner }) => {
    const { type, name } = { type: "invoice", ...(await addCardField(owner, ownField())) };
    return { type, name };
  }),
  "understanding.switch-card-field": by(async ({ owner }) => {
    const { name, isOn } = await addCardField(owner, ownField());
    return { type: "invoice", name, isOn: !isOn };
  }),
  "understanding.change-type": by(async ({ aType, newName }) => ({
    name: await aType(),
    newName: newName().slice(0, 40),
    isHidden: true,
  })),
  "understanding.create-type": by(({ newName }) => ({ name: newName(), definition: "A permit." })),
  "understanding.list-all-types": by(none),
  "understanding.list-classifications": by(ready),
  "understanding.list-types": by(none),
  "understanding.remove-type": by(async ({ aType }) => ({ name: await aType() })),
  "fields.add-options": by(async ({ aField, newName }) => ({
    id: await aField(),
    names: [newName()],
  })),
  "fields.archive-field": by(async ({ aField }) => ({ id: await aField(), isArchived: true })),
  "fields.change-field": by(async ({ aField, newName }) => ({
    id: await aField(),
    name: newName().slice(0, 60),
  })),
  "fields.create-field": by(({ newName }) => ({ name: newName().slice(0, 60), kind: "date" })),
  "fields.list-fields": by(none),
  "fields.list-options": by(async ({ aField }) => ({ id: await aField() })),
  "fields.order-fields": by(async ({ theFields }) => ({ ids: (await theFields()).toReversed() })),
  "fields.remove-option": by(async ({ anOption }) => anOption()),
  "fields.rename-option": by(async ({ anOption, newName }) => ({
    ...(await anOption()),
    name: newName(),
  })),
  "tags.list-tags": by(none),
  "tags.merge-tags": by(async ({ aTag }) => ({ id: await aTag(), into: await aTag() })),
  "tags.remove-tag": by(async ({ aTag }) => ({ id: await aTag() })),
  "tags.rename-tag": by(async ({ aTag, newName }) => ({ id: await aTag(), name: newName() })),
  "tags.tag-documents": by(({ ready: id, newName }) => ({ ids: [id], add: [newName()] })),
};
