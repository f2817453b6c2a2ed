import { afterAll, beforeAll, describe } from "vitest";

import { describeSource } from "../../../doubles/source.conformance";
import { type Dovecot, startDovecot, withoutDovecot } from "../../../test/imap/dovecot";
import { imapBench } from "../../../test/imap/imap-bench";

const neverEdited = "a mail never changes";
const noRights = "rights of IMAP are those of whole folders";
const oneOpening = "IMAP tells that numbers are new once, when it opens the folder";

describe.skipIf(withoutDovecot)(
  `IMAP, on a Dovecot${withoutDovecot ? `: ${withoutDovecot}` : ""}`,
  () => {
    let dovecot: Dovecot;
    beforeAll(async () => {
      dovecot = await startDovecot();
    });
    afterAll(() => dovecot.close());

    describeSource({
      name: "IMAP",
      start: () => imapBench(dovecot),
      cannot: {
        "a page in another order": "mails are put in order by their numbers",
        "an item that changes during the listing": neverEdited,
        "an edit changes the revision": neverEdited,
        "a new name keeps id and revision": neverEdited,
        "an item that left what was chosen is outside, and comes back":
          "a folder says the same of a mail that was moved and of one that was deleted",
        "the account lost an item": noRights,
        "the account was given an item again": noRights,
        "the cursor is lost at a middle page": oneOpening,
        "the cursor is lost at the last page": oneOpening,
        "a token that is refused once is refreshed once": "passwords are refused at sign-in alone",
        "2 GB are never held": "servers refuse such a mail; imap-mailbox.test.ts holds 64 MB to it",
      },
    });
  },
);
