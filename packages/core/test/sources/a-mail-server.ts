import { PASSWORD, startDovecot, withoutDovecot } from "@besunny/connectors/test/imap/dovecot";
import { ownClient } from "@besunny/connectors/test/imap/imap-bench";

/** Why there is no mail server on this machine, or null where there is one. */
export const noMailServer: string | null = withoutDovecot;

/** Starts a real mail server of this machine alone. Any name signs in with `password`, and has a mailbox of its own. */
export async function aMailServer() {
  const dovecot = await startDovecot();
  return {
    port: dovecot.port,
    password: PASSWORD,
    clientOf: (user: string) => ownClient(dovecot, user),
    close: () => dovecot.close(),
  };
}
