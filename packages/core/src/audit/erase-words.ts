import { z } from "zod";
import { command } from "../operation/command";

/** As many entries as the row of one call can name, beside what else it is about. */
const AT_ONCE = 900;

/**
 * Erases the words of entries that are about these ids, or of calls that these people made: input, changes, address, browser and reason. Who did what to
 * what stays, the chain holds, and the entry of this call names each erased one. Works on some hundred entries; call it again while `isMore`.
 */
export const eraseWords = command("audit.erase-words", {
  title: "Erase the words of entries of the audit log",
  permission: "audit.eraseWords",
  input: z.object({ about: z.array(z.string().min(1).max(60)).min(1).max(100) }),
  output: z.object({ ids: z.array(z.string()), isMore: z.boolean() }),
  doors: [],
  audit: { subjects: ({ ids }, { about }) => (ids.length > 0 ? ids : about) },

  async handle({ audit, auditChain, clock }, { about }) {
    const found = await audit.listWithWords(about, AT_ONCE);
    const ids = await auditChain.eraseWords(found, clock());
    return { ids, isMore: found.length === AT_ONCE };
  },
});
