import { Transform } from "node:stream";
import { pipeline } from "node:stream/promises";

import { fileNameOf } from "../file-names";
import type { Account, Fetched, ItemRef, Sink } from "../source";
import { bodyBroken, itemGone } from "./imap-failures";
import { openFolder } from "./imap-folders";
import { ofKeys, readMails } from "./imap-items";
import type { createPlaces, Place } from "./imap-places";
import type { Session } from "./imap-session";

const CHUNK = 512 * 1024;

/** Streams a mail as it is, and leaves it as it is: it is never marked as seen. */
export async function fetchMail(
  session: Session,
  {
    account,
    item,
    into,
    places,
    signal,
  }: {
    account: Account;
    item: ItemRef;
    into: Sink;
    places: ReturnType<typeof createPlaces>;
    signal: AbortSignal;
  },
): Promise<Fetched> {
  const { id, name, root } = item;
  const remembered = places.known(account, root, id);
  let uid = remembered && (await uidAt(session, id, remembered));
  if (!uid) {
    const found = await places.find(session, account, root, id);
    uid = found && (await uidAt(session, id, found));
  }
  if (!uid) throw itemGone();
  const size = await pour(session, uid, into, signal);
  return { fileName: fileNameOf(name, ".eml"), mediaType: "message/rfc822", size, revision: id };
}

/** Returns the number of the mail if it still is that mail. */
async function uidAt(session: Session, id: string, { path, validity, uid }: Place) {
  const { mailbox } = session.client;
  const isOpen = mailbox && mailbox.path === path;
  const opened = isOpen ? String(mailbox.uidValidity) : (await openFolder(session, path)).validity;
  if (opened !== validity) return null;
  for await (const mail of readMails(session, String(uid), ofKeys)) {
    if (mail.uid === uid && mail.id === id) return uid;
  }
  return null;
}

async function pour(session: Session, uid: number, into: Sink, signal: AbortSignal) {
  const { meta, content } = await session.run("fetch", () =>
    session.client.download(String(uid), undefined, { uid: true, chunkSize: CHUNK }),
  );
  if (!content) throw itemGone();
  let size = 0;
  const count = new Transform({
    transform(part: Buffer, _, done) {
      size += part.byteLength;
      done(null, part);
    },
  });
  await session.run("fetch", () => pipeline(content, count, into.open(), { signal }));
  if (size < (meta?.expectedSize ?? 0)) throw bodyBroken();
  return size;
}
