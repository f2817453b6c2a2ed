import { z } from "zod";
import { command } from "../operation/command";
import { secret } from "../operation/secret";

/** As many entries as the row of one call can name, beside what else it is about. */
const AT_ONCE = 900;

/**
 * Erases the words of entries: those about these ids, those of these people, or those that match a pattern. Words are input, changes, address, browser and reason. Who did what to
 * what stays, the chain holds, and the entry of this call names each erased one. Works on some hundred entries; call it again while `isMore`.
 */
export const eraseWords = command("audit.erase-words", {
  title: "Erase the words of entries of the audit log",
  permission: "audit.eraseWords",
  input: z.object({
    about: z.array(z.string().min(1).max(60)).max(100).default([]),
    /** A pattern of PostgreSQL that their words match. */
    holding: secret(z.string().max(20_000)).optional(),
  }),
  output: z.object({ ids: z.array(z.string()), isMore: z.boolean() }),
  doors: [],
  audit: { subjects: ({ ids }, { about }) => (ids.length > 0 ? ids : about) },

  async handle({ audit, auditChain, traces, clock }, { about, holding }) {
    const of = about.length > 0 ? await audit.listWithWords(about, AT_ONCE) : [];
    const matching = holding ? await traces.listAuditEntries(holding, AT_ONCE) : [];
    const found = [...new Set([...of, ...matching])].slice(0, AT_ONCE);
    const ids = await auditChain.eraseWords(found, clock());
    return { ids, isMore: found.length === AT_ONCE };
  },
});
