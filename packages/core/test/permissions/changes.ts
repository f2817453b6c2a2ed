import { deleteDocuments } from "../../src/documents/delete-documents";
import { fileDocuments } from "../../src/documents/file-documents";
import { restoreDocuments } from "../../src/documents/restore-documents";
import { trashDocuments } from "../../src/documents/trash-documents";
import { putGroupMember } from "../../src/groups/put-group-member";
import { removeGroupMember } from "../../src/groups/remove-group-member";
import { changeMemberRole } from "../../src/members/change-member-role";
import { putProjectMember } from "../../src/projects/put-project-member";
import { removeProjectMember } from "../../src/projects/remove-project-member";
import { updateProject } from "../../src/projects/update-project";
import { syncIndexRange } from "../../src/search/sync-index-range";
import { shareDocument } from "../../src/sharing/share-document";
import { unshareDocument } from "../../src/sharing/unshare-document";
import { inBackground } from "../contexts";
import type { Office, Paper } from "./office";
import type { Chance } from "./random";

type Change = (office: Office, chance: Chance) => Promise<string>;

const roots = ({ papers }: Office) => papers.filter(({ parent }) => parent === null);
const family = ({ papers }: Office, paper: Paper) =>
  papers.filter((each) => each === paper || each.parent === paper);

/** The changes in an office. Each is made by the owner, and by the test in what it knows. */
const changes: Change[] = [
  async function moves(office, chance) {
    const [paper, folder] = [chance.of(roots(office)), chance.of([...office.folders.keys()])];
    const isIn = paper.projects.has(folder);
    const set = isIn ? { remove: [paper.id] } : { add: [paper.id] };
    await fileDocuments(office.ctx, { projectId: folder, ...set, isConfirmed: true });
    if (isIn) paper.projects.delete(folder);
    else paper.projects.add(folder);
    return `${paper.marker} ${isIn ? "out of" : "into"} ${folder}`;
  },
  async function restricts(office, chance) {
    const folder = chance.of([...office.folders.values()]);
    folder.isRestricted = !folder.isRestricted;
    await updateProject(office.ctx, {
      id: folder.id,
      isRestricted: folder.isRestricted,
      isConfirmed: true,
    });
    return `${folder.id} is ${folder.isRestricted ? "restricted" : "open"}`;
  },
  async function admitsOrRevokes(office, chance) {
    const folder = chance.of([...office.folders.values()]);
    const person = chance.of(office.people.slice(2));
    const [id, userId] = [folder.id, person.id];
    const isMember = folder.members.delete(userId);
    if (isMember) await removeProjectMember(office.ctx, { id, userId });
    else {
      await putProjectMember(office.ctx, { id, userId, role: "reader" });
      folder.members.add(userId);
    }
    return `${userId} ${isMember ? "leaves" : "enters"} ${id}`;
  },
  async function sharesOrUnshares(office, chance) {
    const paper = chance.of(roots(office).filter(({ isTrashed }) => !isTrashed));
    const person = chance.of(office.people.slice(2));
    const whom = chance.is(0.5) ? person.id : chance.of([...office.groups.keys()]);
    const target = office.groups.has(whom) ? { groupId: whom } : { userId: whom };
    const isShared = paper.sharedWith.delete(whom);
    if (isShared) await unshareDocument(office.ctx, { id: paper.id, with: target });
    else {
      await shareDocument(office.ctx, { id: paper.id, with: [target] });
      paper.sharedWith.add(whom);
    }
    return `${paper.marker} ${isShared ? "no longer shared" : "shared"} with ${whom}`;
  },
  async function entersOrLeavesAGroup(office, chance) {
    const [id, members] = chance.of([...office.groups]);
    const userId = chance.of(office.people.slice(2)).id;
    const isMember = members.delete(userId);
    if (isMember) await removeGroupMember(office.ctx, { id, userId });
    else {
      await putGroupMember(office.ctx, { id, userId });
      members.add(userId);
    }
    return `${userId} ${isMember ? "leaves" : "enters"} ${id}`;
  },
  async function changesARole(office, chance) {
    const person = chance.of(office.people.slice(2));
    person.role = person.role === "admin" ? "member" : chance.is(0.3) ? "admin" : "viewer";
    await changeMemberRole(office.ctx, { userId: person.id, role: person.role });
    return `${person.id} is ${person.role}`;
  },
  async function trashesOrRestores(office, chance) {
    const paper = chance.of(roots(office));
    if (paper.isTrashed) await restoreDocuments(office.ctx, { ids: [paper.id] });
    else await trashDocuments(office.ctx, { ids: [paper.id] });
    for (const each of family(office, paper)) each.isTrashed = !each.isTrashed;
    return `${paper.marker} ${paper.isTrashed ? "into the trash" : "out of the trash"}`;
  },
  async function deletes(office, chance) {
    const paper = chance.of(roots(office));
    const ids = family(office, paper).map(({ id }) => id);
    if (!paper.isTrashed) await trashDocuments(office.ctx, { ids });
    await deleteDocuments(office.ctx, { ids });
    office.papers.splice(0, Infinity, ...office.papers.filter(({ id }) => !ids.includes(id)));
    return `${paper.marker} deleted`;
  },
  async function adds(office, chance) {
    const parent = chance.is(0.4) ? chance.of(roots(office)) : null;
    const paper = await office.add(parent?.isTrashed ? null : parent);
    return `${paper.marker} added`;
  },
  async function brings(office) {
    await syncIndexRange(inBackground(office.ctx, undefined, "sync-index"), {
      fromSeq: 0,
      toSeq: Number.MAX_SAFE_INTEGER,
    });
    return "the index follows";
  },
];

/** Makes one change by chance. Returns what it was. */
export function changeSomething(office: Office, chance: Chance): Promise<string> {
  return chance.of(changes)(office, chance);
}
