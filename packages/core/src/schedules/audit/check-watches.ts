import { checkWatches as checkWatchesIn } from "../../audit/watches/check-watches";
import { counted, type Schedule } from "../schedule";

/** Looks every five minutes for new entries of audit logs that people watch for. */
export const checkWatches: Schedule = {
  cron: "*/5 * * * *",

  look: async ({ db, clock }) => {
    const [due] = await db.platform.auditWatches.listDue({ after: "", limit: 1 });
    return due === undefined ? null : clock().toISOString();
  },

  async work({ db, inWorkspace }, from) {
    const [workspaceId] = await db.platform.auditWatches.listDue({ after: from ?? "", limit: 1 });
    if (!workspaceId) return { next: null, counts: {} };
    let told = 0;
    for (let isDone = false; !isDone; ) {
      const looked = await checkWatchesIn(inWorkspace(workspaceId), {});
      told += looked.told;
      isDone = looked.isDone;
    }
    return { next: workspaceId, counts: { looked: 1, told } };
  },

  summary: ({ looked, told }) =>
    `Looked at ${counted(looked, "audit log")}: told ${counted(told, "person", "people")}.`,
};
