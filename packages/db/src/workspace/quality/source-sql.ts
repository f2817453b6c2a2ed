import { Prisma } from "../../generated/client";

/** The way a document `d` came, whose parent is `p`: mails and what is in them are `mail`. */
export const sourceOfDocument = Prisma.sql`case when d.format in ('eml', 'msg', 'mbox', 'pst') or p.format in ('eml', 'msg', 'mbox', 'pst')
  then 'mail' else d.source end`;
