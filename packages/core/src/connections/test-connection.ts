import { SourceFailure } from "@besunny/connectors/sources/failures";
import type { Sources } from "@besunny/connectors/sources/registry";
import { z } from "zod";

import { connectionId } from "../ids";
import type { Caller } from "../operation/caller";
import { asJob } from "../operation/caller-of";
import { flow } from "../operation/flow";
import { accountOf } from "./contract/account-of";
import { troubleOf } from "./contract/trouble-of";
import { type FoundConnection, findConnection } from "./find-connection";
import { noteTrouble } from "./note-trouble";

/** Asks the provider now whether the account can be read, and notes the answer. */
export const testConnection = flow("connections.test-connection", {
  title: "Test a connection",
  permission: "source.manage",
  input: z.object({ id: connectionId }),
  output: z.object({ isOk: z.boolean(), problem: z.string().nullable() }),
  doors: ["web"],
  uses: ["sources"],
  audit: { subjects: (_output, { id }) => [id] },

  async handle({ caller, sources }, { id }) {
    const connection = await findConnection(caller, { id });
    const note = asJob(caller, "sync-source");
    try {
      await verify(caller, sources, connection);
      await noteTrouble(note, { id, trouble: { kind: "ok" } });
      return { isOk: true, problem: null };
    } catch (error) {
      if (!(error instanceof SourceFailure)) throw error;
      await noteTrouble(note, { id, trouble: troubleOf(error) });
      return { isOk: false, problem: error.message };
    }
  },
});

async function verify(caller: Caller, sources: Sources, connection: FoundConnection) {
  const { provider, isPractice } = connection;
  const [kind] = sources.providers().find((each) => each.provider === provider)?.kinds ?? [];
  if (!kind)
    throw new SourceFailure("refused", "This build cannot read there.", { code: "no-adapter" });
  const adapter = await sources.of(kind, { isPractice });
  return adapter.verify(accountOf(caller, connection));
}
