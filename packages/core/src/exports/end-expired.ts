import { z } from "zod";
import { command } from "../operation/command";

const DAY_MS = 86_400_000;
/** An export that takes longer was lost. */
const MOST_DAYS = 3;

/** Records which archives are removed: those that have expired, failed or were never ended. With `isAll`, every one. */
export const endExpired = command("exports.end-expired", {
  title: "Record that exports have expired",
  permission: "workspace.pack",
  input: z.object({ isAll: z.boolean() }),
  output: z.object({ ids: z.array(z.string()) }),
  doors: [],

  async handle({ exports, clock, changed }, { isAll }) {
    const now = clock();
    const begunBefore = new Date(now.getTime() - MOST_DAYS * DAY_MS);
    const ids = isAll
      ? (await exports.list(1000)).flatMap(({ id, state }) => (state === "removed" ? [] : [id]))
      : await exports.listExpired(now, begunBefore);
    for (const id of ids) {
      await exports.change(id, { state: "removed" });
      changed({ subject: id, before: { isThere: true }, after: { isThere: false } });
    }
    return { ids };
  },
});
